"""Answers to what a desk looks up, for the missions that its expert works for."""

import asyncio
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import assert_never

from sqlalchemy.exc import SQLAlchemyError

from pupitre.domain import statistics
from pupitre.domain.conversation import Conversation
from pupitre.domain.events import Entry, Message
from pupitre.domain.ids import ConversationId, ExpertId, MissionId, VisitorId
from pupitre.domain.refusals import Code, Refused
from pupitre.server.answers import OUT_OF_ORDER
from pupitre.server.folding import folded
from pupitre.server.house import House
from pupitre.server.store.lookups import Life
from pupitre.wire import figures, queries, translate
from pupitre.wire.instants import Instant

EXCERPT = 160
Found = queries.History | queries.ClosedList | queries.Hits | queries.Events | figures.Statistics


class Inquiries:
    """Looks things up for one expert."""

    def __init__(self, house: House, expert: ExpertId) -> None:
        self._house = house
        self._expert = expert

    async def answer(self, query: queries.Query) -> Found | Refused:
        """Return what is found."""
        try:
            return await self._answer(query)
        except SQLAlchemyError:
            return OUT_OF_ORDER

    async def _answer(self, query: queries.Query) -> Found | Refused:
        match query:
            case queries.AskHistory(visitor=visitor):
                return await self._history(VisitorId(visitor))
            case queries.AskClosed(before=before, limit=limit):
                closed = await self._house.lookups.closed(self._expert, before, limit)
                return queries.ClosedList(conversations=await self._past(closed))
            case queries.AskSearch(text=text):
                return await self._search(text)
            case queries.AskStatistics():
                return await self._statistics(query)
            case queries.AskEvents():
                return await self._events(query)
            case _:
                assert_never(query)

    @property
    def _missions(self) -> tuple[MissionId, ...]:
        floor = self._house.present.floor
        return floor.missions_of(floor.experts[self._expert])

    async def _history(self, visitor: VisitorId) -> queries.History:
        found = await self._house.lookups.history(visitor, self._missions)
        return queries.History(conversations=await self._past(found))

    async def _past(
        self, conversations: Iterable[Conversation]
    ) -> tuple[queries.PastConversation, ...]:
        every = list(conversations)
        names = await self._house.lookups.names({it.visitor for it in every})
        return tuple(_past(it, names.get(it.visitor)) for it in every)

    async def _search(self, text: str) -> queries.Hits:
        words = folded(text)
        found = await self._house.lookups.search(words, self._missions)
        names = await self._house.lookups.names({it.visitor for it, _ in found})
        return queries.Hits(
            hits=tuple(_hit(it, entry, words, names.get(it.visitor)) for it, entry in found)
        )

    async def _statistics(self, query: queries.AskStatistics) -> figures.Statistics:
        missions, now = self._missions, self._house.clock.now()
        lives = await self._house.lookups.started(missions, query.since, query.until)
        writer = self._expert if query.mine else None
        return await asyncio.to_thread(_figures, lives, now, writer)

    async def _events(self, query: queries.AskEvents) -> queries.Events | Refused:
        conversation = ConversationId(query.conversation)
        if await self._house.lookups.mission_of(conversation) not in self._missions:
            return Refused(Code.UNKNOWN_CONVERSATION)
        entries = await self._house.queries.entries(conversation, query.before, query.limit)
        return queries.Events(
            conversation=conversation, entries=tuple(map(translate.entry_to_wire, entries))
        )


def _figures(
    lives: Iterable[Life], now: datetime, writer: ExpertId | None = None
) -> figures.Statistics:
    """Measure and add up what a writer took part in, or all.

    In a thread, as a month of them takes a while.
    """
    measured = [statistics.measure(blank, entries, now) for blank, entries in lives]
    measures = [it for it in measured if it and (writer is None or writer in it.experts)]
    whole = statistics.summarise(measures)
    by = statistics.grouped
    return figures.Statistics(
        total=translate.figures_to_wire(whole),
        subjects=translate.parts_to_wire(by(measures, lambda it: it.subjects), whole),
        experts=translate.parts_to_wire(by(measures, lambda it: it.experts), whole),
        groups=translate.parts_to_wire(by(measures, lambda it: (it.group,)), whole),
        days=translate.parts_to_wire(by(measures, lambda it: (it.day.isoformat(),)), whole),
    )


def _past(it: Conversation, name: str | None) -> queries.PastConversation:
    return queries.PastConversation(
        id=it.id,
        mission=it.mission,
        visitor=it.visitor,
        name=name,
        started_at=Instant.of(it.started_at or datetime.min.replace(tzinfo=UTC)),
        closed_at=Instant.of(it.closure.at) if it.closure else None,
        subjects=it.closure.subjects if it.closure else (),
        note=it.closure.note if it.closure else "",
        csat=it.survey.csat if it.survey else None,
    )


def _hit(it: Conversation, entry: Entry, words: str, name: str | None) -> queries.Hit:
    text = entry.event.text if isinstance(entry.event, Message) else ""
    return queries.Hit(
        conversation=it.id,
        mission=it.mission,
        visitor=it.visitor,
        name=name,
        at=Instant.of(entry.at),
        excerpt=_excerpt(text, words),
        status=it.status,
    )


def _excerpt(text: str, words: str) -> str:
    """Return the stretch of text around the first of the words."""
    first = next(iter(words.split()), "")
    start = max(0, folded(text).find(first) - EXCERPT // 3)
    end = start + EXCERPT
    return ("…" if start else "") + text[start:end].strip() + ("…" if end < len(text) else "")
