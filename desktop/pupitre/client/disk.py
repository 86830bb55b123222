"""One SQLite file and the one thread that touches it."""

import asyncio
import logging
import sqlite3
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TypeVar

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], object]
Then = Callable[[], None]

log = logging.getLogger(__name__)

VERSION = 1
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


class Disk:
    """Work on the file, in the order it was given, grouped into one commit where it piles up.

    What one turn of the loop writes is never parted: a desk that is killed has the message in
    its outbox or in its draft, not in both and not in neither.

    `synchronous=FULL`: what the screen calls "kept on this computer" is there after a power
    cut too. It costs a flush per group of commits, in this thread, which nobody waits for.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._loop = asyncio.get_running_loop()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="disk")
        self._turn: list[tuple[Work, Then | None]] = []
        self._pile: deque[tuple[Work, Then | None]] = deque()
        self._lock = Lock()
        self._database: sqlite3.Connection | None = None
        self._closed = False

    async def open(self) -> None:
        """Open the file, or put a broken one aside and begin another."""
        await self._loop.run_in_executor(self._thread, self._open)

    def write(self, work: Work, then: Then | None = None) -> None:
        """Do this in its turn; `then` is called on the loop once it is committed."""
        if self._closed:
            return
        if not self._turn:
            self._loop.call_soon(self._hand_over)
        self._turn.append((work, then))

    def _hand_over(self) -> None:
        """Give the thread what this turn of the loop wrote, for one commit."""
        if not self._turn:
            return
        with self._lock:
            first = not self._pile
            self._pile.extend(self._turn)
        self._turn.clear()
        if first:
            self._thread.submit(self._drain)

    async def read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Return what this finds, after all that was written before."""
        while self._turn:  # noqa: ASYNC110 - the turn of the loop ends by itself
            await asyncio.sleep(0)
        return await self._loop.run_in_executor(self._thread, self._read, work)

    def find(self, work: Callable[[sqlite3.Connection], T], then: Callable[[T], None]) -> None:
        """Look something up and call back on the loop with it."""
        look = partial(self._look, partial(self._find, work, then))
        if self._turn:
            self._loop.call_soon(look)
        else:
            look()

    def _look(self, find: Then) -> None:
        if not self._closed:
            self._thread.submit(find)

    async def close(self) -> None:
        """Write what is left and close the file; what is asked later is not done."""
        await self._end(self._close)

    async def destroy(self) -> None:
        """Leave nothing of the file."""
        await self._end(self._destroy)

    async def _end(self, work: Then) -> None:
        if not self._closed:
            self._closed = True
            self._hand_over()
            await self._loop.run_in_executor(self._thread, work)
            self._thread.shutdown(wait=False)

    def _open(self) -> None:
        try:
            self._database = _connect(self._path)
        except sqlite3.OperationalError:  # locked, or not ours to write: nothing is broken
            raise
        except sqlite3.DatabaseError:
            if self._path is None:
                raise
            aside = self._path.with_suffix(".broken")
            log.warning("The desk's file cannot be read; put aside as %s", aside.name)
            self._path.replace(aside)
            self._database = _connect(self._path)

    def _drain(self) -> None:
        with self._lock:
            pile, self._pile = self._pile, deque()
        if pile and self._database is not None:
            try:
                self._commit(self._database, pile)
            except sqlite3.Error:
                log.exception("The desk's file cannot be written")
            # Told in any case: a full disk must not keep an answer from the visitor.
            self._tell([then for _, then in pile if then])

    def _commit(self, database: sqlite3.Connection, pile: deque[tuple[Work, Then | None]]) -> None:
        with database:
            for work, _ in pile:
                work(database)

    def _tell(self, thens: list[Then]) -> None:
        if thens and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(_call_all, thens)

    def _read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        self._drain()
        if self._database is None:
            raise RuntimeError("The disk was not opened")
        return work(self._database)

    def _find(self, work: Callable[[sqlite3.Connection], T], then: Callable[[T], None]) -> None:
        try:
            found = self._read(work)
        except Exception:  # nobody awaits this thread: hear it here
            log.exception("Reading the desk's file failed")
        else:
            self._tell([partial(then, found)])

    def _close(self) -> None:
        self._drain()
        if self._database is not None:
            self._database.close()
            self._database = None

    def _destroy(self) -> None:
        self._close()
        if self._path is not None:
            self._path.unlink(missing_ok=True)


def _connect(path: Path | None) -> sqlite3.Connection:
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    database = sqlite3.connect(path or ":memory:")
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        database.close()
        raise sqlite3.DatabaseError(f"made by a later version ({version})")
    database.executescript(SCHEMA)
    database.execute(f"PRAGMA user_version = {VERSION}")
    return database


def _call_all(thens: list[Then]) -> None:
    for then in thens:
        then()
