"""Loads what a decision needs: conversations, visitors, known commands, deadlines."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, delete, func, select, tuple_

from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.events import Entry
from pupitre.domain.ids import (
    AttachmentId,
    CommandId,
    ConversationId,
    ExpertId,
    GroupId,
    MissionId,
    VisitorId,
)
from pupitre.domain.people import Block
from pupitre.server.floor import Roster
from pupitre.server.guests import Guest
from pupitre.server.store import schema
from pupitre.server.store.attachments import Attachments, Upload
from pupitre.server.store.batch import Sender
from pupitre.server.store.database import Database
from pupitre.server.store.rosters import read_roster
from pupitre.server.talks import Talk
from pupitre.wire import codec

_AT_ONCE = 500
"""Values in one IN list."""
Due = tuple[datetime, ConversationId, str]


class Queries:
    """Reads; each call sees one state of the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def _rows(self, statement: Select[Any]) -> Sequence[RowMapping]:
        return await self._database.read(lambda it: it.execute(statement).mappings().all())

    async def ping(self) -> None:
        """Raise where the store does not answer."""
        await self._rows(select(schema.roster.c.id).limit(1))

    async def roster(self) -> Roster:
        """Return every mission and every expert."""
        return await read_roster(self._database)

    async def talks(self, ids: Collection[ConversationId]) -> list[Talk]:
        """Load conversations by folding their events; unknown ones are left out."""
        found: list[Talk] = []
        every = list(ids)
        for start in range(0, len(every), _AT_ONCE):
            some = partial(_talks, ids=every[start : start + _AT_ONCE])
            found += await self._database.read(some)
        return found

    async def missing(self, ids: Collection[ConversationId]) -> list[ConversationId]:
        """Return those that are not kept, or no more."""
        table = schema.conversations
        kept: set[str] = set()
        every = list(ids)
        for start in range(0, len(every), _AT_ONCE):
            some = table.c.id.in_(every[start : start + _AT_ONCE])
            kept.update(row["id"] for row in await self._rows(select(table.c.id).where(some)))
        return [id_ for id_ in every if id_ not in kept]

    async def guests(self, ids: Collection[VisitorId]) -> list[Guest]:
        """Load visitors; unknown ones are left out."""
        found: list[Guest] = []
        every = list(ids)
        for start in range(0, len(every), _AT_ONCE):
            some = every[start : start + _AT_ONCE]
            found += await self._guests(schema.visitors.c.id.in_(some))
        return found

    async def guest_with(self, token: bytes) -> Guest | None:
        """Load the visitor who holds this token (its hash), or one got by a mail's link."""
        keys, visitors = schema.visitor_keys, schema.visitors
        by_link = select(keys.c.visitor).where(keys.c.token == token).scalar_subquery()
        which = (visitors.c.token == token) | (visitors.c.id == by_link)
        return next(iter(await self._guests(which)), None)

    async def _guests(self, which: ColumnElement[bool]) -> list[Guest]:
        guests = [guest_of(row) for row in await self._rows(select(schema.visitors).where(which))]
        table = schema.conversations
        latest: dict[str, ConversationId] = {}
        ids = [guest.id for guest in guests]
        statement = select(table.c.visitor, table.c.id).where(table.c.visitor.in_(ids))
        for row in await self._rows(statement.order_by(table.c.started_at, table.c.id)):
            latest[row["visitor"]] = ConversationId(row["id"])
        return [replace(guest, latest=latest.get(guest.id)) for guest in guests]

    async def answers(
        self, asked: Collection[tuple[Sender, CommandId]]
    ) -> Mapping[tuple[Sender, CommandId], bytes]:
        """Return what was answered to commands that are not new."""
        table = schema.commands
        keys = list(asked)
        found: dict[tuple[Sender, CommandId], bytes] = {}
        for start in range(0, len(keys), _AT_ONCE):
            some = tuple_(table.c.sender, table.c.id).in_(keys[start : start + _AT_ONCE])
            for row in await self._rows(select(table).where(some)):
                found[Sender(row["sender"]), CommandId(row["id"])] = row["answer"]
        return found

    async def desk_of(self, expert: ExpertId) -> list[ConversationId]:
        """Return what the expert owns, open and paused."""
        table = schema.conversations
        live = table.c.status.in_([Status.OPEN, Status.PAUSED])
        statement = select(table.c.id).where(table.c.owner == expert, live)
        return [ConversationId(row["id"]) for row in await self._rows(statement)]

    async def on_the_floor(self) -> list[Conversation]:
        """Return what is open or waiting, as far as the floor needs to know."""
        table = schema.conversations
        live = table.c.status.in_([Status.OPEN, Status.WAITING])
        return [
            replace(
                blank_of(row),
                seq=row["seq"],
                status=Status(row["status"]),
                owner=row["owner"],
                waiting_since=row["waiting_since"],
            )
            for row in await self._rows(select(table).where(live))
        ]

    async def on_site(self) -> list[VisitorId]:
        """Return the visitors who were on their site when this was written."""
        table = schema.conversations
        statement = select(table.c.visitor).where(table.c.on_site).distinct()
        return [VisitorId(row["visitor"]) for row in await self._rows(statement)]

    async def due(self, limit: int) -> list[Due]:
        """Return the next deadlines, earliest first."""
        table = schema.deadlines
        columns = (table.c.at, table.c.conversation, table.c.kind)
        statement = select(*columns).order_by(*columns).limit(limit)
        return [
            (row["at"], ConversationId(row["conversation"]), row["kind"])
            for row in await self._rows(statement)
        ]

    async def latest_instant(self) -> datetime | None:
        """Return the newest instant that anything happened at."""
        rows = await self._rows(select(func.max(schema.events.c.at).label("at")))
        found: datetime | None = rows[0]["at"]
        return found

    async def forget_commands(self, before: datetime) -> None:
        """Let go of answers that are too old to be asked for again."""
        old = delete(schema.commands).where(schema.commands.c.at < before)
        await self._database.write(lambda it: it.execute(old))

    async def uploads(self, ids: Collection[AttachmentId]) -> list[Upload]:
        """Load files that were uploaded; unknown ones are left out."""
        return await Attachments(self._database).with_ids(ids)

    async def entries(
        self, conversation: ConversationId, before: int | None, limit: int
    ) -> list[Entry]:
        """Return a stretch of a conversation, in order."""
        table = schema.events
        statement = select(table).where(table.c.conversation == conversation)
        if before is not None:
            statement = statement.where(table.c.seq < before)
        rows = await self._rows(statement.order_by(table.c.seq.desc()).limit(limit))
        return [entry_of(row) for row in reversed(rows)]


