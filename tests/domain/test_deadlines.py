"""What the clock will ask, derived from the state: P4, R6, V5."""

from datetime import datetime, timedelta

import pytest

from pupitre.domain import commands as c
from pupitre.domain import events as e
from pupitre.domain.deadlines import Deadline, deadlines, next_deadline
from pupitre.domain.people import SYSTEM
from pupitre.domain.refusals import Code
from tests.support.playbook import (
    ALICE,
    MINUTE,
    NINE,
    NOON,
    VELO,
    Playbook,
    answered,
    closed,
    opened,
    paused,
    waiting,
    written,
)

DAY = timedelta(days=1)
MAILED_LATER = (e.EmailGiven(email="zoe@visitor.test"), e.VisitorLeft(), answered())


def dues(play: Playbook, away_since: datetime | None = None) -> tuple[Deadline, ...]:
    return deadlines(play.conversation, VELO, away_since)


@pytest.mark.parametrize("quiet", [(), waiting(), opened(), (opened(), closed())])
def test_nothing_is_due_of_a_conversation_that_somebody_tends(
    play: Playbook, quiet: e.Event
) -> None:
    play.given(quiet)
    assert dues(play) == ()
    assert next_deadline(play.conversation, VELO, None) is None


def test_p4_a_pause_ends_at_its_time(play: Playbook) -> None:
    play.given(opened(), paused(NOON))
    assert dues(play, away_since=NINE) == (Deadline(NOON, c.Wake()),)


def test_r6_an_absent_owner_loses_it_after_24_h(play: Playbook) -> None:
    play.given(opened())
    assert dues(play, away_since=NOON) == (Deadline(NOON + DAY, c.Reclaim()),)
    play.given(written(), at=NOON)
    assert dues(play, away_since=NINE) == (Deadline(NINE + DAY, c.Reclaim()),)


def test_v5_unseen_replies_are_mailed(play: Playbook) -> None:
    play.given(opened(), MAILED_LATER)
    assert dues(play) == (Deadline(NINE + 2 * MINUTE, c.SendMail()),)


def test_the_earliest_comes_first(play: Playbook) -> None:
    play.given(opened(), MAILED_LATER, paused(NINE + MINUTE))
    assert [due.command for due in dues(play)] == [c.Wake(), c.SendMail()]
    play.given(paused(NOON))
    assert [due.command for due in dues(play)] == [c.SendMail(), c.Wake()]
    assert next_deadline(play.conversation, VELO, None) == dues(play)[0]


@pytest.mark.parametrize("before", [(opened(), paused(NOON)), opened(), (opened(), MAILED_LATER)])
def test_firing_twice_is_harmless(play: Playbook, before: e.Event) -> None:
    play.given(before)
    play.away(ALICE, since=NINE)
    due = next_deadline(play.conversation, VELO, NINE)
    assert due is not None
    played = len(play.entries)
    play.when(due.command, by=SYSTEM, at=due.at)
    assert len(play.entries) > played
    play.when(due.command, by=SYSTEM, at=due.at)
    play.refuses(Code.WRONG_STATUS)


def test_p9_what_fell_due_during_a_night_happens_in_its_order(play: Playbook) -> None:
    play.given(opened(), MAILED_LATER, paused(NOON))
    play.away(ALICE, since=NINE)
    morning = NINE + 3 * DAY
    fired: list[c.SystemCommand] = []
    due = next_deadline(play.conversation, VELO, away_since=NINE)
    while due and due.at <= morning and len(fired) < 5:
        play.when(due.command, by=SYSTEM, at=morning)
        fired.append(due.command)
        due = next_deadline(play.conversation, VELO, away_since=NINE)
    assert fired == [c.SendMail(), c.Wake()]
    assert due == Deadline(morning + DAY, c.Reclaim())  # the 24 h of R6 run from the waking
