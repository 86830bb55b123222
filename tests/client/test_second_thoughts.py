"""What changed meanwhile is found, and the right acts wait for their author."""

import pytest

from pupitre.client import second_thoughts
from pupitre.client.outbox import Pending
from pupitre.client.replica import Step
from pupitre.domain.commands import Close, ExpertCommand, Pause, WriteNote
from pupitre.domain.events import (
    Assigned,
    AssignReason,
    Event,
    Message,
    Released,
    VisitorLeft,
)
from pupitre.domain.ids import MessageId
from pupitre.domain.people import Role
from tests.client.ground import ALICE, BRUNO, NOON, entry, opened, pending, post, wrote

BRUNOS = Message(id=MessageId("b"), author=Role.EXPERT, expert=BRUNO, text="Je prends")
CLOSE, PAUSE, NOTE = Close(), Pause(until=NOON), WriteNote(text="à suivre")


def steps(*events: Event) -> list[Step]:
    talk = opened()
    return [Step(talk, entry(4 + place, it), talk) for place, it in enumerate(events)]


def lane(*commands: ExpertCommand) -> list[Pending]:
    return [pending(it, f"c{place}") for place, it in enumerate(commands)]


def parked(reason: str, *commands: ExpertCommand) -> list[ExpertCommand]:
    return [it.command for it in second_thoughts.to_park(lane(*commands), reason)]


@pytest.mark.parametrize(
    ("events", "reason"),
    [
        ((), ""),
        ((wrote("Allô ?"), VisitorLeft()), ""),
        ((BRUNOS,), second_thoughts.ANSWERED),
        ((wrote("x", author=Role.EXPERT),), second_thoughts.ANSWERED_BY_YOU),
        ((Released(expert=ALICE), Assigned(expert=ALICE, reason=AssignReason.RELEASED)), "moved"),
        ((Released(expert=ALICE), BRUNOS), second_thoughts.ANSWERED),
    ],
)
def test_what_changed_has_a_name(events: tuple[Event, ...], reason: str) -> None:
    assert second_thoughts.why(steps(*events), ALICE) == reason


def test_a_visitor_who_wrote_is_noticed() -> None:
    assert second_thoughts.wrote(steps(VisitorLeft(), wrote("Encore une chose")))
    assert not second_thoughts.wrote(steps(BRUNOS, VisitorLeft()))


def test_a_message_waits_with_all_that_follows_it() -> None:
    assert parked("answered", NOTE, post("a"), PAUSE) == [post("a"), PAUSE]


def test_acts_that_answer_nobody_go_on() -> None:
    assert parked("answered", NOTE, PAUSE) == []


def test_words_of_the_visitor_hold_a_closure_and_no_answer() -> None:
    assert parked(second_thoughts.WROTE, post("a"), CLOSE) == [CLOSE]
    assert parked(second_thoughts.WROTE, post("a"), PAUSE) == []


def test_what_may_be_stored_already_is_asked_again_where_nothing_else_tells() -> None:
    waiting = lane(post("a"), post("b"))
    waiting[0].tried = True
    assert second_thoughts.to_park(waiting, second_thoughts.UNKNOWN) == waiting[1:]
    assert second_thoughts.to_park(waiting, second_thoughts.ANSWERED) == waiting


def test_what_is_confirmed_does_not_wait() -> None:
    waiting = lane(post("a"), post("b"))
    waiting[0].confirmed = True
    assert second_thoughts.to_park(waiting, second_thoughts.ANSWERED) == waiting[1:]
