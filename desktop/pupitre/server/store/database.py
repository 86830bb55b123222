"""The database: reads in threads, writes in one thread, and why it could not be opened."""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, update
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from pupitre.server.store.migration import NewerDatabase, migrate
from pupitre.server.store.schema import roster

Result = TypeVar("Result")

READERS = 3
BUSY = 5_000
"""Milliseconds that SQLite waits for another process, such as `pupitre admin`."""


TIDY_EVERY = 256
"""Commits between two moves of what the log holds into the database, beside the writer."""
TIDY_AT_LAST = 16_000
"""Pages in the log at which the writer moves them itself: 64 MB, when all else fell behind."""


class Unusable(Exception):
    """The database cannot be used; the message is one sentence for people."""


class Database:
    """Runs work on a connection, away from the loop.

    A piece of work is a plain function of a connection, and goes to its thread as a whole: with
    aiosqlite every statement would go there and back by itself, which made a commit six times
    longer. SQLite has one writer at a time anyway; readers never wait for it (WAL).
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="database-reader")
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="database-writer")
        self._tidier = ThreadPoolExecutor(1, thread_name_prefix="database-tidier")
        self._refused = engine.dialect.loaded_dbapi.Error
        """What the driver itself raises, where it is asked without SQLAlchemy."""
        self._writing: Connection | None = None
        """The writer's own: what it has read of the file stays good from one commit to the next."""
        self._commits = 0

    async def read(self, work: Callable[[Connection], Result]) -> Result:
        """Return what the work finds."""

        def worked() -> Result:
            with self._engine.connect() as connection:
                return work(connection)

        return await asyncio.get_running_loop().run_in_executor(self._readers, worked)

    async def write(self, work: Callable[[Connection], Result]) -> Result:
        """Do the work in one transaction: all of it or, when it raises, nothing."""

        return await asyncio.get_running_loop().run_in_executor(self._writer, self._written, work)

    def _written(self, work: Callable[[Connection], Result]) -> Result:
        connection = self._writing = self._writing or self._engine.connect()
        try:
            with connection.begin():
                result = work(connection)
        except BaseException as error:
            self._writing = None
            connection.close()
            if isinstance(error, self._refused):
                raise DBAPIError.instance(None, None, error, self._refused) from error
            raise
        self._commits += 1
        if self._commits % TIDY_EVERY == 0:
            self._tidier.submit(self._tidy)
        return result

    def _tidy(self) -> None:
        """Move the log's pages into the database: left to a commit, it makes that one wait."""
        with suppress(DBAPIError), self._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)")

    async def wipe_log(self) -> bool:
        """Leave nothing in the log of what was overwritten; False: others are reading or writing.

        Nobody waits for it longer than moving the log's pages takes.
        """
        return await asyncio.get_running_loop().run_in_executor(self._tidier, self._wiped)

    def _wiped(self) -> bool:
        with self._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout = 0")
            try:
                found = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
            finally:
                connection.exec_driver_sql(f"PRAGMA busy_timeout = {BUSY}")
        return not found[0]

    async def close(self) -> None:
        """Let the threads finish and the file go."""
        await asyncio.to_thread(self._close)

    def _close(self) -> None:
        self._readers.shutdown()
        self._writer.shutdown()
        self._tidier.shutdown()
        if self._writing:
            self._writing.close()
        self._engine.dispose()


def address_in(folder: Path) -> str:
    """Return the address of the SQLite file of a data folder."""
    return f"sqlite:///{folder / 'pupitre.sqlite3'}"


def files_in(folder: Path) -> Path:
    """Return where attachments lie in a data folder."""
    return folder / "attachments"


async def open_database(address: str) -> Database:
    """Open the database at this address, its schema brought up to date; or raise Unusable."""
    database = Database(_engine(address))
    try:
        await database.write(_prepared)
    except NewerDatabase as error:
        await database.close()
        raise Unusable(
            f"The database {_shown(address)} was written by a newer version of Pupitre "
            f"(schema {error}): update Pupitre, or use another data folder."
        ) from None
    except (DBAPIError, OSError, sqlite3.Error) as error:
        await database.close()
        reason = getattr(error, "orig", None) or error
        raise Unusable(f"The database {_shown(address)} cannot be used: {reason}.") from None
    return database


def _prepared(connection: Connection) -> None:
    """Bring the schema up to date, and try now whether it can be written."""
    migrate(connection)
    connection.execute(update(roster).values(revision=roster.c.revision))


def _engine(address: str) -> Engine:
    try:
        url = make_url(address)
    except ArgumentError:
        raise Unusable(f"“{address}” is not the address of a database.") from None
    if url.get_backend_name() != "sqlite":
        raise Unusable(
            f"This version keeps its data in SQLite: “{url.get_backend_name()}” is not there yet."
        )
    engine = create_engine(url.set(drivername="sqlite"), pool_size=READERS + 2)
    event.listen(engine, "connect", _set_up)
    return engine


def _set_up(connection: Any, _record: object) -> None:
    """Readers never wait for the writer; a commit survives a power cut."""
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout = {BUSY}",
        "journal_mode = WAL",
        f"wal_autocheckpoint = {TIDY_AT_LAST}",
        "synchronous = FULL",
        "foreign_keys = ON",
        "cache_size = -32768",
        "temp_store = MEMORY",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _shown(address: str) -> str:
    url = make_url(address)
    return str(url.database or url.render_as_string(hide_password=True))