def _talks(connection: Connection, ids: Sequence[ConversationId]) -> list[Talk]:
    """Load and fold: in the reader's thread, however long they are."""
    kept, due = schema.conversations, schema.deadlines
    rows = connection.execute(select(kept).where(kept.c.id.in_(ids))).mappings().all()
    entries = entries_of(connection, ids)
    dues: dict[str, dict[str, datetime]] = defaultdict(dict)
    for row in connection.execute(select(due).where(due.c.conversation.in_(ids))).mappings():
        dues[row["conversation"]][row["kind"]] = row["at"]
    return [Talk.of(blank_of(row), entries[row["id"]], dues[row["id"]]) for row in rows]


def entries_of(connection: Connection, ids: Sequence[str]) -> Mapping[str, list[Entry]]:
    """Return the events of conversations, in their order."""
    found: dict[str, list[Entry]] = defaultdict(list)
    table = schema.events
    for start in range(0, len(ids), _AT_ONCE):
        some = select(table).where(table.c.conversation.in_(ids[start : start + _AT_ONCE]))
        ordered = some.order_by(table.c.conversation, table.c.seq)
        for row in connection.execute(ordered).mappings():
            found[row["conversation"]].append(entry_of(row))
    return found


def entry_of(row: Mapping[str, Any] | RowMapping) -> Entry:
    """Read an event."""
    return Entry(seq=row["seq"], at=row["at"], event=codec.decode_event(row["body"]))


def blank_of(row: RowMapping) -> Conversation:
    """Return the conversation before its first event."""
    return Conversation(
        id=ConversationId(row["id"]),
        mission=MissionId(row["mission"]),
        group=GroupId(row["group"]),
        visitor=VisitorId(row["visitor"]),
    )


def guest_of(row: RowMapping) -> Guest:
    """Read a visitor."""
    block = None
    if row["block_expert"]:
        block = Block(
            expert=ExpertId(row["block_expert"]),
            at=row["block_at"],
            reason=row["block_reason"],
            until=row["block_until"],
        )
    return Guest(
        id=VisitorId(row["id"]),
        mission=MissionId(row["mission"]),
        token=row["token"],
        name=row["name"],
        email=row["email"],
        language=row["language"],
        device=row["device"],
        block=block,
        stored=True,
    )
