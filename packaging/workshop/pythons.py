"""The desk's loop on each Python that is installed here."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from workshop import debian
from workshop.console import Stop, heading, say
from workshop.environment import Environment
from workshop.places import ROOT

VERSIONS = ("3.11", "3.12", "3.13")
LOOP_TEST = "tests/app/test_loop.py"


def test(words: list[str]) -> int:
    """Turn the loop 50,000 times on each Python found, in an environment kept for it."""
    debian.ensure("run")
    found = {version: python for version in VERSIONS if (python := _find(version))}
    if not found:
        raise Stop(f"None of Python {', '.join(VERSIONS)} is installed here.")
    failed = [version for version, python in found.items() if not _passes(version, python, words)]
    say(f"\nTurned on {', '.join(found)}; failed on {', '.join(failed) or 'none'}.")
    return int(bool(failed))


def _passes(version: str, python: Path, words: list[str]) -> bool:
    heading(f"Python {version}")
    inside = Environment(ROOT / f".venv-{version}", python).ensure("test")
    return subprocess.call([inside, "-m", "pytest", "-q", LOOP_TEST, *words], cwd=ROOT) == 0


def _find(version: str) -> Path | None:
    return next((path for path in _candidates(version) if _is(path, version)), None)


def _candidates(version: str) -> Iterator[Path]:
    if named := shutil.which(f"python{version}"):
        yield Path(named)
    yield from sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))


def _is(python: Path, version: str) -> bool:
    """Tell whether it starts, and is that version: a shim may lead nowhere."""
    done = subprocess.run([python, "--version"], capture_output=True, text=True, check=False)
    return done.returncode == 0 and done.stdout.startswith(f"Python {version}.")
