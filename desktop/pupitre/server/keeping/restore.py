"""Puts a saved server back: all of it is looked at before anything there is touched."""

import shutil
import sqlite3
import zipfile
from contextlib import closing
from datetime import datetime
from pathlib import Path

from pupitre.server.keeping.archive import ASIDE, DATABASE, Damaged, Manifest, manifest_of, take_out

_DRAFT = ".restoring"
_OURS = ("server.lock",)
"""What may lie in an empty folder."""


class Occupied(Exception):
    """There is something in the folder already; the message is one sentence for people."""


def restore(source: Path, folder: Path, now: datetime, *, replace: bool = False) -> Manifest:
    """Put everything of `source` into a data folder that no server uses.

    What was in the folder stays in it, in a folder of its own, where that is asked for.
    """
    draft = folder / _DRAFT
    shutil.rmtree(draft, ignore_errors=True)
    held = _held(folder)
    if held and not replace:
        raise Occupied(
            f"The folder {folder} is not empty: use --replace to put what is there aside."
        )
    try:
        manifest = _taken_out(source, draft)
        _checked(draft / DATABASE)
        if held:
            aside = folder / f"{ASIDE}{now:%Y%m%d-%H%M%S}"
            aside.mkdir(mode=0o700)
            for path in held:
                path.rename(aside / path.name)
        for path in sorted(draft.iterdir(), key=lambda path: path.name == DATABASE):
            path.rename(folder / path.name)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return manifest


def _held(folder: Path) -> list[Path]:
    """Return what is in the folder, but for what earlier restores put aside."""
    return [
        path
        for path in folder.iterdir()
        if path.name not in _OURS and not path.name.startswith(ASIDE)
    ]


def _taken_out(source: Path, draft: Path) -> Manifest:
    draft.mkdir(mode=0o700)
    try:
        with zipfile.ZipFile(source) as archive:
            manifest = manifest_of(archive)
            for part in manifest.parts:
                take_out(archive, part, draft / part.path)
    except zipfile.BadZipFile:
        raise Damaged(f"{source} is not a zip, or not whole.") from None
    return manifest


def _checked(database: Path) -> None:
    try:
        with closing(sqlite3.connect(database)) as opened:
            ((verdict,),) = opened.execute("PRAGMA integrity_check(1)").fetchall()
    except sqlite3.DatabaseError as error:
        verdict = str(error)
    if verdict != "ok":
        raise Damaged(f"The database in it is damaged: {verdict}.")
