"""Carrying commands out: loads, queues, and freed slots passed on (R2 to R5, P3)."""

from dataclasses import replace

import pytest

from pupitre.domain import commands
from pupitre.domain.conversation import Status
from pupitre.domain.ids import MessageId
from pupitre.domain.people import SYSTEM, VISITOR, Actor
from pupitre.domain.refusals import Code, Refused
from pupitre.server.acts import carry_out, give_to_the_free
from pupitre.server.answers import Done
from pupitre.server.present import Present
from pupitre.server.round import Round
from pupitre.server.talks import Talk
from tests.server.makers import (
    ALICE,
    BRUNO,
    NOON,
    SECOND,
    begun,
    blank,
    expert,
    guest,
    present_with,
)

POST = commands.Post(id=MessageId("m"), text="Bonjour")


def waiting_in(present: Present, *names: str) -> None:
    for name in names:
        talk = Talk.of(blank(name), begun(owner=None), {})
        present.talks.put(talk)
        present.floor.add(talk.state)


def on_a_desk(present: Present, name: str = "c1") -> Talk:
    talk = Talk.of(blank(name), begun(), {})
    present.talks.put(talk)
    present.floor.add(talk.state)
    present.floor.change(replace(present.floor.experts[ALICE], open=1))
    return talk


def test_a_first_message_takes_a_slot_and_stores_the_visitor() -> None:
    present = present_with(expert())
    present.guests.put(guest())
    round_ = Round(present, NOON)
    answer = carry_out(round_, Talk.blank(blank()), POST, VISITOR)
    assert answer == Done(2), "the number of the message"
    assert present.floor.experts[ALICE].open == 1
    assert present.floor.experts[ALICE].last_assigned == NOON
    assert round_.batch.taken == {ALICE: 1}
    assert not round_.batch.forced
    assert [row["id"] for row in round_.batch.visitors] == ["v1"]
    stored = present.guests.get(guest().id)
    assert stored
    assert (stored.stored, stored.latest) == (True, "c1")


def test_past_the_queues_size_nothing_happens() -> None:
    present = present_with(expert(present=False))
    present.guests.put(guest())
    waiting_in(present, "a", "b")
    round_ = Round(present, NOON)
    assert carry_out(round_, Talk.blank(blank()), POST, VISITOR) == Refused(Code.NOBODY_AVAILABLE)
    assert round_.batch.is_empty


def test_a_freed_slot_takes_what_waited_longest() -> None:
    present = present_with(replace(expert(), slots=1))
    talk = on_a_desk(present)
    waiting_in(present, "a", "b")
    round_ = Round(present, NOON + 60 * SECOND)
    later = NOON + 9999 * SECOND
    carry_out(round_, talk, commands.Pause(until=later), Actor.of(ALICE))
    taken = present.talk(blank("a").id)
    assert taken
    assert taken.state.owner == ALICE
    assert present.floor.experts[ALICE].open == 1
    assert present.floor.waiting_in(blank().group) == 1
    assert round_.batch.taken == {ALICE: 0}


def test_what_was_just_given_back_is_not_handed_back() -> None:
    present = present_with(expert())
    talk = on_a_desk(present)
    round_ = Round(present, NOON + 60 * SECOND)
    carry_out(round_, talk, commands.Release(), Actor.of(ALICE))
    released = present.talk(talk.state.id)
    assert released
    assert released.state.status is Status.WAITING
    moves = [(replace(expert(), available=False), present.floor.experts[ALICE])]
    give_to_the_free(round_, moves)
    taken = present.talk(talk.state.id)
    assert taken
    assert taken.state.owner == ALICE, "through the queue"


def test_a_kept_conversation_comes_back_over_the_slots() -> None:
    present = present_with(replace(expert(), slots=1))
    until = NOON + 60 * SECOND
    first = on_a_desk(present, "kept")
    carry_out(Round(present, NOON), first, commands.Pause(until=until), Actor.of(ALICE))
    on_a_desk(present, "other")
    round_ = Round(present, until)
    paused = present.talk(first.state.id)
    assert paused
    carry_out(round_, paused, commands.Wake(), SYSTEM)
    assert present.floor.experts[ALICE].open == 2
    assert round_.batch.forced == {ALICE}


@pytest.mark.parametrize("anyway", [True, False])
def test_a_transfer_moves_the_load(*, anyway: bool) -> None:
    present = present_with(expert(), expert(BRUNO))
    talk = on_a_desk(present)
    command = commands.Transfer(expert=BRUNO, anyway=anyway)
    carry_out(Round(present, NOON), talk, command, Actor.of(ALICE))
    loads = {id_: it.open for id_, it in present.floor.experts.items()}
    assert loads == {ALICE: 0, BRUNO: 1}
