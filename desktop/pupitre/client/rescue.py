"""A damaged file of the desk: put aside, after what only this computer had was read out of it."""

import logging
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing, suppress
from pathlib import Path

log = logging.getLogger(__name__)

PRECIOUS = {
    "outbox": ("position", "id", "frame", "at", "hold_until"),
    "parked": ("id", "why"),
    "stored": ("position", "id"),
    "files": (
        *("position", "id", "conversation", "command", "name"),
        *("media_type", "size", "width", "height", "uploaded"),
    ),
    "drafts": ("conversation", "text"),
}
"""What the server does not have; everything else is fetched again."""
_BESIDE = ("", "-wal", "-shm")

Rows = dict[str, list[tuple[object, ...]]]


def read_out(path: Path) -> Rows:
    """Return the rows that can still be read, table by table and row by row."""
    found: Rows = {}
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as it:
        for table, columns in PRECIOUS.items():
            found[table] = list(_rows(it, table, columns))
    return found


def _rows(
    database: sqlite3.Connection, table: str, columns: tuple[str, ...]
) -> Iterator[tuple[object, ...]]:
    try:
        yield from database.execute(f"SELECT {', '.join(columns)} FROM {table}")  # noqa: S608 - names of ours
    except sqlite3.Error as error:
        log.info("Not all of %s could be read: %s", table, error)


def put_aside(path: Path) -> Path:
    """Move the file away with what belongs to it, beside earlier ones; return where it is."""
    number = next(n for n in range(1, 10_000) if not _aside(path, n).exists())
    for ending in _BESIDE:
        with suppress(FileNotFoundError):
            Path(f"{path}{ending}").replace(f"{_aside(path, number)}{ending}")
    return _aside(path, number)


def aside_of(path: Path) -> list[Path]:
    """Return what was ever put aside of a file."""
    return sorted(path.parent.glob(f"{path.stem}.broken*"))


def drop_aside(path: Path, traces: Collection[str]) -> None:
    """Remove what was put aside of a file and tells of any of these."""
    for file in aside_of(path):
        with suppress(OSError):
            content = file.read_bytes()
            if any(trace.encode() in content for trace in traces):
                file.unlink()


def put_back(database: sqlite3.Connection, rows: Rows) -> int:
    """Write what was read into a new file; return how many messages and drafts there are."""
    with database:
        for table, found in rows.items():
            columns = PRECIOUS[table]
            places = ", ".join("?" * len(columns))
            database.executemany(
                f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({places})",  # noqa: S608 - names of ours
                found,
            )
    return len(rows.get("outbox", ())) + len(rows.get("drafts", ()))


def _aside(path: Path, number: int) -> Path:
    return path.with_suffix(".broken" if number == 1 else f".broken-{number}")
