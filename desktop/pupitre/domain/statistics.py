"""The numbers: what conversations add up to (rules.md, Numbers)."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from pupitre.domain import events as e
from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.evolution import evolve
from pupitre.domain.ids import ExpertId, GroupId, SubjectId
from pupitre.domain.people import Role

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """One conversation in numbers; a duration that has not happened is None."""

    day: date
    group: GroupId
    experts: tuple[ExpertId, ...]
    """Who wrote to the visitor: each is credited (C7)."""
    subjects: tuple[SubjectId, ...]
    first_reply: timedelta | None
    replies: tuple[timedelta, ...]
    """Each later answer after the visitor message it answers."""
    handling: timedelta
    """Time open on a desk, pauses excluded."""
    resolution: timedelta | None
    csat: int | None
    nps: int | None
    pauses: int
    wakes: Mapping[e.ResumeReason, int]
    releases: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Several conversations in numbers; None where nothing was measured, never 0."""

    conversations: int
    first_reply: timedelta | None
    reply: timedelta | None
    handling: timedelta | None
    resolution: timedelta | None
    csat: float | None
    """Per cent of answers that are 4 or 5."""
    nps: float | None
    """Per cent of 9 and 10 less per cent of 0 to 6."""
    pauses: int
    wakes: Mapping[e.ResumeReason, int]
    releases: int


@dataclass(slots=True)
class _Tally:
    """What is counted on the way through a conversation's entries."""

    first_visitor: datetime | None = None
    unanswered: datetime | None = None
    on_desk_since: datetime | None = None
    handling: timedelta = timedelta()
    pauses: int = 0
    releases: int = 0
    first_reply: timedelta | None = None


def measure(blank: Conversation, entries: Iterable[e.Entry], now: datetime) -> Measures | None:
    """Measure one conversation from its entries; one without any has no numbers.

    `now` ends the time on a desk of a conversation that is still open.
    """
    tally, answers, wakes = _Tally(), list[timedelta](), Counter[e.ResumeReason]()
    talk = blank
    for entry in entries:
        was_paused = talk.pause is not None
        talk = evolve(talk, entry)
        _time_on_desk(tally, talk, entry.at)
        _count(tally, entry, answers, wakes, was_paused=was_paused)
    if talk.started_at is None:
        return None
    if tally.on_desk_since:
        tally.handling += now - tally.on_desk_since
    return Measures(
        day=talk.started_at.date(),
        group=talk.group,
        experts=talk.writers,
        subjects=talk.closure.subjects if talk.closure else (),
        first_reply=tally.first_reply,
        replies=tuple(answers),
        handling=tally.handling,
        resolution=_resolution(talk, tally.first_visitor),
        csat=talk.survey.csat if talk.survey else None,
        nps=talk.survey.nps if talk.survey else None,
        pauses=tally.pauses,
        wakes=dict(wakes),
        releases=tally.releases,
    )


def _resolution(talk: Conversation, first_visitor: datetime | None) -> timedelta | None:
    return talk.closure.at - first_visitor if talk.closure and first_visitor else None


def _time_on_desk(tally: _Tally, talk: Conversation, at: datetime) -> None:
    if tally.on_desk_since:
        tally.handling += at - tally.on_desk_since
    tally.on_desk_since = at if talk.status is Status.OPEN else None


def _count(
    tally: _Tally,
    entry: e.Entry,
    answers: list[timedelta],
    wakes: Counter[e.ResumeReason],
    *,
    was_paused: bool,
) -> None:
    match entry.event:
        case e.Message(author=Role.VISITOR):
            tally.first_visitor = tally.first_visitor or entry.at
            tally.unanswered = tally.unanswered or entry.at
        case e.Message():
            _answered(tally, entry.at, answers)
        case e.Paused() if not was_paused:
            tally.pauses += 1
        case e.Resumed(reason=reason):
            wakes[reason] += 1
        case e.Released():
            tally.releases += 1


def _answered(tally: _Tally, at: datetime, answers: list[timedelta]) -> None:
    """Time the first answer from the first question, later ones from what they answer."""
    if tally.unanswered is None or tally.first_visitor is None:
        return
    if tally.first_reply is None:
        tally.first_reply = at - tally.first_visitor
    else:
        answers.append(at - tally.unanswered)
    tally.unanswered = None


def summarise(measures: Sequence[Measures]) -> Summary:
    """Add up conversations: medians for durations, per cent for satisfaction."""
    wakes: Counter[e.ResumeReason] = Counter()
    for it in measures:
        wakes.update(it.wakes)
    return Summary(
        conversations=len(measures),
        first_reply=_median(it.first_reply for it in measures),
        reply=_median(reply for it in measures for reply in it.replies),
        handling=_median(it.handling for it in measures),
        resolution=_median(it.resolution for it in measures),
        csat=csat_percent([it.csat for it in measures if it.csat is not None]),
        nps=nps([it.nps for it in measures if it.nps is not None]),
        pauses=sum(it.pauses for it in measures),
        wakes=dict(wakes),
        releases=sum(it.releases for it in measures),
    )


def _median(durations: Iterable[timedelta | None]) -> timedelta | None:
    ordered = sorted(duration for duration in durations if duration is not None)
    half = len(ordered) // 2
    return (ordered[half] + ordered[~half]) / 2 if ordered else None


def csat_percent(answers: Sequence[int]) -> float | None:
    """Return (4s + 5s) ÷ answers × 100; None without answers, never 0."""
    return 100 * sum(answer >= 4 for answer in answers) / len(answers) if answers else None


def nps(answers: Sequence[int]) -> float | None:
    """Return % (9–10) − % (0–6); None without answers."""
    if not answers:
        return None
    promoters = sum(answer >= 9 for answer in answers)
    detractors = sum(answer <= 6 for answer in answers)
    return 100 * (promoters - detractors) / len(answers)


def grouped(
    measures: Iterable[Measures], keys: Callable[[Measures], Iterable[K]]
) -> dict[K, Summary]:
    """Summarise per subject, expert, group or day; a conversation may count for several."""
    sorted_out: dict[K, list[Measures]] = {}
    for it in measures:
        for key in keys(it):
            sorted_out.setdefault(key, []).append(it)
    return {key: summarise(found) for key, found in sorted_out.items()}
