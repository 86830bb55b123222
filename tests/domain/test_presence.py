"""On the site or not, and mail for one who left: V1 to V5."""

from dataclasses import replace
from datetime import timedelta

import pytest

from pupitre.domain import commands as c
from pupitre.domain import events as e
from pupitre.domain.ids import MessageId
from pupitre.domain.people import SYSTEM, VISITOR, Page, Role
from pupitre.domain.presence import GRACE, Dot, dot, mail_due
from pupitre.domain.refusals import Code
from tests.support.playbook import (
    ALICE,
    BASKET,
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

ADDRESS = "zoe@visitor.test"
WITH_ADDRESS = e.EmailGiven(email=ADDRESS)


# V1 to V3


def test_v1_a_page_change_is_not_a_departure() -> None:
    assert timedelta(seconds=10) == GRACE


def test_v2_a_departure_and_an_arrival_are_events_with_their_time(play: Playbook) -> None:
    play.given(opened())
    play.when(c.Leave(), by=SYSTEM, at=NINE + MINUTE)
    play.then(e.VisitorLeft())
    assert (play.conversation.on_site, play.conversation.left_at) == (False, NINE + MINUTE)
    play.when(c.Arrive(page=BASKET), by=SYSTEM, at=NINE + 2 * MINUTE)
    play.then(e.VisitorArrived(page=BASKET))
    assert dot(play.conversation, stale=False) is Dot.ON_SITE
    assert (play.conversation.left_at, play.conversation.page) == (None, BASKET)


def test_v2_nobody_leaves_twice(play: Playbook) -> None:
    play.given(opened(), e.VisitorLeft())
    play.when(c.Leave(), by=SYSTEM)
    play.refuses(Code.WRONG_STATUS)


def test_v2_a_second_page_of_who_is_there_is_only_another_page(play: Playbook) -> None:
    play.given(opened())
    play.when(c.Arrive(page=BASKET), by=SYSTEM)
    play.then(e.PageChanged(url=BASKET.url, title=BASKET.title))
    play.when(c.Arrive(page=BASKET), by=SYSTEM)
    play.then()


def test_v2_the_page_being_read_is_noted_when_it_changes(play: Playbook) -> None:
    play.given(opened())
    play.when(c.Browse(page=HOME), by=SYSTEM)
    play.then()
    play.when(c.Browse(page=Page(url=HOME.url, title="Promo")), by=SYSTEM)
    play.then(e.PageChanged(url=HOME.url, title="Promo"))


@pytest.mark.parametrize("command", [c.Arrive(page=HOME), c.Leave(), c.Browse(page=BASKET)])
@pytest.mark.parametrize("over", [(), (opened(), closed())])
def test_v2_a_closed_conversation_has_no_more_comings_and_goings(
    play: Playbook, command: c.SystemCommand, over: e.Event
) -> None:
    play.given(over)
    play.when(command, by=SYSTEM)
    play.refuses(Code.WRONG_STATUS)


def test_v3_the_dot_has_three_states(play: Playbook) -> None:
    play.given(opened())
    assert dot(play.conversation, stale=False) is Dot.ON_SITE
    play.given(e.VisitorLeft())
    assert dot(play.conversation, stale=False) is Dot.LEFT
    assert dot(play.conversation, stale=True) is Dot.UNKNOWN


# V4


def test_v4_replies_to_a_visitor_who_left_are_counted_until_seen(play: Playbook) -> None:
    play.given(opened(), e.VisitorLeft(), answered(id_="r1"), answered(id_="r2"))
    assert [reply.id for reply in play.conversation.unseen] == ["r1", "r2"]
    play.given(e.VisitorArrived(page=HOME), e.Seen(by=Role.VISITOR, seq=6))
    assert play.conversation.unseen == ()


# V5


@pytest.mark.parametrize("typed", [ADDRESS, f"  {ADDRESS}\n", "a+b@c-d.example.org", "é@ü.test"])
def test_v5_the_visitor_leaves_an_address(play: Playbook, typed: str) -> None:
    play.given(opened())
    play.when(c.GiveEmail(email=typed), by=VISITOR)
    play.then(e.EmailGiven(email=typed.strip()))
    assert play.conversation.email == typed.strip()


def test_v5_the_same_address_again_is_no_event(play: Playbook) -> None:
    play.given(opened(), WITH_ADDRESS)
    play.when(c.GiveEmail(email=ADDRESS), by=VISITOR)
    play.then()


@pytest.mark.parametrize(
    "typed",
    ["", "zoe", "@visitor.test", "zoe@", "zoe@test", "zoe@.", "a b@c.test", "a@b.test\nBcc: x@y.z"],
)
def test_v5_what_is_no_address_is_refused(play: Playbook, typed: str) -> None:
    play.given(opened())
    play.when(c.GiveEmail(email=typed), by=VISITOR)
    play.refuses(Code.BAD_FRAME, field="email")


def test_v5_an_address_has_254_characters_at_most(play: Playbook) -> None:
    play.given(opened())
    play.when(c.GiveEmail(email="z" * 250 + "@v.test"), by=VISITOR)
    play.refuses(Code.TOO_LONG, field="email")


def test_v5_only_the_visitor_leaves_an_address_in_a_conversation(play: Playbook) -> None:
    play.when(c.GiveEmail(email=ADDRESS), by=VISITOR)
    play.refuses(Code.UNKNOWN_CONVERSATION)
    play.given(opened())
    play.when(c.GiveEmail(email=ADDRESS), by=ALICE)
    play.refuses(Code.NOT_YOURS)


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


def test_v5_who_came_back_without_reading_gets_another(play: Playbook) -> None:
    play.given(opened(), WITH_ADDRESS, e.VisitorLeft(), answered(id_="r1"))
    play.given(e.Mailed(messages=(MessageId("r1"),)), e.VisitorArrived(page=HOME))
    play.given(e.VisitorLeft(), at=NINE + 30 * MINUTE)
    assert mail_due(play.conversation, VELO) == NINE + 30 * MINUTE


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
