"""What the events of conversations say that queries' tables should hold."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, Integer, MetaData, String, Table, Text, select

from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.deadlines import deadlines
from pupitre.domain.events import Entry, Message
from pupitre.domain.evolution import fold
from pupitre.domain.ids import ExpertId
from pupitre.server.dues import COMMANDS, kind_of
from pupitre.server.floor import Roster
from pupitre.server.folding import folded
from pupitre.server.store import schema
from pupitre.server.store.batch import Batch
from pupitre.server.store.queries import blank_of, entry_of

AT_ONCE = 200
Row = Mapping[str, Any]


@dataclass(slots=True)
class Kept:
    """One conversation as the tables have it."""

    row: Row
    entries: list[Entry] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    """Numbers of events that cannot be read."""
    texts: dict[int, str] = field(default_factory=dict)
    text_ids: list[int] = field(default_factory=list)
    dues: dict[str, datetime] = field(default_factory=dict)

    _state: Conversation | None = None

    @property
    def state(self) -> Conversation:
        """What its events add up to."""
        if self._state is None:
            self._state = fold(blank_of(self.row), self.entries)  # type: ignore[arg-type] # a plain mapping does too
        return self._state


def kept(connection: Connection) -> Iterator[Kept]:
    """Yield every conversation, in the order of their ids."""
    _sort_texts(connection)
    table, last = schema.conversations, ""
    while True:
        statement = select(table).where(table.c.id > last).order_by(table.c.id).limit(AT_ONCE)
        rows = [dict(row) for row in connection.execute(statement).mappings()]
        if not rows:
            return
        last = rows[-1]["id"]
        yield from _filled(connection, {row["id"]: Kept(row) for row in rows})


_spoken = Table(
    "spoken",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("conversation", String),
    Column("seq", Integer),
    Column("folded", Text),
)
"""What search reads, for as long as it is looked through: by conversation."""


def _sort_texts(connection: Connection) -> None:
    """Texts have no index by their conversation: nobody else asks for one."""
    connection.exec_driver_sql("DROP TABLE IF EXISTS spoken")
    connection.exec_driver_sql(
        "CREATE TEMPORARY TABLE spoken AS SELECT id, conversation, seq, folded FROM texts"
    )
    connection.exec_driver_sql("CREATE INDEX spoken_of ON spoken (conversation)")


def _filled(connection: Connection, some: dict[str, Kept]) -> Iterator[Kept]:
    ids = list(some)
    events, dues = schema.events, schema.deadlines
    ordered = select(events).where(events.c.conversation.in_(ids)).order_by(events.c.seq)
    for row in connection.execute(ordered).mappings():
        held = some[row["conversation"]]
        try:
            held.entries.append(entry_of(row))
        except Exception:  # noqa: BLE001 -- whatever is wrong with it, it cannot be read
            held.broken.append(row["seq"])
    spoken = select(_spoken).where(_spoken.c.conversation.in_(ids))
    for row in connection.execute(spoken).mappings():
        some[row["conversation"]].texts[row["seq"]] = row["folded"]
        some[row["conversation"]].text_ids.append(row["id"])
    for row in connection.execute(select(dues).where(dues.c.conversation.in_(ids))).mappings():
        some[row["conversation"]].dues[row["kind"]] = row["at"]
    return iter(some.values())


def row_of(state: Conversation) -> Row:
    """Return the row that a state should have."""
    batch = Batch()
    batch.project(state)
    return batch.conversations[state.id]


def texts_of(entries: list[Entry]) -> dict[int, str]:
    """Return what search should find."""
    return {it.seq: folded(it.event.text) for it in entries if isinstance(it.event, Message)}


def dues_of(state: Conversation, roster: Roster) -> dict[str, datetime]:
    """Return what the clock should ask, but for mail: that depends on the server's settings."""
    missions = {mission.id: mission for mission in roster.missions}
    away = {expert.id: expert.away_since for expert in roster.experts}
    mission = missions.get(state.mission)
    if mission is None:
        return {}
    since = away.get(state.owner) if state.owner else None
    found = ((kind_of(due.command), due.at) for due in deadlines(state, mission, since))
    return {kind: at for kind, at in found if kind in COMMANDS}


class Loads:
    """How many conversations each expert has open."""

    def __init__(self) -> None:
        self._open: Counter[ExpertId] = Counter()

    def count(self, state: Conversation) -> None:
        """Count one conversation."""
        if state.status is Status.OPEN and state.owner:
            self._open[state.owner] += 1

    def wrong(self, connection: Connection) -> dict[ExpertId, int]:
        """Return the experts whose number differs, and what it should be."""
        table = schema.experts
        rows = connection.execute(select(table.c.id, table.c.open)).mappings()
        return {
            ExpertId(row["id"]): self._open[ExpertId(row["id"])]
            for row in rows
            if row["open"] != self._open[ExpertId(row["id"])]
        }


def strangers(connection: Connection) -> dict[str, int]:
    """Return conversations that have events and no row, and are not being erased."""
    events, rows, remains = schema.events, schema.conversations, schema.remains
    known = select(rows.c.id).union_all(select(remains.c.conversation))
    statement = select(events.c.conversation).where(events.c.conversation.not_in(known))
    found: dict[str, int] = defaultdict(int)
    for (conversation,) in connection.execute(statement):
        found[conversation] += 1
    return found
