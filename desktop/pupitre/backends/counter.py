"""What a floor answers to a desk's queries."""

from collections.abc import Callable, Hashable, Iterable

from pupitre.backends.floor import Floor, Talk
from pupitre.domain import statistics
from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.events import Entry, Message
from pupitre.domain.ids import ExpertId
from pupitre.wire import expert_frames, figures, queries, translate
from pupitre.wire.instants import Instant

HITS = 100


def answer(floor: Floor, expert: ExpertId, frame: expert_frames.AskQuery) -> expert_frames.Answer:
    """Look it up."""
    match frame.query:
        case queries.AskHistory(visitor=visitor):
            found: object = queries.History(
                conversations=_past(floor, lambda it: it.visitor == visitor)
            )
        case queries.AskClosed(before=before, limit=limit):
            found = queries.ClosedList(
                conversations=_past(floor, lambda it: _closed_by(it, expert, before))[:limit]
            )
        case queries.AskSearch(text=text):
            found = queries.Hits(hits=tuple(_hits(floor, expert, text))[:HITS])
        case queries.AskStatistics():
            found = _statistics(floor, frame.query, expert if frame.query.mine else None)
        case queries.AskEvents(conversation=conversation, before=before_seq, limit=limit):
            talk = next((it for it in floor.talks.values() if it.state.id == conversation), None)
            entries = (
                [it for it in talk.entries if before_seq is None or it.seq < before_seq]
                if talk
                else []
            )
            found = queries.Events(
                conversation=conversation,
                entries=tuple(translate.entry_to_wire(it) for it in entries[-limit:]),
            )
    return expert_frames.Answer(id=frame.id, answer=found)  # type: ignore[arg-type] # each case found one


def _closed_by(it: Conversation, expert: ExpertId, before: Instant | None) -> bool:
    return bool(it.closure and it.owner == expert and (before is None or it.closure.at < before))


def _past(
    floor: Floor, wanted: Callable[[Conversation], bool]
) -> tuple[queries.PastConversation, ...]:
    talks = [it.state for it in floor.talks.values() if it.state.closure and wanted(it.state)]
    talks.sort(key=lambda it: it.closure.at if it.closure else floor.clock.now(), reverse=True)
    return tuple(
        queries.PastConversation(
            id=it.id,
            mission=it.mission,
            visitor=it.visitor,
            name=floor.visitors[it.visitor].name,
            started_at=Instant.of(it.started_at or it.closure.at),
            closed_at=Instant.of(it.closure.at),
            subjects=it.closure.subjects,
            note=it.closure.note,
            csat=it.survey.csat if it.survey else None,
        )
        for it in talks
        if it.closure
    )


def _hits(floor: Floor, expert: ExpertId, text: str) -> Iterable[queries.Hit]:
    groups, words = set(floor.experts[expert].groups), text.casefold().split()
    for talk in reversed(floor.talks.values()):
        if talk.state.group in groups:
            yield from (
                _hit(floor, talk, entry, entry.event.text)
                for entry in reversed(talk.entries)
                if isinstance(entry.event, Message)
                and all(word in entry.event.text.casefold() for word in words)
            )


def _hit(floor: Floor, talk: Talk, entry: Entry, text: str) -> queries.Hit:
    return queries.Hit(
        conversation=talk.state.id,
        mission=talk.state.mission,
        visitor=talk.state.visitor,
        name=floor.visitors[talk.state.visitor].name,
        at=Instant.of(entry.at),
        excerpt=text[:200],
        status=Status(talk.state.status),
    )


def _statistics(
    floor: Floor, query: queries.AskStatistics, writer: ExpertId | None
) -> figures.Statistics:
    now = floor.clock.now()
    measured = [
        measures
        for talk in floor.talks.values()
        if talk.state.started_at
        and query.since <= talk.state.started_at < query.until
        and (measures := statistics.measure(_blank(talk.state), talk.entries, now))
        and (writer is None or writer in measures.experts)
    ]
    whole = statistics.summarise(measured)

    def parts(
        keys: Callable[[statistics.Measures], Iterable[Hashable]],
    ) -> tuple[figures.Part, ...]:
        grouped = statistics.grouped(measured, keys)
        return translate.parts_to_wire({str(key): it for key, it in grouped.items()}, whole)

    return figures.Statistics(
        total=translate.figures_to_wire(whole),
        subjects=parts(lambda it: it.subjects),
        experts=parts(lambda it: it.experts),
        groups=parts(lambda it: (it.group,)),
        days=parts(lambda it: (it.day,)),
    )


def _blank(it: Conversation) -> Conversation:
    return Conversation(id=it.id, mission=it.mission, group=it.group, visitor=it.visitor)
