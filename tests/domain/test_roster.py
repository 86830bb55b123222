"""What experts decide about themselves, and their link: R1, R5, R7, R9."""

from dataclasses import replace

import pytest

from pupitre.domain import commands as c
from pupitre.domain.ids import ConversationId, MissionId
from pupitre.domain.mission import SLOTS
from pupitre.domain.people import Expert
from pupitre.domain.refusals import Code, Refused
from pupitre.domain.roster import decide_self, linked, most_slots, unlinked
from tests.support.playbook import ALICE, NINE, NOON, TEN, VELO, expert

DESK = (ConversationId("c1"), ConversationId("c2"))


def decided(it: Expert, command: c.SelfCommand, *, desk: tuple[ConversationId, ...] = ()) -> Expert:
    after = decide_self(it, command, max_slots=4, open_conversations=desk, now=NOON)
    assert isinstance(after, Expert)
    return after


def refused(it: Expert, command: c.SelfCommand, *, desk: tuple[ConversationId, ...]) -> Refused:
    answer = decide_self(it, command, max_slots=4, open_conversations=desk, now=NOON)
    assert isinstance(answer, Refused)
    return answer


def test_r1_unavailable_is_chosen_and_dated() -> None:
    after = decided(expert(ALICE), c.SetAvailability(available=False))
    assert (after.available, after.is_eligible, after.away_since) == (False, False, NOON)


def test_r1_available_again_is_there() -> None:
    before = replace(expert(ALICE), available=False, away_since=NINE)
    after = decided(before, c.SetAvailability(available=True))
    assert (after.is_eligible, after.away_since) == (True, None)


def test_r1_being_available_without_a_link_is_not_being_there() -> None:
    before = replace(expert(ALICE), available=False, connected=False, away_since=NINE)
    after = decided(before, c.SetAvailability(available=True))
    assert (after.is_eligible, after.away_since) == (False, NINE)


def test_r1_choosing_unavailable_twice_keeps_the_first_date() -> None:
    before = replace(expert(ALICE), available=False, away_since=NINE)
    assert decided(before, c.SetAvailability(available=False)).away_since == NINE


def test_r5_lowering_the_slots_takes_nothing_away_and_nothing_arrives() -> None:
    after = decided(expert(ALICE, slots=4, open_=3), c.SetSlots(slots=2), desk=DESK)
    assert (after.open, after.slots, after.is_full, after.is_eligible) == (3, 2, True, False)
    assert replace(after, open=1).is_eligible


@pytest.mark.parametrize("slots", [1, 4])
def test_r5_slots_go_from_1_to_the_missions_most(slots: int) -> None:
    assert decided(expert(ALICE), c.SetSlots(slots=slots)).slots == slots


@pytest.mark.parametrize("slots", [-1, 0, 5])
def test_r5_other_numbers_of_slots_are_refused(slots: int) -> None:
    answer = refused(expert(ALICE), c.SetSlots(slots=slots), desk=())
    assert (answer.code, answer.detail["field"]) == (Code.BAD_FRAME, "slots")


def test_r7_a_lost_link_makes_unavailable_and_its_return_restores_the_choice() -> None:
    lost = unlinked(expert(ALICE), NINE)
    assert (lost.is_present, lost.available, lost.away_since) == (False, True, NINE)
    back = linked(lost, TEN)
    assert (back.is_eligible, back.away_since) == (True, None)


def test_r7_who_had_chosen_unavailable_is_so_still_after_the_return() -> None:
    before = replace(expert(ALICE), available=False, away_since=NINE)
    back = linked(unlinked(before, TEN), NOON)
    assert (back.available, back.is_present, back.away_since) == (False, False, NINE)


def test_r9_signing_out_with_an_open_conversation_is_refused_and_names_them() -> None:
    answer = refused(expert(ALICE, open_=2), c.SignOut(), desk=DESK)
    assert answer.code is Code.DESK_NOT_SETTLED
    assert answer.detail["conversations"] == DESK


def test_r9_a_settled_desk_is_left() -> None:
    after = decided(expert(ALICE), c.SignOut())
    assert (after.available, after.is_eligible, after.away_since) == (False, False, NOON)


def test_r5_the_most_generous_mission_says_how_many_slots_there_may_be() -> None:
    generous = replace(VELO, id=MissionId("cave"), max_slots=9)
    elsewhere = replace(generous, groups=(), max_slots=99)
    assert most_slots(expert(ALICE), (VELO, generous, elsewhere)) == 9
    assert most_slots(expert(ALICE), (elsewhere,)) == SLOTS
