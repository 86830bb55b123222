"""What desks look up: history, closed conversations, search, figures."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, select

from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.events import Entry
from pupitre.domain.evolution import fold
from pupitre.domain.ids import ConversationId, ExpertId, MissionId, VisitorId
from pupitre.server.store import schema
from pupitre.server.store.database import Database
from pupitre.server.store.queries import blank_of, entries_of, entry_of

SEARCHED = 100
"""The most hits of one search."""
LISTED = 200
"""The most conversations of one history."""
Life = tuple[Conversation, list[Entry]]
"""A conversation before its first event, and its events."""


class Lookups:
    """Reads for people; never more than is asked for, never another mission's."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def _rows(self, statement: Select[Any]) -> Sequence[RowMapping]:
        return await self._database.read(lambda it: it.execute(statement).mappings().all())

    async def history(
        self, visitor: VisitorId, missions: Collection[MissionId]
    ) -> list[Conversation]:
        """Return a visitor's conversations, newest first."""
        table = schema.conversations
        statement = select(table).where(table.c.visitor == visitor, table.c.mission.in_(missions))
        newest = statement.order_by(table.c.started_at.desc()).limit(LISTED)
        return [fold(*life) for life in await self._lives(newest)]

    async def closed(
        self, expert: ExpertId, before: datetime | None, limit: int
    ) -> list[Conversation]:
        """Return what the expert closed, newest first."""
        table = schema.conversations
        mine = [table.c.owner == expert, table.c.status == Status.CLOSED]
        if before:
            mine.append(table.c.closed_at < before)
        ordered = select(table).where(*mine).order_by(table.c.closed_at.desc()).limit(limit)
        return [fold(*life) for life in await self._lives(ordered)]

    async def search(
        self, words: str, missions: Collection[MissionId]
    ) -> list[tuple[Conversation, Entry]]:
        """Return messages that contain all these (folded) words, newest first."""
        texts, kept, happened = schema.texts, schema.conversations, schema.events
        joined = texts.join(kept, kept.c.id == texts.c.conversation).join(
            happened,
            (happened.c.conversation == texts.c.conversation) & (happened.c.seq == texts.c.seq),
        )
        contain = [texts.c.folded.contains(word, autoescape=True) for word in words.split()]
        columns = (kept, happened.c.at, happened.c.body, happened.c.seq.label("number"))
        statement = select(*columns).select_from(joined)
        statement = statement.where(kept.c.mission.in_(missions), *contain)
        found: list[tuple[Conversation, Entry]] = []
        for row in await self._rows(statement.order_by(happened.c.at.desc()).limit(SEARCHED)):
            entry = entry_of({"seq": row["number"], "at": row["at"], "body": row["body"]})
            found.append((_summary_of(row), entry))
        return found

    async def names(self, visitors: Collection[VisitorId]) -> dict[VisitorId, str]:
        """Return the names of those who gave one."""
        table = schema.visitors
        named = select(table.c.id, table.c.name).where(table.c.id.in_(visitors))
        rows = await self._rows(named.where(table.c.name.is_not(None)))
        return {VisitorId(row["id"]): row["name"] for row in rows}

    async def started(
        self, missions: Collection[MissionId], since: datetime, until: datetime
    ) -> list[Life]:
        """Return the conversations started between two instants, with all their events."""
        table = schema.conversations
        within = table.c.mission.in_(missions) & table.c.started_at.between(since, until)
        return await self._lives(select(table).where(within))

    async def mission_of(self, conversation: ConversationId) -> MissionId | None:
        """Return the mission of a conversation."""
        table = schema.conversations
        rows = await self._rows(select(table.c.mission).where(table.c.id == conversation))
        return MissionId(rows[0]["mission"]) if rows else None

    async def _lives(self, statement: Select[Any]) -> list[Life]:
        return await self._database.read(partial(_lives, statement=statement))


def _lives(connection: Connection, statement: Select[Any]) -> list[Life]:
    """Load whole conversations: in the reader's thread, however many they are."""
    blanks = [blank_of(row) for row in connection.execute(statement).mappings()]
    entries = entries_of(connection, [blank.id for blank in blanks])
    return [(blank, entries[blank.id]) for blank in blanks]


def _summary_of(row: RowMapping) -> Conversation:
    """Return what the projection knows of a conversation."""
    return replace(blank_of(row), seq=row["seq"], status=Status(row["status"]), owner=row["owner"])
