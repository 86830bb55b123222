"""Pausing and what ends it: P1 to P10."""

from datetime import datetime, time, timedelta

import pytest

from pupitre.domain import commands as c
from pupitre.domain import events as e
from pupitre.domain import pause
from pupitre.domain.conversation import Status
from pupitre.domain.ids import ExpertId
from pupitre.domain.people import SYSTEM, VISITOR, Actor
from pupitre.domain.refusals import Code
from tests.support.playbook import (
    ALICE,
    BRUNO,
    CHLOE,
    HOUR,
    INSTANT,
    NINE,
    NOON,
    TEN,
    THREE,
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

REPLIED, EXPIRED, BY_EXPERT = e.ResumeReason
RELEASED = e.AssignReason.RELEASED
DAYS = timedelta(days=1)


# P1


@pytest.mark.parametrize("until", [NINE, NINE - INSTANT, NINE - 40 * DAYS])
def test_p1_a_pause_that_is_not_after_now_is_refused(play: Playbook, until: datetime) -> None:
    play.given(opened())
    play.when(c.Pause(until=until))
    play.refuses(Code.PAUSE_IN_THE_PAST)


def test_p1_a_pause_of_a_millisecond_is_a_pause(play: Playbook) -> None:
    play.given(opened())
    play.when(c.Pause(until=NINE + INSTANT))
    play.then(paused(NINE + INSTANT))


def test_p1_a_pause_of_30_days_is_allowed_and_longer_is_refused(play: Playbook) -> None:
    play.given(opened())
    play.when(c.Pause(until=NINE + 30 * DAYS + INSTANT))
    play.refuses(Code.PAUSE_TOO_LONG)
    play.when(c.Pause(until=NINE + 30 * DAYS))
    play.then(paused(NINE + 30 * DAYS))


# P2


@pytest.mark.parametrize("last", [written(), answered()])
def test_p2_the_owner_pauses_whoever_wrote_last(play: Playbook, last: e.Event) -> None:
    play.given(opened(), last)
    play.when(c.Pause(until=NOON))
    play.then(paused(NOON, keep=True, count=1))
    assert (play.conversation.status, play.owner) == (Status.PAUSED, ALICE)


@pytest.mark.parametrize("who", [BRUNO, VISITOR, SYSTEM])
def test_p2_nobody_else_pauses(play: Playbook, who: ExpertId | Actor) -> None:
    play.given(opened())
    play.when(c.Pause(until=NOON), by=who)
    play.refuses(Code.NOT_YOURS)


def test_p2_a_waiting_conversation_is_nobodys_to_pause(play: Playbook) -> None:
    play.given(waiting())
    play.when(c.Pause(until=NOON))
    play.refuses(Code.NOT_YOURS)


def test_p2_a_closed_conversation_is_not_paused(play: Playbook) -> None:
    play.given(opened(), closed())
    play.when(c.Pause(until=NOON))
    play.refuses(Code.WRONG_STATUS, status="closed")


def test_p2_a_conversation_that_does_not_exist_is_not_paused(play: Playbook) -> None:
    play.when(c.Pause(until=NOON))
    play.refuses(Code.UNKNOWN_CONVERSATION)


def test_p2_pausing_a_paused_one_changes_its_time_and_its_keep_option(play: Playbook) -> None:
    play.given(opened(), paused(NOON))
    play.when(c.Pause(until=THREE, keep=False), at=TEN)
    play.then(paused(THREE, keep=False, count=1))
    current = play.conversation.pause
    assert current is not None
    assert (current.since, current.until, current.keep) == (NINE, THREE, False)


def test_p2_the_time_that_was_changed_no_longer_wakes(play: Playbook) -> None:
    play.given(opened(), paused(NOON), paused(THREE))
    play.when(c.Wake(), by=SYSTEM, at=NOON)
    play.refuses(Code.WRONG_STATUS)
    play.when(c.Wake(), by=SYSTEM, at=THREE)
    play.then(resumed(EXPIRED))


# P4 and P5


def test_p4_the_visitor_ends_the_pause(play: Playbook) -> None:
    play.given(opened(), paused(NOON))
    play.when(post("Vous êtes là ?"), by=VISITOR, at=TEN)
    play.then(resumed(REPLIED), written("Vous êtes là ?"))
    assert (play.conversation.status, play.owner) == (Status.OPEN, ALICE)


def test_p4_the_owner_takes_it_back_early(play: Playbook) -> None:
    play.given(opened(), paused(NOON))
    play.when(c.Resume(), at=TEN)
    play.then(resumed(BY_EXPERT))
    assert play.conversation.status is Status.OPEN


def test_p4_the_owner_takes_it_back_by_writing(play: Playbook) -> None:
    play.given(opened(), paused(NOON))
    play.when(post("Me revoilà", "r"), at=TEN)
    play.then(resumed(BY_EXPERT), answered("Me revoilà"))


def test_p4_nobody_else_takes_it_back(play: Playbook) -> None:
    play.given(opened(), paused(NOON))
    play.when(c.Resume(), by=BRUNO)
    play.refuses(Code.NOT_YOURS)


def test_p4_an_open_conversation_is_not_taken_back(play: Playbook) -> None:
    play.given(opened())
    play.when(c.Resume())
    play.refuses(Code.WRONG_STATUS, status="open")


def test_p4_the_time_does_not_come_early(play: Playbook) -> None:
    play.given(opened(), paused(NOON))
    play.when(c.Wake(), by=SYSTEM, at=NOON - INSTANT)
    play.refuses(Code.WRONG_STATUS)


def test_p4_of_a_reply_and_the_time_in_the_same_millisecond_one_counts(play: Playbook) -> None:
    play.given(opened(), paused(NOON))
    play.when(post(), by=VISITOR, at=NOON)
    play.then(resumed(REPLIED), written())
    play.when(c.Wake(), by=SYSTEM, at=NOON)
    play.refuses(Code.WRONG_STATUS)


def test_p4_of_the_time_and_a_reply_in_the_same_millisecond_one_counts(play: Playbook) -> None:
    play.given(opened(), paused(NOON))
    play.when(c.Wake(), by=SYSTEM, at=NOON)
    play.then(resumed(EXPIRED))
    play.when(post(), by=VISITOR, at=NOON)
    play.then(written())
    play.when(c.Resume(), at=NOON)
    play.refuses(Code.WRONG_STATUS)


def test_p5_a_reply_brings_it_back_to_its_owner_without_keep_and_over_the_slots(
    play: Playbook,
) -> None:
    play.floor(expert(ALICE, slots=1, open_=1))
    play.given(opened(), paused(NOON, keep=False))
    play.when(post(), by=VISITOR, at=TEN)
    play.then(resumed(REPLIED), written())
    assert play.owner == ALICE


# P6 and P7


def test_p6_an_expired_kept_pause_returns_to_its_owner_even_over_the_slots(play: Playbook) -> None:
    play.floor(expert(ALICE, slots=1, open_=1))
    play.given(opened(), paused(NOON))
    play.when(c.Wake(), by=SYSTEM, at=NOON)
    play.then(resumed(EXPIRED))
    assert (play.conversation.status, play.owner) == (Status.OPEN, ALICE)


def test_p6_an_expired_kept_pause_waits_for_an_owner_who_is_away(play: Playbook) -> None:
    play.given(opened(), answered(), paused(NOON))
    play.away(ALICE)
    play.when(c.Wake(), by=SYSTEM, at=NOON)
    play.then(resumed(EXPIRED))
    assert (play.owner, play.conversation.owner_needed_since) == (ALICE, NOON)


def test_p7_an_expired_pause_without_keep_goes_to_another_expert(play: Playbook) -> None:
    play.given(opened(), paused(NOON, keep=False))
    play.when(c.Wake(), by=SYSTEM, at=NOON)
    play.then(resumed(EXPIRED), e.Released(expert=ALICE), assigned(BRUNO, RELEASED))
    assert play.owner == BRUNO


def test_p7_without_anybody_else_it_waits_and_the_releaser_has_it_no_longer(
    play: Playbook,
) -> None:
    play.gone(BRUNO)
    play.given(opened(), paused(NOON, keep=False))
    play.when(c.Wake(), by=SYSTEM, at=NOON)
    play.then(resumed(EXPIRED), e.Released(expert=ALICE), queued(RELEASED))
    assert (play.owner, play.conversation.released_by) == (None, ALICE)
    assert play.conversation.waiting_since == NOON


def test_p7_an_expert_of_another_group_does_not_get_it(play: Playbook) -> None:
    play.gone(BRUNO)
    play.given(opened(), paused(NOON, keep=False))
    play.when(c.Wake(), by=SYSTEM, at=NOON)
    assert play.experts[CHLOE].is_eligible
    assert play.owner is None


def test_p7_the_releaser_gets_it_again_through_the_queue(play: Playbook) -> None:
    play.gone(BRUNO)
    play.given(opened(), paused(NOON, keep=False))
    play.when(c.Wake(), by=SYSTEM, at=NOON)
    play.when(c.Assign(expert=ALICE), by=SYSTEM, at=NOON + HOUR)
    play.then(assigned(ALICE))


# P8


def proposes_goodbye(play: Playbook) -> bool:
    return play.conversation.goodbye_proposed


def test_p8_pauses_in_a_row_are_counted_until_the_visitor_writes(play: Playbook) -> None:
    play.given(opened(), paused(NOON), resumed(BY_EXPERT))
    play.when(c.Pause(until=NOON))
    play.then(paused(NOON, count=2))
    play.when(post(), by=VISITOR)
    play.when(c.Pause(until=NOON))
    play.then(paused(NOON, count=1))


def test_p8_an_answer_of_the_expert_does_not_break_the_row(play: Playbook) -> None:
    play.given(opened(), paused(NOON), resumed(EXPIRED), answered())
    play.when(c.Pause(until=THREE), at=NOON)
    play.then(paused(THREE, count=2))


def test_p8_changing_a_pause_does_not_count_another(play: Playbook) -> None:
    play.given(opened(), paused(NOON))
    play.when(c.Pause(until=THREE))
    play.then(paused(THREE, count=1))


def test_p8_goodbye_is_proposed_when_the_second_in_a_row_expires(play: Playbook) -> None:
    play.given(opened(), paused(TEN))
    play.when(c.Wake(), by=SYSTEM, at=TEN)
    assert not proposes_goodbye(play)
    play.given(paused(NOON, count=2))
    play.when(c.Wake(), by=SYSTEM, at=NOON)
    play.then(resumed(EXPIRED))
    assert proposes_goodbye(play)
    assert play.conversation.status is Status.OPEN  # nothing is closed by itself


def test_p8_goodbye_is_not_proposed_when_the_second_is_ended_otherwise(play: Playbook) -> None:
    play.given(opened(), paused(TEN), resumed(EXPIRED), paused(NOON, count=2), resumed(BY_EXPERT))
    assert not proposes_goodbye(play)


def test_p8_the_visitor_writing_takes_the_proposal_away(play: Playbook) -> None:
    play.given(opened(), paused(TEN), resumed(EXPIRED), paused(NOON, count=2), resumed(EXPIRED))
    play.when(post(), by=VISITOR)
    assert not proposes_goodbye(play)


# P9


def test_p9_a_pause_that_fell_due_long_ago_ends_once(play: Playbook) -> None:
    play.given(opened(), paused(NOON))
    play.when(c.Wake(), by=SYSTEM, at=NOON + 3 * DAYS)
    play.then(resumed(EXPIRED))
    play.when(c.Wake(), by=SYSTEM)
    play.refuses(Code.WRONG_STATUS)


# P10


@pytest.mark.parametrize(
    ("on_site", "choice"), [(True, pause.Choice.SHORT), (False, pause.Choice.LONG)]
)
def test_p10_a_short_pause_is_advised_on_the_site_and_a_day_after_leaving(
    on_site: bool, choice: pause.Choice
) -> None:
    advice = pause.advise(on_site=on_site, now=NINE, until=NOON, hours=None)
    assert (advice.choice, advice.keep, advice.cautions) == (choice, True, ())


def test_p10_a_pause_over_a_day_is_advised_against(play: Playbook) -> None:
    day = pause.advise(on_site=False, now=NINE, until=NINE + DAYS, hours=None)
    more = pause.advise(on_site=False, now=NINE, until=NINE + DAYS + INSTANT, hours=None)
    assert day.cautions == ()
    assert more.cautions == (pause.Caution.OVER_A_DAY,)
    assert more.keep


@pytest.mark.parametrize(
    ("until", "inside"),
    [
        (datetime(2026, 11, 23, 9), True),  # noqa: DTZ001 -- local time
        (datetime(2026, 11, 23, 16, 59), True),  # noqa: DTZ001 -- local time
        (datetime(2026, 11, 23, 17), False),  # noqa: DTZ001 -- local time
        (datetime(2026, 11, 23, 8, 59), False),  # noqa: DTZ001 -- local time
        (datetime(2026, 11, 24, 10), False),  # noqa: DTZ001 -- a Tuesday
    ],
)
def test_p10_keep_is_unticked_outside_the_planned_hours(until: datetime, inside: bool) -> None:
    mondays = pause.PlannedHours(((0, time(9), time(17)),))
    now = until - HOUR
    advice = pause.advise(on_site=True, now=now, until=until, hours=mondays)
    assert advice.keep is inside
    assert advice.cautions == (() if inside else (pause.Caution.OUTSIDE_HOURS,))
