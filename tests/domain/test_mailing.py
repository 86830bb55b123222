"""Mail for one who left: unseen replies (V5), the survey (C4), and what became of it."""

from dataclasses import replace

import pytest

from pupitre.domain import commands as c
from pupitre.domain import events as e
from pupitre.domain.ids import MessageId
from pupitre.domain.mailing import is_wanted, mail_due
from pupitre.domain.people import SYSTEM, VISITOR, Role
from pupitre.domain.refusals import Code
from tests.support.playbook import (
    ALICE,
    HOME,
    INSTANT,
    MINUTE,
    NINE,
    SECOND,
    VELO,
    Playbook,
    answered,
    closed,
    opened,
)

WITH_ADDRESS = e.EmailGiven(email="zoe@visitor.test")
R1 = e.Mailed(messages=(MessageId("r1"),))
SURVEY = e.Mailed(messages=(), survey=True)


def test_v5_replies_unseen_for_2_minutes_are_mailed_together(play: Playbook) -> None:
    play.given(opened(), WITH_ADDRESS, e.VisitorLeft())
    play.given(answered(id_="r1"), at=NINE + MINUTE)
    play.given(answered(id_="r2"), at=NINE + 2 * MINUTE)
    play.when(c.SendMail(), by=SYSTEM, at=NINE + 3 * MINUTE - INSTANT)
    play.refuses(Code.WRONG_STATUS)
    play.when(c.SendMail(), by=SYSTEM, at=NINE + 3 * MINUTE)
    play.then(e.Mailed(messages=(MessageId("r1"), MessageId("r2"))))


def test_v5_a_reply_that_lay_unseen_is_mailed_when_the_visitor_leaves(play: Playbook) -> None:
    play.given(opened(), WITH_ADDRESS, answered())
    assert mail_due(play.conversation, VELO) is None
    play.given(e.VisitorLeft(), at=NINE + 5 * MINUTE)
    assert mail_due(play.conversation, VELO) == NINE + 5 * MINUTE


def test_v5_no_second_mail_until_the_visitor_came_back(play: Playbook) -> None:
    play.given(opened(), WITH_ADDRESS, e.VisitorLeft(), answered(id_="r1"))
    play.given(e.Mailed(messages=(MessageId("r1"),)), answered(id_="r2"))
    assert mail_due(play.conversation, VELO) is None
    play.when(c.SendMail(), by=SYSTEM, at=NINE + 60 * MINUTE)
    play.refuses(Code.WRONG_STATUS)


def test_v5_no_message_goes_twice_even_to_who_came_back_without_reading(play: Playbook) -> None:
    play.given(opened(), WITH_ADDRESS, e.VisitorLeft(), answered(id_="r1"))
    play.given(e.Mailed(messages=(MessageId("r1"),)), e.VisitorArrived(page=HOME))
    play.given(e.VisitorLeft(), at=NINE + 30 * MINUTE)
    assert mail_due(play.conversation, VELO) is None
    play.given(answered(id_="r2"), at=NINE + 31 * MINUTE)
    play.when(c.SendMail(), by=SYSTEM, at=NINE + 33 * MINUTE)
    play.then(e.Mailed(messages=(MessageId("r2"),)))


@pytest.mark.parametrize(
    "missing",
    [
        (e.VisitorLeft(), answered()),  # no address
        (WITH_ADDRESS, answered()),  # still on the site
        (WITH_ADDRESS, e.VisitorLeft()),  # nothing unseen
        (WITH_ADDRESS, answered(), e.Seen(by=Role.VISITOR, seq=5), e.VisitorLeft()),
    ],
)
def test_v5_no_mail_without_a_reason(play: Playbook, missing: e.Event) -> None:
    play.given(opened(), missing)
    assert mail_due(play.conversation, VELO) is None


def test_v5_a_live_mission_sends_no_mail(play: Playbook) -> None:
    play.given(opened(), WITH_ADDRESS, e.VisitorLeft(), answered())
    assert mail_due(play.conversation, VELO) == NINE + 120 * SECOND
    assert mail_due(play.conversation, replace(VELO, asynchronous=False)) is None


# C4


def test_c4_the_survey_goes_by_mail_when_the_visitor_had_left(play: Playbook) -> None:
    play.given(opened(), WITH_ADDRESS, e.VisitorLeft())
    play.given(e.Closed(by=Role.EXPERT, expert=ALICE, survey=True), at=NINE + MINUTE)
    assert mail_due(play.conversation, VELO) == NINE + MINUTE
    play.when(c.SendMail(), by=SYSTEM, at=NINE + MINUTE)
    play.then(SURVEY)
    assert mail_due(play.conversation, VELO) is None, "once"


def test_c4_the_survey_waits_for_the_replies_and_travels_with_them(play: Playbook) -> None:
    play.given(opened(), WITH_ADDRESS, e.VisitorLeft(), answered(id_="r1"))
    play.given(e.Closed(by=Role.EXPERT, expert=ALICE, survey=True), at=NINE + MINUTE)
    assert mail_due(play.conversation, VELO) == NINE + 2 * MINUTE
    play.when(c.SendMail(), by=SYSTEM, at=NINE + 2 * MINUTE)
    play.then(replace(R1, survey=True))


