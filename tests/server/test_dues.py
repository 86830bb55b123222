"""The index of deadlines follows the states (P4, R6)."""

from dataclasses import replace
from datetime import timedelta

from pupitre.domain.commands import Close, Pause
from pupitre.domain.people import Actor
from pupitre.domain.roster import unlinked
from pupitre.server.acts import carry_out
from pupitre.server.dues import cross_off, reconsider
from pupitre.server.round import Round
from pupitre.server.talks import Talk
from tests.server.makers import ALICE, NOON, SECOND, begun, blank, expert, present_with

LATER = NOON + 3600 * SECOND


def test_a_pause_is_indexed_and_its_end_takes_it_out() -> None:
    present = present_with(replace(expert(), open=1))
    talk = Talk.of(blank(), begun(), {})
    present.talks.put(talk)
    round_ = Round(present, NOON + 9 * SECOND)
    carry_out(round_, talk, Pause(until=LATER), Actor.of(ALICE))
    assert round_.batch.deadlines == {(talk.state.id, "wake"): LATER}
    paused = present.talk(talk.state.id)
    assert paused
    assert paused.due == {"wake": LATER}
    carry_out(round_, paused, Close(), Actor.of(ALICE))
    assert round_.batch.deadlines == {(talk.state.id, "wake"): None}


def test_an_absent_owners_conversations_are_indexed() -> None:
    present = present_with(replace(expert(), open=1))
    talk = Talk.of(blank(), begun(), {})
    present.talks.put(talk)
    present.floor.add(talk.state)
    round_ = Round(present, NOON + 60 * SECOND)
    away = unlinked(present.floor.experts[ALICE], round_.now)
    round_.change(away)
    reconsider(round_, away)
    due = round_.now + timedelta(hours=24)
    assert round_.batch.deadlines == {(talk.state.id, "reclaim"): due}


def test_what_does_not_hold_is_crossed_off() -> None:
    present = present_with(expert())
    talk = Talk.of(blank(), begun(), {"wake": NOON})
    present.talks.put(talk)
    round_ = Round(present, NOON)
    cross_off(round_, talk, "wake")
    assert round_.batch.deadlines == {(talk.state.id, "wake"): None}
    kept = present.talk(talk.state.id)
    assert kept
    assert kept.due == {}
