"""Who gets a conversation: R1 to R8 and R10."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from pupitre.domain import commands as c
from pupitre.domain import events as e
from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.ids import ConversationId, ExpertId, GroupId, MissionId, VisitorId
from pupitre.domain.people import SYSTEM, VISITOR, Expert
from pupitre.domain.refusals import Code
from pupitre.domain.routing import choose, reclaim_due, takes_next
from tests.support.playbook import (
    ADVICE,
    ALICE,
    BRUNO,
    CHLOE,
    HOUR,
    INSTANT,
    NINE,
    NOON,
    TEN,
    WORKSHOP,
    Playbook,
    answered,
    assigned,
    closed,
    expert,
    opened,
    paused,
    post,
    queued,
    resumed,
    waiting,
    written,
)

ROUTED, TRANSFERRED, RELEASED, UNAVAILABLE, RETURNING = e.AssignReason
DAY = timedelta(days=1)


def among(*experts: Expert, exclude: ExpertId | None = None) -> ExpertId | None:
    return choose({it.id: it for it in experts}, ADVICE, exclude)


def in_queue(id_: str, since: timedelta, group: GroupId = ADVICE) -> Conversation:
    return Conversation(
        id=ConversationId(id_),
        mission=MissionId("velo"),
        group=group,
        visitor=VisitorId(id_),
        waiting_since=NINE + since,
    )


# R1 and R2


@pytest.mark.parametrize(
    "unfit", [{"connected": False}, {"available": False}, {"open": 4}, {"open": 9}, {"slots": 0}]
)
def test_r1_an_expert_is_eligible_connected_available_and_not_full(unfit: Any) -> None:
    assert among(expert(ALICE)) == ALICE
    assert among(replace(expert(ALICE), **unfit)) is None


def test_r1_an_expert_of_another_group_is_not_eligible() -> None:
    assert among(expert(CHLOE, WORKSHOP)) is None


def test_r2_the_one_with_the_fewest_open_gets_it() -> None:
    assert among(expert(ALICE, open_=2), expert(BRUNO, open_=1)) == BRUNO


def test_r2_fewer_open_counts_more_than_a_long_wait() -> None:
    rested = replace(expert(ALICE, open_=1), last_assigned=NINE)
    busy = replace(expert(BRUNO, open_=0), last_assigned=NOON)
    assert among(rested, busy) == BRUNO


def test_r2_among_equals_the_one_longest_without_gets_it() -> None:
    alice = replace(expert(ALICE), last_assigned=TEN)
    bruno = replace(expert(BRUNO), last_assigned=NINE)
    assert among(alice, bruno) == BRUNO
    assert among(alice, bruno, expert(CHLOE)) == CHLOE  # never yet


def test_r2_a_visitors_first_message_is_routed(play: Playbook) -> None:
    play.floor(expert(ALICE, open_=1))
    play.when(post(), by=VISITOR)
    play.then(e.Started(), written(), assigned(BRUNO))
    assert (play.conversation.status, play.owner) == (Status.OPEN, BRUNO)


# R3


def test_r3_nobody_eligible_it_waits(play: Playbook) -> None:
    play.gone(ALICE, BRUNO)
    play.waiting = 1
    play.when(post(), by=VISITOR)
    play.then(e.Started(), written(), queued())
    assert (play.conversation.status, play.conversation.waiting_since) == (Status.WAITING, NINE)


def test_r3_past_the_queue_size_the_visitor_is_told_at_once(play: Playbook) -> None:
    play.gone(ALICE, BRUNO)
    play.waiting = 2
    play.when(post(), by=VISITOR)
    play.refuses(Code.NOBODY_AVAILABLE)
    assert play.conversation.is_blank


def test_r3_who_waits_already_may_go_on_writing_past_the_queue_size(play: Playbook) -> None:
    play.given(waiting())
    play.waiting = 2
    play.when(post("Toujours là ?"), by=VISITOR)
    play.then(written("Toujours là ?"))
    assert play.conversation.waiting_since == NINE


# R4


def test_r4_the_oldest_waiting_of_their_groups_is_taken_first() -> None:
    queue = [in_queue("b", HOUR), in_queue("a", 2 * HOUR), in_queue("w", -HOUR, WORKSHOP)]
    taken = takes_next(expert(ALICE), queue)
    assert taken is not None
    assert taken.id == "b"


def test_r4_an_expert_who_is_full_takes_nothing() -> None:
    assert takes_next(expert(ALICE, slots=2, open_=2), [in_queue("a", HOUR)]) is None


def test_r4_an_empty_queue_gives_nothing() -> None:
    assert takes_next(expert(ALICE), []) is None


def test_r4_what_was_just_given_back_is_not_handed_out_by_the_same_act() -> None:
    own, other = in_queue("own", HOUR), in_queue("other", 2 * HOUR)
    assert takes_next(expert(ALICE), [own, other], passing=own) == other
    assert takes_next(expert(ALICE), [own], passing=own) is None


def test_r4_the_system_assigns_what_waits(play: Playbook) -> None:
    play.given(waiting())
    play.when(c.Assign(expert=BRUNO), by=SYSTEM, at=TEN)
    play.then(assigned(BRUNO))
    assert (play.owner, play.conversation.waiting_since) == (BRUNO, None)


@pytest.mark.parametrize("unfit", [expert(BRUNO, slots=1, open_=1), expert(BRUNO, WORKSHOP)])
def test_r4_never_over_the_slots_nor_across_groups(play: Playbook, unfit: Expert) -> None:
    play.given(waiting())
    play.floor(unfit)
    play.when(c.Assign(expert=BRUNO), by=SYSTEM)
    play.refuses(Code.TARGET_UNAVAILABLE)


def test_r4_an_expert_who_is_not_known_is_assigned_nothing(play: Playbook) -> None:
    play.given(waiting())
    play.when(c.Assign(expert=ExpertId("nobody")), by=SYSTEM)
    play.refuses(Code.TARGET_UNAVAILABLE)


def test_r4_what_is_on_a_desk_is_not_assigned(play: Playbook) -> None:
    play.given(opened())
    play.when(c.Assign(expert=BRUNO), by=SYSTEM)
    play.refuses(Code.WRONG_STATUS, status="open")


# R6


def test_r6_after_24_h_of_absence_it_goes_to_another_expert(play: Playbook) -> None:
    play.given(opened(), answered())
    play.away(ALICE, since=NINE)
    play.given(written(), at=TEN)
    play.when(c.Reclaim(), by=SYSTEM, at=TEN + DAY)
    play.then(assigned(BRUNO, UNAVAILABLE))


def test_r6_not_a_millisecond_earlier(play: Playbook) -> None:
    play.given(opened(), answered())
    play.away(ALICE, since=NINE)
    play.given(written(), at=TEN)
    play.when(c.Reclaim(), by=SYSTEM, at=TEN + DAY - INSTANT)
    play.refuses(Code.WRONG_STATUS)


def test_r6_without_anybody_else_it_waits_in_its_group(play: Playbook) -> None:
    play.given(opened())
    play.gone(ALICE, BRUNO)
    play.when(c.Reclaim(), by=SYSTEM, at=NINE + DAY)
    play.then(queued(UNAVAILABLE))
    assert play.owner is None


def test_r6_the_clock_starts_when_the_owner_leaves_if_that_is_later(play: Playbook) -> None:
    play.given(opened())
    play.away(ALICE, since=NOON)
    play.when(c.Reclaim(), by=SYSTEM, at=NINE + DAY)
    play.refuses(Code.WRONG_STATUS)
    play.when(c.Reclaim(), by=SYSTEM, at=NOON + DAY)
    play.then(assigned(BRUNO, UNAVAILABLE))


@pytest.mark.parametrize(
    "waits_since_ten",
    [
        written(),
        (paused(TEN), resumed(e.ResumeReason.EXPIRED)),
        (e.Transferred(sender=BRUNO, expert=ALICE), assigned(ALICE, TRANSFERRED)),
        (paused(NOON), resumed(e.ResumeReason.VISITOR_REPLIED), written()),
    ],
)
def test_r6_a_message_an_expired_pause_and_a_transfer_start_the_clock(
    play: Playbook, waits_since_ten: e.Event
) -> None:
    play.given(opened(), answered(), at=NINE)
    play.given(waits_since_ten, at=TEN)
    assert reclaim_due(play.conversation, away_since=NINE) == TEN + DAY


def test_r6_a_question_left_open_by_taking_a_pause_back_starts_it_too(play: Playbook) -> None:
    play.given(opened(), paused(NOON))
    play.when(c.Resume(), at=TEN)
    assert reclaim_due(play.conversation, away_since=NINE) == TEN + DAY


@pytest.mark.parametrize("handled", [answered(), paused(NOON), closed(), queued()])
def test_r6_the_owner_handling_it_stops_the_clock(play: Playbook, handled: e.Event) -> None:
    play.given(opened(), written(), handled)
    assert reclaim_due(play.conversation, away_since=NINE) is None


def test_r6_the_owner_coming_back_stops_the_clock(play: Playbook) -> None:
    play.given(opened())
    play.when(c.Reclaim(), by=SYSTEM, at=NINE + 2 * DAY)
    play.refuses(Code.WRONG_STATUS)


def test_r6_it_is_reclaimed_once(play: Playbook) -> None:
    play.given(opened())
    play.gone(ALICE)
    play.when(c.Reclaim(), by=SYSTEM, at=NINE + DAY)
    play.when(c.Reclaim(), by=SYSTEM, at=NINE + DAY)
    play.refuses(Code.WRONG_STATUS)


# R8


def test_r8_it_goes_to_an_expert_with_a_note(play: Playbook) -> None:
    play.given(opened())
    play.when(c.Transfer(expert=BRUNO, note="Freins"))
    play.then(
        e.Transferred(sender=ALICE, expert=BRUNO, note="Freins"), assigned(BRUNO, TRANSFERRED)
    )
    assert (play.owner, play.conversation.group) == (BRUNO, ADVICE)


def test_r8_a_paused_one_goes_too_and_is_open_there(play: Playbook) -> None:
    play.given(opened(), paused(NOON))
    play.when(c.Transfer(expert=BRUNO))
    play.then(e.Transferred(sender=ALICE, expert=BRUNO), assigned(BRUNO, TRANSFERRED))
    assert (play.conversation.status, play.conversation.pause) == (Status.OPEN, None)


def test_r8_an_expert_of_another_group_brings_it_into_that_group(play: Playbook) -> None:
    play.given(opened())
    play.when(c.Transfer(expert=CHLOE))
    play.then(
        e.Transferred(sender=ALICE, expert=CHLOE, group=WORKSHOP), assigned(CHLOE, TRANSFERRED)
    )
    assert play.conversation.group == WORKSHOP


def test_r8_it_goes_to_the_best_of_a_group(play: Playbook) -> None:
    play.given(opened())
    play.when(c.Transfer(group=WORKSHOP))
    play.then(e.Transferred(sender=ALICE, group=WORKSHOP), assigned(CHLOE, TRANSFERRED))


def test_r8_the_senders_own_group_means_somebody_else_of_it(play: Playbook) -> None:
    play.floor(expert(BRUNO, open_=3))
    play.given(opened())
    play.when(c.Transfer(group=ADVICE))
    assert play.owner == BRUNO


def test_r8_a_target_that_is_not_eligible_is_refused(play: Playbook) -> None:
    play.floor(expert(BRUNO, slots=1, open_=1))
    play.gone(CHLOE)
    play.given(opened())
    play.when(c.Transfer(expert=BRUNO))
    play.refuses(Code.TARGET_UNAVAILABLE, expert=BRUNO)
    play.when(c.Transfer(group=WORKSHOP))
    play.refuses(Code.TARGET_UNAVAILABLE, group=WORKSHOP)
    assert play.owner == ALICE


def test_r8_anyway_it_goes_over_the_slots_or_into_the_queue(play: Playbook) -> None:
    play.floor(expert(BRUNO, slots=1, open_=1))
    play.gone(CHLOE)
    play.given(opened())
    play.when(c.Transfer(expert=BRUNO, anyway=True))
    play.then(e.Transferred(sender=ALICE, expert=BRUNO), assigned(BRUNO, TRANSFERRED))
    play.when(c.Transfer(group=WORKSHOP, anyway=True), by=BRUNO)
    play.then(e.Transferred(sender=BRUNO, group=WORKSHOP), queued(TRANSFERRED))
    assert play.conversation.owner is None
    assert play.conversation.group == WORKSHOP


@pytest.mark.parametrize(
    "target",
    [
        c.Transfer(expert=ExpertId("nobody")),
        c.Transfer(group=GroupId("nowhere")),
        c.Transfer(expert=ALICE),
        c.Transfer(expert=BRUNO, group=WORKSHOP),
        c.Transfer(),
    ],
)
def test_r8_a_target_that_is_none_is_refused_even_anyway(
    play: Playbook, target: c.Transfer
) -> None:
    play.given(opened())
    play.when(replace(target, anyway=True))
    play.refuses(Code.UNKNOWN_TARGET)


def test_r8_an_expert_of_another_mission_is_no_target(play: Playbook) -> None:
    play.floor(expert(BRUNO, GroupId("cave")))
    play.given(opened())
    play.when(c.Transfer(expert=BRUNO, anyway=True))
    play.refuses(Code.UNKNOWN_TARGET)


def test_r8_only_its_owner_hands_it_on(play: Playbook) -> None:
    play.given(opened())
    play.when(c.Transfer(expert=CHLOE), by=BRUNO)
    play.refuses(Code.NOT_YOURS)


def test_r8_a_closed_one_stays(play: Playbook) -> None:
    play.given(opened(), closed())
    play.when(c.Transfer(expert=BRUNO))
    play.refuses(Code.WRONG_STATUS, status="closed")


def test_r8_the_note_has_a_limit(play: Playbook) -> None:
    play.given(opened())
    play.when(c.Transfer(expert=BRUNO, note="é" * 2_001))
    play.refuses(Code.TOO_LONG, field="note")


# R10


@pytest.mark.parametrize("before", [opened(), (opened(), paused(NOON))])
def test_r10_a_release_goes_to_another_expert(play: Playbook, before: e.Event) -> None:
    play.given(before)
    play.when(c.Release())
    play.then(e.Released(expert=ALICE), assigned(BRUNO, RELEASED))
    assert play.conversation.pause is None


def test_r10_without_anybody_else_it_waits_whatever_the_queue_size(play: Playbook) -> None:
    play.gone(BRUNO)
    play.waiting = 99
    play.given(opened())
    play.when(c.Release())
    play.then(e.Released(expert=ALICE), queued(RELEASED))


def test_r10_nobody_releases_what_is_not_theirs(play: Playbook) -> None:
    play.given(opened())
    play.when(c.Release(), by=BRUNO)
    play.refuses(Code.NOT_YOURS)


def test_r10_a_closed_one_is_not_released(play: Playbook) -> None:
    play.given(opened(), closed())
    play.when(c.Release())
    play.refuses(Code.WRONG_STATUS)
