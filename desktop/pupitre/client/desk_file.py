"""The desk's SQLite file, in the one thread that touches it: opened, written, rescued."""

import logging
import sqlite3
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from pupitre.client import rescue, trouble
from pupitre.client.trouble import Trouble

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], object]

log = logging.getLogger(__name__)

VERSION = 1
OVERWRITES = 0x50757069
"""The mark of a file that holds nothing of what was deleted: "Pupi"."""
SCHEMA = """
CREATE TABLE IF NOT EXISTS outbox (
    position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
    frame TEXT NOT NULL, at TEXT NOT NULL, hold_until TEXT);
CREATE TABLE IF NOT EXISTS parked (id TEXT PRIMARY KEY, why TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS stored (position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS files (
    position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
    conversation TEXT NOT NULL, command TEXT, name TEXT NOT NULL, media_type TEXT NOT NULL,
    size INTEGER NOT NULL, width INTEGER, height INTEGER, uploaded TEXT);
CREATE TABLE IF NOT EXISTS drafts (conversation TEXT PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS conversations (
    id TEXT PRIMARY KEY, replica TEXT NOT NULL, on_site_since TEXT);
CREATE TABLE IF NOT EXISTS entries (
    conversation TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, event TEXT NOT NULL,
    PRIMARY KEY (conversation, seq)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""
CACHE = 256
"""KiB of the file that SQLite keeps in memory, of 2,000 by itself: the desk reads a row once."""

_PASSING = (Trouble.FULL, Trouble.UNWRITABLE)


class DeskFile:
    """Works without a file where none can be kept, and says so in `trouble`.

    An expert goes on answering visitors on a computer whose disk is full; the screen tells that
    what was not sent would be lost.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._database: sqlite3.Connection | None = None
        self.trouble: Trouble | None = None
        self.rescued = 0
        """How many unsent acts and drafts were read out of a damaged file."""

    def open(self) -> None:
        """Open the file; put a damaged one aside and begin another; or work in memory."""
        try:
            self._database = _connect(self._path)
        except (OSError, sqlite3.Error) as error:
            if trouble.of(error) in (None, Trouble.DAMAGED):
                self.begin_again(error)
            else:
                self._work_in_memory(error)

    def begin_again(self, error: Exception) -> None:
        """Put the damaged file aside and begin another with what can be rescued."""
        if self._path is None:
            raise error
        self._disconnect()
        try:
            rows = rescue.read_out(self._path)
            aside = rescue.put_aside(self._path)
            log.warning("The desk's file cannot be read; put aside as %s", aside.name)
            self._database = _connect(self._path)
            self.rescued = rescue.put_back(self._database, rows)
            self.trouble = Trouble.DAMAGED
        except (OSError, sqlite3.Error) as again:
            self._work_in_memory(again)

    def _work_in_memory(self, error: Exception) -> None:
        log.warning("The desk's file cannot be kept: %s", error)
        self._database = _connect(None)
        self.trouble = trouble.of(error) or Trouble.UNWRITABLE
        self._path = None

    def commit(self, works: Sequence[Work]) -> bool:
        """Do these in one transaction; False: not now, they are to be tried again."""
        if self._database is None:
            return True
        try:
            self._do(self._database, works)
        except Exception as error:  # noqa: BLE001 -- told apart in `_failed`, and a bug is heard there
            return self._failed(error, works)
        if self.trouble in _PASSING and self._path is not None:
            self.trouble = None
        return True

    def _do(self, database: sqlite3.Connection, works: Iterable[Work]) -> None:
        with database:
            for work in works:
                work(database)

    def _failed(self, error: Exception, works: Sequence[Work]) -> bool:
        kind = trouble.of(error)
        if kind is Trouble.DAMAGED:
            self.begin_again(error)
            with suppress(sqlite3.Error):
                self._do(self._open_database, works)
            return True
        if kind is None:
            self._do_apart(works)
            return True
        if self.trouble is not kind:
            log.warning("The desk's file cannot be written now: %s", error)
        self.trouble = kind
        return False

    def _do_apart(self, works: Iterable[Work]) -> None:
        """Do each by itself: a bug in one of them does not take the others with it."""
        for work in works:
            try:
                self._do(self._open_database, (work,))
            except Exception:  # nobody awaits this thread: heard here, and once
                log.exception("Something cannot be written to the desk's file")

    def read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Return what this finds; in a damaged file: what it finds in the one that follows."""
        try:
            return work(self._open_database)
        except sqlite3.DatabaseError as error:
            if trouble.of(error) is not Trouble.DAMAGED:
                raise
            self.begin_again(error)
            return work(self._open_database)

    @property
    def _open_database(self) -> sqlite3.Connection:
        if self._database is None:
            raise RuntimeError("The disk was not opened")
        return self._database

    def clean(self, traces: Collection[str]) -> None:
        """Leave nothing of what was deleted in the log, nor in files put aside that tell of it."""
        with suppress(sqlite3.Error):
            self._open_database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        if self._path is not None:
            rescue.drop_aside(self._path, traces)

    def shred(self) -> None:
        """Write the file anew, once in its life: what earlier desks deleted may be in it still.

        Not every SQLite overwrites what it deletes, and they did not ask for it.
        """
        if self._path is not None:
            with suppress(sqlite3.Error):  # no room for a second one: at another start
                _shred(self._open_database)

    def close(self) -> None:
        """Close the file."""
        self._disconnect()

    def destroy(self) -> None:
        """Leave nothing of the file, nor of those put aside: visitors' words are in them."""
        self._disconnect()
        if self._path is not None:
            for file in (self._path, *rescue.aside_of(self._path)):
                file.unlink(missing_ok=True)

    def _disconnect(self) -> None:
        if self._database is not None:
            with suppress(sqlite3.Error):
                self._database.close()
            self._database = None


def _connect(path: Path | None) -> sqlite3.Connection:
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    database = sqlite3.connect(path or ":memory:")
    try:
        _prepare(database)
    except sqlite3.Error:
        database.close()  # an open file cannot be put aside on Windows
        raise
    return database


def _prepare(database: sqlite3.Connection) -> None:
    database.execute(f"PRAGMA cache_size = {-CACHE}")
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("PRAGMA secure_delete = ON")
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        raise sqlite3.DatabaseError(f"made by a later version ({version})")
    database.executescript(SCHEMA)
    database.execute(f"PRAGMA user_version = {VERSION}")


def _shred(database: sqlite3.Connection) -> None:
    (made,) = database.execute("PRAGMA application_id").fetchone()
    if made != OVERWRITES:
        database.execute("VACUUM")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.execute(f"PRAGMA application_id = {OVERWRITES}")
