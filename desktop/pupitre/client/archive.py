"""Conversations that are over, fetched to be read again."""

from collections.abc import Callable
from dataclasses import dataclass

from pupitre.client import questions as q
from pupitre.client.changes import Change, Erased, Fetched
from pupitre.client.desk import Desk
from pupitre.client.hearing import Hearing
from pupitre.client.observe import Observable
from pupitre.client.replica import Record
from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.events import Closed, Entry
from pupitre.domain.ids import ConversationId, GroupId, MissionId, VisitorId
from pupitre.domain.people import Visitor
from pupitre.domain.refusals import Code

Ask = Callable[[q.Question, Callable[[q.Answer], None]], None]
CLOSED = "closed"
NOT_OVER = "not_over"
"""It goes on at another desk: a copy of it would be stale at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What is known of a conversation before it is fetched."""

    id: ConversationId
    mission: MissionId
    visitor: VisitorId
    name: str = ""

    @classmethod
    def of(cls, found: q.PastConversation | q.Hit) -> "Past":
        """Return what a list or a search says of it."""
        id_ = found.id if isinstance(found, q.PastConversation) else found.conversation
        return cls(id=id_, mission=found.mission, visitor=found.visitor, name=found.name)


class Archive:
    """Puts them beside those that left: they can be read and qualified, and nothing else."""

    def __init__(self, desk: Desk, hearing: Hearing, ask: Ask, changes: Observable[Change]) -> None:
        self._desk, self._hearing, self._ask = desk, hearing, ask
        self._wanted: dict[ConversationId, Past] = {}
        self._subscription = changes.subscribe(self._on_change)

    def fetch(self, past: Past) -> None:
        """Fetch the end of one, or what is new in it; `Fetched` tells when it can be shown."""
        record = self._desk.replica.records.get(past.id)
        if record is not None and not record.gone:
            self._desk.news.tell(Fetched(past.id))
            return
        self._wanted[past.id] = past
        self._ask(q.LastEvents(past.id), self._on_answer)

    def _on_change(self, news: Change) -> None:
        """Take in nothing of what was erased after it was asked for."""
        if isinstance(news, Erased):
            for gone in news.conversations & self._wanted.keys():
                del self._wanted[gone]
                self._desk.news.tell(Fetched(gone, Code.UNKNOWN_CONVERSATION))

    def _on_answer(self, answer: q.Answer) -> None:
        question = answer.question
        if not isinstance(question, q.LastEvents):
            return
        past = self._wanted.pop(question.conversation, None)
        if past is None:
            return
        if isinstance(answer, q.LastEntries):
            self._desk.news.tell(Fetched(past.id, self._take(past, answer.entries)))
        else:
            kept = past.id in self._desk.replica.records
            reason = answer.reason if isinstance(answer, q.Unanswered) else ""
            self._desk.news.tell(Fetched(past.id, "" if kept else reason))

    def _take(self, past: Past, entries: tuple[Entry, ...]) -> str:
        """Keep it; return why it cannot be shown."""
        records, held = self._desk.replica.records, self._desk.replica.records.get(past.id)
        follows = (
            held is not None
            and bool(entries)
            and entries[0].seq <= held.state.seq + 1
            and held.agrees(entries)
        )
        if not follows:
            if not any(isinstance(it.event, Closed) for it in entries):
                return NOT_OVER
            records[past.id] = Record(_base(past, entries), _visitor(past), gone=CLOSED)
            self._desk.news.reset(past.id)
        for entry in entries:
            if (step := self._desk.replica.happened(past.id, entry)) is not None:
                self._hearing.apply(records[past.id], step)
        record = records[past.id]
        if record.state.is_closed:
            record.gone = CLOSED
        self._desk.replica.keep_a_while(past.id)
        self._desk.touch(past.id)
        return "" if record.gone else NOT_OVER


def _base(past: Past, entries: tuple[Entry, ...]) -> Conversation:
    """Return what the conversation was before its last events, as far as they tell."""
    closer = next((it.event.expert for it in entries if isinstance(it.event, Closed)), None)
    return Conversation(
        id=past.id,
        mission=past.mission,
        group=GroupId(""),
        visitor=past.visitor,
        seq=entries[0].seq - 1,
        status=Status.OPEN,
        owner=closer,
        started_at=entries[0].at,
    )


def _visitor(past: Past) -> Visitor:
    return Visitor(id=past.visitor, name=past.name or None)
