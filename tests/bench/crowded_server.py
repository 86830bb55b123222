"""A server's folder with as many paused conversations as one likes, written straight into it.

One conversation is made by the rules themselves; the others are that one under other ids.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from pupitre.backends.clock import ManualClock
from pupitre.domain.events import Entry, Paused
from pupitre.wire import codec
from tests.bench.afternoon import OPEN, filled
from tests.bench.tireless import tireless
from tests.support.story import AFTERNOON

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
LATER = timedelta(days=30)
ABSENT, PRESENT = "bruno", "alice"
"""Whose they are: nobody's desk is told of ten thousand; and who is told of those that wake."""
Body = tuple[int, int, bytes]


def now() -> datetime:
    """Return the present, by this machine's clock."""
    return datetime.now(UTC)  # noqa: TID251 - the server's clock is the system's


def crowded(folder: Path, count: int) -> None:
    """Fill a folder with `count` conversations that are paused for a month."""
    tireless(folder)
    bodies = _bodies(_paused(), now() + LATER)
    with closing(_opened(folder)) as database, database:
        _fill(database, [identity(number) for number in range(count)], bodies)


def wake_soon(folder: Path, moments: Sequence[datetime]) -> dict[str, datetime]:
    """Have the first conversations, now Alice's, wake at these moments; return which when."""
    due = {identity(number): at for number, at in enumerate(moments)}
    entries = _paused()
    with closing(_opened(folder)) as database, database:
        for id_, at in due.items():
            seq, _, body = _bodies(entries, at)[-1]
            place = (id_, seq)
            database.execute("UPDATE conversations SET owner = ? WHERE id = ?", (PRESENT, id_))
            database.execute("UPDATE deadlines SET at = ? WHERE conversation = ?", (told(at), id_))
            database.execute("DELETE FROM events WHERE conversation = ? AND seq = ?", place)
            database.execute("INSERT INTO events VALUES (?, ?, ?, ?)", (*place, told(at), body))
            _give(database, id_)
    return due


def _give(database: sqlite3.Connection, id_: str) -> None:
    """Have the events too say whose it is."""
    database.execute(
        "UPDATE events SET body = CAST(replace(CAST(body AS TEXT), ?, ?) AS BLOB)"
        " WHERE conversation = ?",
        (f'"{ABSENT}"', f'"{PRESENT}"', id_),
    )


def _paused() -> list[Entry]:
    """Return the events of one conversation that is paused."""
    floor = filled(ManualClock(AFTERNOON - timedelta(hours=12)), OPEN + 1)
    return next(iter(floor.talks.values())).entries


def _bodies(entries: list[Entry], until: datetime) -> list[Body]:
    """Return what is stored of the events, with another end of the pause."""
    *before, last = entries
    assert isinstance(last.event, Paused), last
    told_so = [*before, replace(last, event=replace(last.event, until=until))]
    return [
        (
            entry.seq,
            told(entry.at),
            codec.encode_event(entry.event).replace('"alice"', f'"{ABSENT}"').encode(),
        )
        for entry in told_so
    ]


def _opened(folder: Path) -> sqlite3.Connection:
    database = sqlite3.connect(folder / "pupitre.sqlite3")
    database.execute("PRAGMA synchronous = OFF")
    return database


def _fill(database: sqlite3.Connection, ids: list[str], bodies: list[Body]) -> None:
    began, last = bodies[0][1], bodies[-1][0]
    database.executemany(
        "INSERT INTO visitors (id, mission, token, language, device, created_at)"
        " VALUES (?, 'velo', ?, 'fr', '', ?)",
        ((id_, UUID(id_).bytes, began) for id_ in ids),
    )
    database.executemany(
        'INSERT INTO conversations (id, mission, "group", visitor, seq, status, owner, on_site,'
        " started_at) VALUES (?, 'velo', 'velo-conseil', ?, ?, 'paused', ?, 0, ?)",
        ((id_, id_, last, ABSENT, began) for id_ in ids),
    )
    database.executemany(
        "INSERT INTO events VALUES (?, ?, ?, ?)", ((id_, *body) for id_ in ids for body in bodies)
    )
    database.executemany(
        "INSERT INTO deadlines (conversation, kind, at) VALUES (?, 'wake', ?)",
        ((id_, told(now() + LATER)) for id_ in ids),
    )


def identity(number: int) -> str:
    """Return the id of a conversation."""
    return str(UUID(int=0x01900000_0000_7000_8000 << 48 | number))


def told(at: datetime) -> int:
    """Return an instant as it is stored."""
    return (at - EPOCH) // timedelta(milliseconds=1)
