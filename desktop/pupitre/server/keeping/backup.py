"""Saves a server while it runs: its database as of one instant, then its files, in one zip."""

import os
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from pupitre.server.keeping.archive import ASIDE, DATABASE, MANIFEST, Manifest, Part, add

BUSY = 30.0
"""Seconds to wait for a writer."""
_LIVE = (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", f"{DATABASE}-journal", "server.lock")
"""What a running server holds: the database is saved otherwise, the rest is of no use elsewhere."""


class Unsound(Exception):
    """What was to be saved is broken; the message is one sentence for people."""


def save(database: Path, folder: Path | None, target: Path, now: datetime) -> Manifest:
    """Write everything to `target`, which appears once it is whole.

    Files come after the database: all that its messages carry was on disk before they were stored.
    Files that are erased meanwhile are left out.
    """
    draft = target.with_name(f"{target.name}.part")
    try:
        with TemporaryDirectory(prefix=".pupitre-", dir=target.parent) as scratch:
            copy = Path(scratch) / DATABASE
            manifest = _packed(copy, folder, draft, _copied(database, copy, now))
        draft.rename(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return manifest


def _copied(database: Path, copy: Path, now: datetime) -> Manifest:
    """Copy the database as it is now, beside whoever writes to it; count what is in it."""
    with (
        closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=rw", uri=True)) as source,
        closing(sqlite3.connect(copy, timeout=BUSY)) as target,
    ):
        source.execute(f"PRAGMA busy_timeout = {int(BUSY * 1000)}")
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
        ((verdict,),) = target.execute("PRAGMA quick_check(1)").fetchall()
        if verdict != "ok":
            raise Unsound(f"The database is damaged: {verdict}.")
        (conversations,) = target.execute("SELECT count(*) FROM conversations").fetchone()
        (events,) = target.execute("SELECT count(*) FROM events").fetchone()
        return Manifest(made_at=now, conversations=conversations, events=events)


def _packed(copy: Path, folder: Path | None, draft: Path, manifest: Manifest) -> Manifest:
    with draft.open("wb") as file:
        draft.chmod(0o600)
        with zipfile.ZipFile(file, "w", compresslevel=3) as archive:
            parts = [add(archive, copy, DATABASE), *_added(archive, folder)]
            manifest = msgspec.structs.replace(manifest, parts=tuple(parts))
            archive.writestr(MANIFEST, msgspec.json.format(msgspec.json.encode(manifest)))
        file.flush()
        os.fsync(file.fileno())
    return manifest


def _added(archive: zipfile.ZipFile, folder: Path | None) -> Iterator[Part]:
    """Put every other file of the data folder in."""
    for source in sorted(folder.rglob("*")) if folder else ():
        path = source.relative_to(folder or source).as_posix()
        is_hidden = path.startswith(ASIDE) or any(it.startswith(".") for it in path.split("/"))
        if path in _LIVE or is_hidden or not source.is_file() or source.is_symlink():
            continue
        try:
            yield add(archive, source, path)
        except FileNotFoundError:
            continue
