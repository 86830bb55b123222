"""On the site or not, and the address to reach who left: V1 to V5."""

from datetime import timedelta

import pytest

from pupitre.domain import commands as c
from pupitre.domain import events as e
from pupitre.domain.people import SYSTEM, VISITOR, Page, Role
from pupitre.domain.presence import GRACE, Dot, dot
from pupitre.domain.refusals import Code
from tests.support.playbook import (
    ALICE,
    BASKET,
    HOME,
    MINUTE,
    NINE,
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
