"""A server's file, read row by row: no query of the server's own."""

import sqlite3
from collections import defaultdict
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from pupitre.domain.conversation import Conversation
from pupitre.domain.events import Entry
from pupitre.domain.ids import ConversationId, GroupId, MissionId, VisitorId
from pupitre.domain.mission import Group, Mission
from pupitre.wire import codec

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
Row = dict[str, Any]


class Book:
    """Everything that is in the file."""

    def __init__(self, database: Path) -> None:
        with closing(sqlite3.connect(database)) as connection:
            connection.row_factory = sqlite3.Row
            names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            self._tables = {
                name: [dict(row) for row in connection.execute(f'SELECT * FROM "{name}"')]  # noqa: S608 - names of our own
                for (name,) in names.fetchall()
                if not name.startswith("sqlite_")
            }
            self.integrity = str(connection.execute("PRAGMA integrity_check").fetchone()[0])

    def rows(self, table: str) -> list[Row]:
        """Return a table's rows."""
        return self._tables[table]

    @cached_property
    def missions(self) -> dict[str, Mission]:
        """Return the missions with their groups."""
        groups: dict[str, list[Group]] = defaultdict(list)
        for row in sorted(self.rows("groups"), key=lambda row: row["position"]):
            group = Group(id=GroupId(row["id"]), name=row["name"], queue_size=row["queue_size"])
            groups[row["mission"]].append(group)
        return {
            row["id"]: replace(
                msgspec.json.decode(row["settings"], type=Mission), groups=tuple(groups[row["id"]])
            )
            for row in self.rows("missions")
        }

    @cached_property
    def entries(self) -> dict[str, list[Entry]]:
        """Return every conversation's events, in their order."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for row in sorted(self.rows("events"), key=lambda row: (row["conversation"], row["seq"])):
            at, event = moment(row["at"]), codec.decode_event(row["body"])
            assert at
            found[row["conversation"]].append(Entry(seq=row["seq"], at=at, event=event))
        return found

    def blank(self, row: Row) -> Conversation:
        """Return a conversation before its first event: in the first group of its mission."""
        mission = self.missions[row["mission"]]
        return Conversation(
            id=ConversationId(row["id"]),
            mission=MissionId(mission.id),
            group=mission.groups[0].id,
            visitor=VisitorId(row["visitor"]),
        )


def moment(milliseconds: int | None) -> datetime | None:
    """Read an instant of the file."""
    return None if milliseconds is None else EPOCH + timedelta(milliseconds=milliseconds)


def milliseconds(at: datetime | None) -> int | None:
    """Write an instant as the file has it."""
    return None if at is None else (at - EPOCH) // timedelta(milliseconds=1)
