"""What must hold of each single event, whoever asked for it."""

from collections.abc import Mapping

from pupitre.domain import events as e
from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.ids import ExpertId
from pupitre.domain.people import Expert

WAITING, OPEN, PAUSED, CLOSED = Status
STEPS: Mapping[type[e.Event], frozenset[tuple[Status, Status]]] = {
    e.Assigned: frozenset({(WAITING, OPEN), (OPEN, OPEN)}),
    e.Queued: frozenset({(WAITING, WAITING), (OPEN, WAITING)}),
    e.Paused: frozenset({(OPEN, PAUSED), (PAUSED, PAUSED)}),
    e.Resumed: frozenset({(PAUSED, OPEN)}),
    e.Transferred: frozenset({(OPEN, WAITING), (PAUSED, WAITING)}),
    e.Released: frozenset({(OPEN, WAITING), (PAUSED, WAITING)}),
    e.Closed: frozenset({(WAITING, CLOSED), (OPEN, CLOSED), (PAUSED, CLOSED)}),
}
"""The only events that change a status, and from which to which."""


def obey(
    before: Conversation,
    entry: e.Entry,
    after: Conversation,
    experts: Mapping[ExpertId, Expert],
    giver: ExpertId | None,
    *,
    anyway: bool,
) -> None:
    """Check one event against the laws."""
    _status_moves_by_its_events(before, entry.event, after)
    _owner_and_pause_fit_the_status(after)
    _what_happens_once_happens_once(before, entry.event)
    assert after.seq == before.seq + 1 == entry.seq
    if isinstance(entry.event, e.Assigned):
        _one_owner_at_most(before, entry.event)
        _routing_respects_the_slots(after, entry.event, experts, anyway=anyway)
        if entry.event.reason is e.AssignReason.RELEASED:
            assert entry.event.expert != giver, "P7: again only through the queue"


def _status_moves_by_its_events(before: Conversation, event: e.Event, after: Conversation) -> None:
    step = (before.status, after.status)
    if type(event) in STEPS:
        assert step in STEPS[type(event)], (event, step)
    else:
        assert before.status is after.status, (event, step)
        assert before.owner == after.owner, event


def _owner_and_pause_fit_the_status(it: Conversation) -> None:
    assert (it.pause is not None) is (it.status is PAUSED)
    assert (it.closure is not None) is (it.status is CLOSED)
    if it.status is WAITING:
        assert it.owner is None
    if it.status in (OPEN, PAUSED):
        assert it.owner is not None
        assert it.waiting_since is None


def _what_happens_once_happens_once(before: Conversation, event: e.Event) -> None:
    match event:
        case e.Started():
            assert before.is_blank
        case e.Message():
            assert before.status is not PAUSED, "P4: a message ends the pause first"
            assert before.status is not CLOSED, "C6"
        case e.SurveyAnswered():
            assert before.survey is None, "C7"
        case e.Mailed():
            gone = {reply.id for reply in before.unseen if reply.mailed}
            assert gone.isdisjoint(event.messages), "V5: never twice"
            assert before.mailed_at is None or not event.messages, "V5"
            assert not (before.survey_mailed and event.survey), "C4"


def _one_owner_at_most(before: Conversation, event: e.Assigned) -> None:
    """An owner is left before another comes, or has been away for 24 h (R6)."""
    assert before.owner is None or event.reason is e.AssignReason.UNAVAILABLE
    assert before.owner != event.expert


def _routing_respects_the_slots(
    after: Conversation, event: e.Assigned, experts: Mapping[ExpertId, Expert], *, anyway: bool
) -> None:
    taker = experts[event.expert]
    assert after.group in taker.groups
    if event.reason is not e.AssignReason.TRANSFERRED or not anyway:
        assert taker.is_eligible, (event, taker)
