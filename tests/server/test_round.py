"""A round: everything in memory at once, and everything taken back at once."""

from dataclasses import replace

from pupitre.domain.commands import Close, Pause
from pupitre.domain.evolution import fold
from pupitre.domain.ids import CommandId
from pupitre.domain.people import Actor
from pupitre.server.acts import carry_out
from pupitre.server.answers import Done
from pupitre.server.round import Round
from pupitre.server.store.batch import Sender
from pupitre.server.talks import Talk
from tests.server.makers import ALICE, NOON, SECOND, begun, blank, expert, guest, present_with

LATER = NOON + 3600 * SECOND


def test_taking_back_leaves_no_trace() -> None:
    present = present_with(replace(expert(), open=1))
    talk = Talk.of(blank(), begun(), {})
    present.talks.put(talk)
    present.guests.put(guest())
    present.floor.add(talk.state)
    experts, desks = dict(present.floor.experts), {ALICE: {talk.state.id}}
    round_ = Round(present, NOON + 9 * SECOND)
    carry_out(round_, talk, Pause(until=LATER), Actor.of(ALICE))
    assert present.floor.experts[ALICE].open == 0
    paused = present.talk(talk.state.id)
    assert paused
    carry_out(round_, paused, Close(), Actor.of(ALICE))
    round_.keep(guest("v2"))
    round_.take_back()
    assert present.talk(talk.state.id) == talk
    assert present.floor.experts == experts
    assert present.floor.desks == desks
    assert present.guests.get(guest("v2").id) is None


def test_an_answer_is_known_in_its_round_and_kept_once_stored() -> None:
    present, key = present_with(), (Sender("alice"), CommandId("1"))
    round_ = Round(present, NOON)
    round_.answer(key, Done(4))
    assert round_.known(key) == Done(4)
    assert Round(present, NOON).known(key) is None
    round_.settle()
    assert Round(present, NOON).known(key) == Done(4)


def test_queues_remember_what_they_were() -> None:
    present = present_with()
    round_ = Round(present, NOON)
    waiting = fold(blank(), begun(owner=None))
    round_.place(blank(), waiting)
    assert round_.queues_before == {waiting.group: 0}
