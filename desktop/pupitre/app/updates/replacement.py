"""A new version beside the one that runs: unpacked, tried, and swapped at the end."""

import shutil
import subprocess
import tarfile
from pathlib import Path

from pupitre.app.updates.place import Place

PATIENCE = 60.0
"""How many seconds the new program may take to tell its version."""


class Unfit(Exception):
    """The new version does not start on this computer."""


def prepare(archive: Path, place: Place, version: str) -> Path:
    """Unpack a release beside the folder that it replaces, and try it; or OSError, `Unfit`."""
    staged = beside(place, "new")
    shutil.rmtree(staged, ignore_errors=True)
    try:
        with tarfile.open(archive) as packed:
            packed.extractall(staged, filter="data")
        (inside,) = staged.iterdir()
        _try(inside / place.program.name, version)
    except (tarfile.TarError, ValueError) as error:
        shutil.rmtree(staged, ignore_errors=True)
        raise Unfit(str(error)) from error
    except (OSError, Unfit):
        shutil.rmtree(staged, ignore_errors=True)
        raise
    return inside


def swap(staged: Path, place: Place) -> None:
    """Put the new folder where the old one is, whole or not at all; raises OSError."""
    before = beside(place, "before")
    shutil.rmtree(before, ignore_errors=True)
    place.home.rename(before)
    try:
        staged.rename(place.home)
    except OSError:
        before.rename(place.home)
        raise
    sweep(place)


def sweep(place: Place) -> None:
    """Remove what earlier updates left."""
    for word in ("before", "new"):
        shutil.rmtree(beside(place, word), ignore_errors=True)


def beside(place: Place, word: str) -> Path:
    """Name a folder on the same disk, which a rename can therefore reach."""
    return place.home.with_name(f".{place.home.name}.{word}")


def _try(program: Path, version: str) -> None:
    """See that it starts here, and is what it is called."""
    asked = [str(program), "--version"]
    try:
        done = subprocess.run(  # noqa: S603 - it is signed by the publisher
            asked, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Unfit(str(error)) from error
    if done.returncode != 0 or done.stdout.split()[-1:] != [version]:
        raise Unfit(done.stderr.strip() or done.stdout.strip())