@pytest.mark.parametrize(
    "before",
    [
        (WITH_ADDRESS, e.VisitorLeft(), e.Closed(by=Role.EXPERT, survey=False)),
        (WITH_ADDRESS, e.Closed(by=Role.VISITOR, survey=True)),  # on the site: at once
        (e.VisitorLeft(), e.Closed(by=Role.EXPERT, survey=True)),  # no address: at the return
    ],
)
def test_c4_no_survey_by_mail_otherwise(play: Playbook, before: e.Event) -> None:
    play.given(opened(), before)
    assert mail_due(play.conversation, VELO) is None


# What became of it


def failed(reason: e.MailTrouble, *, again: bool) -> c.ReportMailFailure:
    return c.ReportMailFailure(mail=R1, reason=reason, detail="451 Later", again=again)


def test_a_mail_that_failed_is_told_and_is_still_the_same_mail(play: Playbook) -> None:
    play.given(opened(), WITH_ADDRESS, e.VisitorLeft(), answered(id_="r1"))
    play.when(failed(e.MailTrouble.REFUSED, again=True), by=SYSTEM)
    play.then(
        e.MailFailed(
            messages=R1.messages, reason=e.MailTrouble.REFUSED, detail="451 Later", again=True
        )
    )
    assert mail_due(play.conversation, VELO) == NINE + 2 * MINUTE


@pytest.mark.parametrize("reason", e.MailTrouble)
def test_a_mail_that_was_given_up_does_not_go_again_but_the_next_one_may(
    play: Playbook, reason: e.MailTrouble
) -> None:
    play.given(opened(), WITH_ADDRESS, e.VisitorLeft(), answered(id_="r1"))
    play.when(failed(reason, again=False), by=SYSTEM)
    assert mail_due(play.conversation, VELO) is None
    play.given(answered(id_="r2"), at=NINE + MINUTE)
    assert mail_due(play.conversation, VELO) == NINE + 3 * MINUTE


def test_a_mail_that_went_is_a_fact_even_if_the_visitor_is_back(play: Playbook) -> None:
    play.given(opened(), WITH_ADDRESS, e.VisitorLeft(), answered(id_="r1"))
    play.given(e.VisitorArrived(page=HOME))
    play.when(c.ConfirmMail(mail=R1), by=SYSTEM)
    play.then(R1)
    assert play.conversation.mailed_at is None, "the visitor did come back since"
    assert play.conversation.unseen[0].mailed


@pytest.mark.parametrize(
    "command", [c.ConfirmMail(mail=R1), failed(e.MailTrouble.REFUSED, again=True)]
)
def test_no_mail_is_told_of_before_a_conversation_starts(
    play: Playbook, command: c.SystemCommand
) -> None:
    play.when(command, by=SYSTEM)
    play.refuses(Code.UNKNOWN_CONVERSATION)


@pytest.mark.parametrize(
    ("since", "wanted"),
    [
        ((), True),
        (answered(id_="r2"), True),
        (e.VisitorArrived(page=HOME), False),
        (e.Seen(by=Role.VISITOR, seq=9), False),
        (e.EmailWithdrawn(), False),
    ],
)
def test_a_mail_under_way_is_wanted_until_somebody_reads(
    play: Playbook, since: e.Event, *, wanted: bool
) -> None:
    play.given(opened(), WITH_ADDRESS, e.VisitorLeft(), answered(id_="r1"), since)
    assert is_wanted(play.conversation, R1) is wanted


def test_a_survey_under_way_is_wanted_until_it_is_answered(play: Playbook) -> None:
    play.given(opened(), WITH_ADDRESS, e.VisitorLeft(), closed())
    assert is_wanted(play.conversation, SURVEY)
    play.given(e.SurveyAnswered(csat=4))
    assert not is_wanted(play.conversation, SURVEY)


# No more mail


def test_the_address_can_be_withdrawn_and_given_again(play: Playbook) -> None:
    play.given(opened(), WITH_ADDRESS, e.VisitorLeft(), answered())
    play.when(c.WithdrawEmail(), by=VISITOR)
    play.then(e.EmailWithdrawn())
    assert mail_due(play.conversation, VELO) is None
    play.when(c.WithdrawEmail(), by=VISITOR)
    play.then()
    play.when(c.GiveEmail(email="zoe@visitor.test"), by=VISITOR)
    play.then(WITH_ADDRESS)


def test_only_the_visitor_withdraws_the_address(play: Playbook) -> None:
    play.when(c.WithdrawEmail(), by=VISITOR)
    play.refuses(Code.UNKNOWN_CONVERSATION)
    play.given(opened(), WITH_ADDRESS)
    play.when(c.WithdrawEmail(), by=ALICE)
    play.refuses(Code.NOT_YOURS)
