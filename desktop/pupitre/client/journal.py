"""The confirmed conversations on disk: a list at once at the start, and a `known` that is real."""

import sqlite3
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from pupitre.backends.clock import Clock, Timer
from pupitre.client import glance
from pupitre.client.disk import Disk
from pupitre.client.replica import Record
from pupitre.domain.conversation import Conversation
from pupitre.domain.events import Entry
from pupitre.domain.ids import ConversationId
from pupitre.domain.people import Visitor
from pupitre.wire import codec, expert_frames, translate

PAUSE = timedelta(milliseconds=200)
"""How long news may stay in memory: the server has it anyway."""


@dataclass(slots=True)
class Batch:
    """What has changed since the last write."""

    records: dict[ConversationId, Record] = field(default_factory=dict)
    entries: list[tuple[ConversationId, Entry]] = field(default_factory=list)
    gone: set[ConversationId] = field(default_factory=set)
    """Dropped before the rest is written: one that left may have come back."""
    welcome: expert_frames.Welcome | None = None


class Journal:
    """Writes behind: state and entries of one moment go into one transaction."""

    def __init__(self, disk: Disk, clock: Clock, now: Callable[[], datetime]) -> None:
        self._disk, self._clock, self._now = disk, clock, now
        self._batch = Batch()
        self._timer: Timer | None = None

    def welcomed(self, welcome: expert_frames.Welcome) -> None:
        """Keep who is who, without the conversations."""
        self._batch.welcome = welcome
        self._soon()

    def took(self, record: Record, entry: Entry) -> None:
        """Keep an event and what it made."""
        self._batch.entries.append((record.state.id, entry))
        self.changed(record)

    def changed(self, record: Record) -> None:
        """Keep a conversation's state."""
        self._batch.records[record.state.id] = record
        self._soon()

    def left(self, conversation: ConversationId) -> None:
        """Keep a conversation no longer."""
        self._batch.records.pop(conversation, None)
        self._batch.entries = [it for it in self._batch.entries if it[0] != conversation]
        self._batch.gone.add(conversation)
        self._soon()

    def erased(self, conversations: Collection[ConversationId]) -> None:
        """Leave nothing of conversations that are kept nowhere, now."""
        for id_ in conversations:
            self.left(id_)
        self.save()
        self._disk.write(lambda it: it.execute("DELETE FROM notes WHERE name = ?", (glance.NAME,)))
        self._disk.clean(conversations)

    def save(self) -> None:
        """Write what has changed."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        batch, self._batch = self._batch, Batch()
        heard_at = self._now().isoformat()
        states = [(it.state, it.visitor, it.on_site_since) for it in batch.records.values()]

        def write(database: sqlite3.Connection) -> None:
            for id_ in batch.gone:
                database.execute("DELETE FROM conversations WHERE id = ?", (id_,))
                database.execute("DELETE FROM entries WHERE conversation = ?", (id_,))
            database.executemany(
                "REPLACE INTO conversations VALUES (?, ?, ?)",
                [(state.id, _encoded(state, visitor), _text(at)) for state, visitor, at in states],
            )
            database.executemany(
                "REPLACE INTO entries VALUES (?, ?, ?, ?)",
                [
                    (id_, entry.seq, entry.at.isoformat(), codec.encode_event(entry.event))
                    for id_, entry in batch.entries
                ],
            )
            database.execute("REPLACE INTO notes VALUES ('heard_at', ?)", (heard_at,))
            if batch.welcome is not None:
                text = codec.encode(batch.welcome)
                database.execute("REPLACE INTO notes VALUES ('welcome', ?)", (text,))

        self._disk.write(write)

    def clear(self) -> None:
        """Write nothing more of this account."""
        self._batch = Batch()
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _soon(self) -> None:
        if self._timer is None:
            self._timer = self._clock.call_later(PAUSE, self.save)


def load_welcome(database: sqlite3.Connection) -> expert_frames.Welcome | None:
    """Return who was who at the last welcome."""
    row = database.execute("SELECT value FROM notes WHERE name = 'welcome'").fetchone()
    frame = codec.decode_for_expert(row[0]) if row else None
    return frame if isinstance(frame, expert_frames.Welcome) else None


def load_heard_at(database: sqlite3.Connection) -> datetime | None:
    """Return when the server was last heard, by its clock."""
    row = database.execute("SELECT value FROM notes WHERE name = 'heard_at'").fetchone()
    return datetime.fromisoformat(row[0]) if row else None


def load_records(database: sqlite3.Connection) -> list[Record]:
    """Return the conversations as they were; their rows stay on disk until they are looked at."""
    rows = database.execute(
        "SELECT replica, on_site_since, seq, at FROM conversations LEFT JOIN entries"
        " ON conversation = id AND seq = (SELECT max(seq) FROM entries WHERE conversation = id)"
    ).fetchall()
    return [_record(*row) for row in rows]


def load_entries(
    database: sqlite3.Connection, conversation: ConversationId, until: int, limit: int
) -> list[Entry]:
    """Return the last `limit` events of a conversation up to a number, oldest first."""
    rows = database.execute(
        "SELECT seq, at, event FROM entries WHERE conversation = ? AND seq <= ?"
        " ORDER BY seq DESC LIMIT ?",
        (conversation, until, limit),
    ).fetchall()
    return [
        Entry(seq=seq, at=datetime.fromisoformat(at), event=codec.decode_event(event))
        for seq, at, event in reversed(rows)
    ]


def _encoded(state: Conversation, visitor: Visitor) -> str:
    replica = translate.replica_to_wire(state, visitor, (), snapshot=state)
    return codec.encode(expert_frames.Arrived(conversation=replica))


def _record(text: str, on_site_since: str | None, last: int | None, at: str | None) -> Record:
    frame = codec.decode_for_expert(text)
    if not isinstance(frame, expert_frames.Arrived):
        raise codec.Malformed("conversation", "Not a conversation.")
    replica = translate.replica_from_wire(frame.conversation)
    since = datetime.fromisoformat(on_site_since) if on_site_since else None
    state = replica.base
    happened = datetime.fromisoformat(at) if at and last == state.seq else None
    return Record(state, replica.visitor, happened, on_site_since=since, on_disk=state.seq)


def _text(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def forget(database: sqlite3.Connection) -> None:
    """Drop the copies of what the server has; drafts and outbox stay."""
    for table in ("conversations", "entries", "notes"):
        database.execute(f"DELETE FROM {table}")  # noqa: S608 - names of ours
