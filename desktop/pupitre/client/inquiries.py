"""Questions on their way and the listeners that wait for the answers."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import uuid4
from weakref import WeakMethod

from pupitre.client import harmless
from pupitre.client import questions as q
from pupitre.client.observe import tell
from pupitre.client.rows import Names, from_entry
from pupitre.client.views import Row
from pupitre.domain.ids import ConversationId, ExpertId, GroupId, MissionId, SubjectId, VisitorId
from pupitre.wire import expert_frames, figures, queries, translate
from pupitre.wire.events import Entry
from pupitre.wire.instants import Instant

Listener = Callable[[q.Answer], None]


@dataclass(frozen=True, slots=True)
class _Asked:
    question: q.Question
    listener: WeakMethod[Listener]

    def answer(self, answer: q.Answer) -> None:
        listener = self.listener()
        if listener is not None:
            tell(listener, answer)


class Inquiries:
    """Each question is answered once: by the server, or by `unanswered` when the link goes."""

    def __init__(self, names: Names, seen_to: Callable[[ConversationId], int]) -> None:
        self._names, self._seen_to = names, seen_to
        self._asked: dict[str, _Asked] = {}

    def ask(self, question: q.Question, listener: Listener) -> expert_frames.AskQuery:
        """Return the frame that asks; the listener is a bound method, held weakly."""
        id_ = str(uuid4())
        self._asked[id_] = _Asked(question, WeakMethod(listener))
        return expert_frames.AskQuery(id=id_, query=_query(question))

    def answered(self, frame: expert_frames.Answer) -> None:
        """Tell who asked."""
        asked = self._asked.pop(frame.id, None)
        if asked is not None:
            asked.answer(self._read(asked.question, frame))

    def refused(self, id_: str, code: str) -> bool:
        """Tell who asked that there is no answer; False: it was no question."""
        asked = self._asked.pop(id_, None)
        if asked is not None:
            asked.answer(q.Unanswered(asked.question, code))
        return asked is not None

    def link_lost(self) -> None:
        """Leave nobody waiting."""
        for id_ in tuple(self._asked):
            self.refused(id_, "unreachable")

    def _read(self, question: q.Question, frame: expert_frames.Answer) -> q.Answer:
        match question, frame.answer:
            case (
                q.History() | q.MyClosed(),
                queries.History(conversations=found) | queries.ClosedList(conversations=found),
            ):
                return q.PastConversations(question, tuple(_past(it) for it in found))
            case q.Search(), queries.Hits(hits=hits):
                return q.Hits(question, tuple(_hit(it) for it in hits))
            case q.Statistics(), figures.Statistics() as found_figures:
                return _figures(question, found_figures)
            case q.EarlierEvents(), queries.Events(entries=entries):
                return q.EarlierRows(question, tuple(self._rows(question, entries)))
            case q.LastEvents(), queries.Events(entries=entries):
                return q.LastEntries(question, tuple(map(translate.entry_from_wire, entries)))
            case _:
                return q.Unanswered(question, "bad_frame")

    def _rows(self, question: q.EarlierEvents, entries: Iterable[Entry]) -> Iterator[Row]:
        seen_to = self._seen_to(question.conversation)
        for it in entries:
            row = from_entry(translate.entry_from_wire(it), self._names, seen_to=seen_to)
            if row is not None:
                yield row


def _query(question: q.Question) -> queries.Query:
    match question:
        case q.History(visitor=visitor):
            return queries.AskHistory(visitor=visitor)
        case q.MyClosed(before=before):
            return queries.AskClosed(before=None if before is None else Instant.of(before))
        case q.Search(text=text):
            return queries.AskSearch(text=text)
        case q.Statistics(since=since, until=until, mine=mine):
            return queries.AskStatistics(
                since=Instant.of(since), until=Instant.of(until), mine=mine
            )
        case q.EarlierEvents(conversation=conversation, before=before_seq):
            return queries.AskEvents(conversation=conversation, before=before_seq)
        case q.LastEvents(conversation=conversation):
            return queries.AskEvents(conversation=conversation)


def _past(it: queries.PastConversation) -> q.PastConversation:
    return q.PastConversation(
        id=ConversationId(it.id),
        mission=MissionId(it.mission),
        visitor=VisitorId(it.visitor),
        name=harmless.name(it.name),
        started_at=it.started_at,
        closed_at=it.closed_at,
        subjects=tuple(SubjectId(subject) for subject in it.subjects),
        note=it.note,
        csat=it.csat,
    )


def _hit(it: queries.Hit) -> q.Hit:
    return q.Hit(
        conversation=ConversationId(it.conversation),
        mission=MissionId(it.mission),
        visitor=VisitorId(it.visitor),
        name=harmless.name(it.name),
        at=it.at,
        excerpt=harmless.line(it.excerpt),
        status=it.status,
    )


def _figures(question: q.Statistics, it: figures.Statistics) -> q.Figures:
    read = translate.figures_from_wire
    return q.Figures(
        question=question,
        total=read(it.total),
        subjects={SubjectId(part.key): read(part.figures) for part in it.subjects},
        experts={ExpertId(part.key): read(part.figures) for part in it.experts},
        groups={GroupId(part.key): read(part.figures) for part in it.groups},
        days={date.fromisoformat(part.key): read(part.figures) for part in it.days},
    )
