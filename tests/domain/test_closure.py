"""Closing, qualifying, the survey: C1 to C7."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from pupitre.domain import commands as c
from pupitre.domain import events as e
from pupitre.domain.closure import SurveyDelivery, survey_delivery, survey_is_due
from pupitre.domain.conversation import Status
from pupitre.domain.ids import ExpertId, SubjectId
from pupitre.domain.people import SYSTEM, VISITOR, Actor, Role
from pupitre.domain.refusals import Code
from tests.support.playbook import (
    ALICE,
    BRUNO,
    DELAY,
    INSTANT,
    NINE,
    NOON,
    ORDER,
    OTHER,
    REFUND,
    VELO,
    Playbook,
    answered,
    closed,
    expert,
    opened,
    paused,
    post,
    waiting,
    written,
)

WEEK = timedelta(days=7)


# C1


def test_c1_the_owner_closes_an_open_conversation(play: Playbook) -> None:
    play.given(opened())
    play.when(c.Close(subjects=(DELAY, OTHER), note="Livré demain", survey=False))
    play.then(
        e.Closed(
            by=Role.EXPERT,
            expert=ALICE,
            subjects=(DELAY, OTHER),
            note="Livré demain",
            survey=False,
        )
    )
    assert play.conversation.status is Status.CLOSED


def test_c1_the_owner_closes_a_paused_conversation(play: Playbook) -> None:
    play.given(opened(), paused(NOON))
    play.when(c.Close(subjects=(DELAY,)))
    play.then(closed())
    assert play.conversation.pause is None


def test_c1_nobody_else_closes(play: Playbook) -> None:
    play.given(opened())
    play.when(c.Close(subjects=(DELAY,)), by=BRUNO)
    play.refuses(Code.NOT_YOURS)


def test_c1_a_closed_conversation_is_not_closed_again(play: Playbook) -> None:
    play.given(opened(), closed())
    play.when(c.Close(subjects=(DELAY,)))
    play.refuses(Code.WRONG_STATUS, status="closed")


def test_c1_a_conversation_that_does_not_exist_is_not_closed(play: Playbook) -> None:
    play.when(c.Close(subjects=(DELAY,)))
    play.refuses(Code.UNKNOWN_CONVERSATION)


# C2


def test_c2_a_required_subject_that_is_missing_is_refused(play: Playbook) -> None:
    play.given(opened())
    play.when(c.Close())
    play.refuses(Code.SUBJECT_REQUIRED)
    assert play.conversation.status is Status.OPEN


@pytest.mark.parametrize("subject", [ORDER, SubjectId("moon")])
def test_c2_only_leaves_of_the_tree_can_be_chosen(play: Playbook, subject: SubjectId) -> None:
    play.given(opened())
    play.when(c.Close(subjects=(DELAY, subject)))
    play.refuses(Code.UNKNOWN_SUBJECT, subjects=(subject,))


def test_c2_an_empty_tree_never_makes_closing_impossible() -> None:
    play = Playbook(replace(VELO, subjects=()))
    play.given(opened())
    play.when(c.Close())
    play.then(e.Closed(by=Role.EXPERT, expert=ALICE, survey=True))


def test_c2_subjects_that_are_not_required_may_be_left_out() -> None:
    play = Playbook(replace(VELO, subjects_required=False))
    play.given(opened())
    play.when(c.Close())
    assert play.conversation.is_closed


# C3


def test_c3_a_note_has_2000_characters_at_most(play: Playbook) -> None:
    play.given(opened())
    play.when(c.Close(subjects=(DELAY,), note="é" * 2_001))
    play.refuses(Code.TOO_LONG, field="note", limit=2_000)
    play.when(c.Close(subjects=(DELAY,), note="é" * 2_000))
    assert play.conversation.is_closed


# C4


def test_c4_a_visitor_on_the_site_gets_the_survey_at_once(play: Playbook) -> None:
    play.given(opened(), e.EmailGiven(email="zoe@visitor.test"))
    assert survey_delivery(play.conversation, VELO) is SurveyDelivery.NOW


def test_c4_a_visitor_who_left_an_address_gets_it_by_mail(play: Playbook) -> None:
    play.given(opened(), e.EmailGiven(email="zoe@visitor.test"), e.VisitorLeft())
    assert survey_delivery(play.conversation, VELO) is SurveyDelivery.MAIL


def test_c4_a_live_mission_does_not_mail(play: Playbook) -> None:
    play.given(opened(), e.EmailGiven(email="zoe@visitor.test"), e.VisitorLeft())
    live = replace(VELO, asynchronous=False, mails=False)
    assert survey_delivery(play.conversation, live) is SurveyDelivery.RETURN


def test_c4_a_server_without_mail_does_not_mail(play: Playbook) -> None:
    play.given(opened(), e.EmailGiven(email="zoe@visitor.test"), e.VisitorLeft())
    silent = replace(VELO, mails=False)
    assert survey_delivery(play.conversation, silent) is SurveyDelivery.RETURN


def test_c4_otherwise_it_waits_for_the_return_within_7_days(play: Playbook) -> None:
    play.given(opened(), e.VisitorLeft(), closed())
    assert survey_delivery(play.conversation, VELO) is SurveyDelivery.RETURN
    assert survey_is_due(play.conversation, NINE + WEEK)
    assert not survey_is_due(play.conversation, NINE + WEEK + INSTANT)


def test_c4_an_unticked_survey_is_never_due(play: Playbook) -> None:
    play.given(opened(), closed(survey=False))
    assert not survey_is_due(play.conversation, NINE)


def test_c4_no_survey_is_due_before_closing(play: Playbook) -> None:
    play.given(opened())
    assert not survey_is_due(play.conversation, NINE)


# C5


@pytest.mark.parametrize("before", [opened(), (opened(), paused(NOON))])
def test_c5_the_visitor_ends_it_and_the_owner_keeps_it(play: Playbook, before: e.Event) -> None:
    play.given(before)
    play.when(c.End(), by=VISITOR)
    play.then(e.Closed(by=Role.VISITOR, expert=ALICE, survey=False))
    assert (play.conversation.status, play.owner) == (Status.CLOSED, ALICE)


def test_c5_a_visitor_who_was_answered_is_asked_for_an_opinion(play: Playbook) -> None:
    play.given(opened(), answered())
    play.when(c.End(), by=VISITOR)
    play.then(e.Closed(by=Role.VISITOR, expert=ALICE, survey=True))


def test_c5_the_visitor_ends_a_conversation_that_waits(play: Playbook) -> None:
    play.given(waiting())
    play.when(c.End(), by=VISITOR)
    play.then(e.Closed(by=Role.VISITOR, expert=None, survey=False))
    assert play.conversation.waiting_since is None


def test_c5_it_ends_once(play: Playbook) -> None:
    play.given(opened(), closed())
    play.when(c.End(), by=VISITOR)
    play.refuses(Code.WRONG_STATUS, status="closed")


def test_c5_an_expert_does_not_end_it_as_a_visitor_would(play: Playbook) -> None:
    play.given(opened())
    play.when(c.End(), by=ALICE)
    play.refuses(Code.NOT_YOURS)


def test_c5_nothing_ends_before_it_began(play: Playbook) -> None:
    play.when(c.End(), by=VISITOR)
    play.refuses(Code.UNKNOWN_CONVERSATION)


def test_c5_the_owner_can_still_qualify_it(play: Playbook) -> None:
    play.given(opened())
    play.when(c.End(), by=VISITOR)
    play.when(c.Qualify(subjects=(REFUND,), note="Remboursée"))
    play.then(e.Qualified(expert=ALICE, subjects=(REFUND,), note="Remboursée"))
    closure = play.conversation.closure
    assert closure is not None
    assert (closure.by, closure.expert, closure.subjects) == (Role.VISITOR, ALICE, (REFUND,))


def test_c5_nobody_else_qualifies_it(play: Playbook) -> None:
    play.given(opened(), closed())
    play.when(c.Qualify(subjects=(REFUND,)), by=BRUNO)
    play.refuses(Code.NOT_YOURS)


def test_c5_only_a_closed_conversation_is_qualified(play: Playbook) -> None:
    play.given(opened())
    play.when(c.Qualify(subjects=(REFUND,)))
    play.refuses(Code.WRONG_STATUS, status="open")


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (c.Qualify(), Code.SUBJECT_REQUIRED),
        (c.Qualify(subjects=(ORDER,)), Code.UNKNOWN_SUBJECT),
        (c.Qualify(subjects=(DELAY,), note="é" * 2_001), Code.TOO_LONG),
    ],
)
def test_c5_qualifying_obeys_the_rules_of_closing(
    play: Playbook, command: c.Qualify, code: Code
) -> None:
    play.given(opened(), closed())
    play.when(command)
    play.refuses(code)


# C6


@pytest.mark.parametrize("who", [VISITOR, ALICE])
def test_c6_a_closed_conversation_never_reopens(play: Playbook, who: ExpertId | Actor) -> None:
    play.given(opened(), closed())
    play.when(post(), by=who)
    play.refuses(Code.WRONG_STATUS, status="closed")


def test_c6_the_next_one_is_linked_and_offered_first_to_the_same_expert(play: Playbook) -> None:
    play.floor(expert(ALICE, open_=3), expert(BRUNO))
    play.favourite = ALICE
    play.conversation = replace(play.conversation, previous=play.conversation.id)
    play.when(post(), by=VISITOR)
    play.then(
        e.Started(previous=play.conversation.id),
        written(),
        e.Assigned(expert=ALICE, reason=e.AssignReason.RETURNING),
    )


def test_c6_an_expert_who_is_not_eligible_is_not_offered_it(play: Playbook) -> None:
    play.floor(expert(ALICE, slots=1, open_=1))
    play.favourite = ALICE
    play.when(post(), by=VISITOR)
    assert play.owner == BRUNO


# C7


@pytest.mark.parametrize(
    "answer",
    [
        c.AnswerSurvey(csat=1),
        c.AnswerSurvey(nps=0),
        c.AnswerSurvey(csat=5, nps=10, comment="Merci !"),
        c.AnswerSurvey(comment="é" * 1_000),
    ],
)
def test_c7_the_visitor_answers(play: Playbook, answer: c.AnswerSurvey) -> None:
    play.given(opened(), closed())
    play.when(answer, by=VISITOR)
    play.then(e.SurveyAnswered(csat=answer.csat, nps=answer.nps, comment=answer.comment))


def test_c7_the_visitor_answers_once(play: Playbook) -> None:
    play.given(opened(), closed())
    play.when(c.AnswerSurvey(csat=5), by=VISITOR)
    play.when(c.AnswerSurvey(csat=1), by=VISITOR)
    play.refuses(Code.ALREADY_ANSWERED)
    assert play.conversation.survey == e.SurveyAnswered(csat=5)


def test_c7_an_empty_answer_is_none(play: Playbook) -> None:
    play.given(opened(), closed())
    play.when(c.AnswerSurvey(comment="  \n"), by=VISITOR)
    play.refuses(Code.EMPTY)


def test_c7_a_comment_has_1000_characters_at_most(play: Playbook) -> None:
    play.given(opened(), closed())
    play.when(c.AnswerSurvey(csat=3, comment="é" * 1_001), by=VISITOR)
    play.refuses(Code.TOO_LONG, field="comment", limit=1_000)


@pytest.mark.parametrize("answer", [{"csat": 0}, {"csat": 6}, {"nps": -1}, {"nps": 11}])
def test_c7_an_answer_outside_its_scale_is_refused(play: Playbook, answer: dict[str, Any]) -> None:
    play.given(opened(), closed())
    play.when(c.AnswerSurvey(**answer), by=VISITOR)
    play.refuses(Code.BAD_FRAME, field=next(iter(answer)))


def test_c7_nobody_but_the_visitor_answers(play: Playbook) -> None:
    play.given(opened(), closed())
    for who in (ALICE, SYSTEM):
        play.when(c.AnswerSurvey(csat=5), by=who)
        play.refuses(Code.NOT_YOURS)


@pytest.mark.parametrize("before", [opened(), (opened(), closed(survey=False))])
def test_c7_nothing_is_answered_that_was_not_asked(play: Playbook, before: e.Event) -> None:
    play.given(before)
    play.when(c.AnswerSurvey(csat=5), by=VISITOR)
    play.refuses(Code.WRONG_STATUS)


def test_c7_an_answer_after_7_days_is_too_late(play: Playbook) -> None:
    play.given(opened(), closed())
    play.when(c.AnswerSurvey(csat=5), by=VISITOR, at=NINE + WEEK + INSTANT)
    play.refuses(Code.WRONG_STATUS)


def test_c7_every_expert_who_wrote_is_credited(play: Playbook) -> None:
    play.given(opened(), answered(), e.Transferred(sender=ALICE, expert=BRUNO))
    play.given(e.Assigned(expert=BRUNO, reason=e.AssignReason.TRANSFERRED), answered(by=BRUNO))
    play.given(answered(by=ALICE), closed(BRUNO))
    assert play.conversation.writers == (ALICE, BRUNO)
