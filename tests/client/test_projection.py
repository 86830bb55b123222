"""Pending acts show at once, by the domain's own rules."""

from datetime import timedelta

import pytest

from pupitre.client.projection import confirms, project, project_self
from pupitre.domain import commands as c
from pupitre.domain import events as e
from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.ids import GroupId
from pupitre.domain.people import Role
from tests.client.ground import ALICE, BRUNO, NOON, blank, opened, pending, post, wrote
from tests.support.story import experts, missions

LATER = NOON + timedelta(hours=3)
VELO = missions()[0]


def shown(*commands: c.ExpertCommand, talk: Conversation | None = None) -> Conversation:
    everyone = {it.id: it for it in experts()}
    return project(
        talk or opened(),
        [pending(it) for it in commands],
        you=ALICE,
        mission=VELO,
        experts=everyone,
    )


def test_a_pause_shows_before_the_server_knows() -> None:
    talk = shown(c.Pause(until=LATER))
    assert talk.status is Status.PAUSED
    assert talk.pause
    assert talk.pause.until == LATER


def test_acts_are_shown_in_their_order() -> None:
    talk = shown(c.Pause(until=LATER), post("je reviens"))
    assert talk.status is Status.OPEN, "posting takes it back"
    assert talk.last_message
    assert talk.last_message.text == "je reviens"


def test_a_closed_conversation_leaves_the_desk() -> None:
    assert shown(c.Close(subjects=(next(iter(VELO.leaves())),))).is_closed


def test_a_released_one_is_no_longer_yours() -> None:
    assert shown(c.Release()).owner != ALICE


def test_what_the_rules_refuse_changes_nothing() -> None:
    assert shown(c.Close()) == opened(), "subjects are required"
    assert shown(c.Resume()) == opened()
    assert shown(post("x"), talk=blank()) == blank()


def test_commands_about_yourself_do_not_touch_a_conversation() -> None:
    assert shown(c.SetSlots(slots=2), c.SetAvailability(available=True), c.SignOut()) == opened()


def test_your_availability_shows_at_once() -> None:
    alice = experts()[0]
    asked = [pending(c.SetAvailability(available=False)), pending(c.SetSlots(slots=2))]
    you = project_self(alice, asked, max_slots=4, now=NOON)
    assert (you.available, you.slots) == (False, 2)
    too_many = [pending(c.SetSlots(slots=99))]
    assert project_self(alice, too_many, max_slots=4, now=NOON) == alice


CONFIRMED: list[tuple[e.Event, c.ExpertCommand]] = [
    (wrote("a", author=Role.EXPERT), post("a")),
    (e.Seen(by=Role.EXPERT, seq=4), c.MarkSeen(seq=3)),
    (e.Paused(until=LATER, keep=True, count=1), c.Pause(until=LATER)),
    (e.Resumed(reason=e.ResumeReason.BY_EXPERT), c.Resume()),
    (e.Released(expert=ALICE), c.Release()),
    (e.Transferred(sender=ALICE, expert=BRUNO), c.Transfer(expert=BRUNO)),
    (e.Closed(by=Role.EXPERT, expert=ALICE), c.Close()),
    (e.Qualified(expert=ALICE, subjects=()), c.Qualify()),
    (e.Noted(expert=ALICE, text="n"), c.WriteNote(text="n")),
    (e.Blocked(expert=ALICE, reason="r"), c.BlockVisitor(reason="r")),
]


@pytest.mark.parametrize(("event", "command"), CONFIRMED)
def test_each_command_knows_its_event(event: e.Event, command: c.ExpertCommand) -> None:
    assert confirms(event, command, ALICE)
    others = [it for it, _ in CONFIRMED if it is not event]
    assert not any(confirms(it, command, ALICE) for it in others)


def test_somebody_else_s_event_confirms_nothing() -> None:
    assert not confirms(wrote("b", author=Role.EXPERT), post("a"), ALICE)
    assert not confirms(e.Released(expert=BRUNO), c.Release(), ALICE)
    transferred = e.Transferred(sender=BRUNO, group=GroupId("g"))
    assert not confirms(transferred, c.Transfer(expert=ALICE), ALICE)
    assert not confirms(transferred, c.SignOut(), ALICE)


def test_a_pause_is_confirmed_to_the_millisecond_that_travels() -> None:
    asked = c.Pause(until=LATER + timedelta(microseconds=900))
    assert confirms(e.Paused(until=LATER, keep=True, count=1), asked, ALICE)
