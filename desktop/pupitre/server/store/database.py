"""Opens the database: where it is, how it must behave, and why it could not be opened."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import event, update
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from pupitre.server.store.migration import NewerDatabase, migrate
from pupitre.server.store.schema import roster

BUSY = 5_000
"""Milliseconds that SQLite waits for another process, such as `pupitre admin`."""


class Unusable(Exception):
    """The database cannot be used; the message is one sentence for people."""


def address_in(folder: Path) -> str:
    """Return the address of the SQLite file of a data folder."""
    return f"sqlite+aiosqlite:///{folder / 'pupitre.sqlite3'}"


async def open_database(address: str) -> AsyncEngine:
    """Open the database at this address, its schema brought up to date; or raise Unusable."""
    engine = _engine(address)
    try:
        await migrate(engine)
        await _touch(engine)
    except NewerDatabase as error:
        await engine.dispose()
        raise Unusable(
            f"The database {_shown(address)} was written by a newer version of Pupitre "
            f"(schema {error}): update Pupitre, or use another data folder."
        ) from None
    except (DBAPIError, OSError, sqlite3.Error) as error:
        await engine.dispose()
        reason = getattr(error, "orig", None) or error
        raise Unusable(f"The database {_shown(address)} cannot be used: {reason}.") from None
    return engine


async def _touch(engine: AsyncEngine) -> None:
    """Write something that changes nothing: better to know now that it cannot be written."""
    async with engine.begin() as connection:
        await connection.execute(update(roster).values(revision=roster.c.revision))


def _engine(address: str) -> AsyncEngine:
    try:
        url = make_url(address)
    except ArgumentError:
        raise Unusable(f"“{address}” is not the address of a database.") from None
    if url.get_backend_name() != "sqlite":
        raise Unusable(
            f"This version keeps its data in SQLite: “{url.get_backend_name()}” is not there yet."
        )
    url = url.set(drivername="sqlite+aiosqlite")
    engine = create_async_engine(url, pool_size=4, max_overflow=4)
    event.listen(engine.sync_engine, "connect", _prepare)
    return engine


def _prepare(connection: Any, _record: object) -> None:
    """Readers never wait for the writer; a commit survives a power cut."""
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout = {BUSY}",
        "journal_mode = WAL",
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
