"""What happened meanwhile is counted as an expert would tell it."""

import pytest

from pupitre.client import meanwhile
from pupitre.client.meanwhile import Meanwhile
from pupitre.client.replica import Step
from pupitre.domain.events import (
    Assigned,
    AssignReason,
    Closed,
    Event,
    Released,
    Resumed,
    ResumeReason,
    Transferred,
    VisitorLeft,
)
from pupitre.domain.people import Role
from tests.client.ground import ALICE, BRUNO, entry, opened, wrote


def steps(*events: Event) -> list[Step]:
    talk = opened()
    return [Step(talk, entry(4 + place, it), talk) for place, it in enumerate(events)]


def test_messages_and_their_conversations_are_counted() -> None:
    once = meanwhile.of(steps(wrote("a"), wrote("b"), VisitorLeft()), smaller=3)
    again = meanwhile.of(steps(wrote("c")), smaller=1)
    assert once + again == Meanwhile(messages=3, talks=2)


def test_a_pause_that_ended_counts_unless_an_expert_ended_it() -> None:
    expired, taken = Resumed(reason=ResumeReason.EXPIRED), Resumed(reason=ResumeReason.BY_EXPERT)
    assert meanwhile.of(steps(expired), smaller=1) == Meanwhile(came_back=1)
    assert meanwhile.of(steps(taken), smaller=1) == Meanwhile(others=1)


def test_smaller_things_count_where_nothing_greater_happened() -> None:
    assert meanwhile.of(steps(VisitorLeft()), smaller=1) == Meanwhile(others=1)
    assert not meanwhile.of((), smaller=0)


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        (Closed(by=Role.VISITOR, expert=ALICE, survey=True), "closed"),
        (Transferred(sender=ALICE, expert=BRUNO), "transferred"),
        (Released(expert=ALICE), "released"),
        (Assigned(expert=BRUNO, reason=AssignReason.UNAVAILABLE), "reassigned"),
    ],
)
def test_how_one_left_is_told_and_counted(event: Event, reason: str) -> None:
    assert meanwhile.how_it_left(entry(9, event)) == reason
    assert getattr(meanwhile.left(reason), reason) == 1


def test_one_that_left_without_a_word_is_counted_too() -> None:
    assert meanwhile.left(meanwhile.UNKNOWN) == Meanwhile(gone=1)
