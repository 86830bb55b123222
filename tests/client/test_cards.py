"""A card says what matters of a conversation."""

from datetime import timedelta

from pupitre.client import cards
from pupitre.client.views import Card, Parked
from pupitre.domain.conversation import Conversation
from pupitre.domain.events import Paused, Resumed, ResumeReason, VisitorLeft
from pupitre.domain.mission import Mission
from pupitre.domain.people import Role, Visitor
from pupitre.domain.presence import Dot
from tests.client.ground import NOON, opened, record, wrote
from tests.support.story import missions

VELO = missions()[0]


def card(talk: Conversation, mission: Mission | None = VELO, *, stale: bool = False) -> Card:
    visitor: Visitor = record(talk, name="Ca\u202emille").visitor
    return cards.card(
        talk,
        visitor,
        mission,
        on_site_since=NOON,
        stale=stale,
        has_draft=True,
        locked="",
        pending=False,
        parked=Parked(),
    )


def test_a_new_conversation_waits_for_its_first_answer() -> None:
    it = card(opened())
    assert (it.name, it.mark, it.preview, it.preview_mine) == ("Camille", "VÉLO", "Bonjour", False)
    assert (it.waits_since, it.target, it.unread) == (NOON, VELO.targets.first, 1)
    assert (it.dot, it.on_site_since, it.has_draft) == (Dot.ON_SITE, NOON, True)
    assert it.asynchronous


def test_an_answered_one_waits_for_nothing_and_then_has_the_next_target() -> None:
    it = card(opened(wrote("Oui", author=Role.EXPERT)))
    assert (it.waits_since, it.preview, it.preview_mine) == (None, "Oui", True)
    assert it.target == VELO.targets.next


def test_a_stale_desk_does_not_know_where_visitors_are() -> None:
    assert card(opened(), stale=True).dot is Dot.UNKNOWN


def test_a_visitor_who_left_is_not_on_the_site_since_anything() -> None:
    it = card(opened(VisitorLeft()))
    assert (it.dot, it.on_site_since, it.left_at) == (Dot.LEFT, None, NOON)


def test_goodbye_is_suggested_after_two_pauses_that_expired() -> None:
    later = NOON + timedelta(hours=3)
    paused = [Paused(until=later, keep=True, count=count) for count in (1, 2)]
    expired = Resumed(reason=ResumeReason.EXPIRED)
    assert not card(opened(paused[0], expired)).suggests_goodbye
    assert card(opened(paused[0], expired, paused[1], expired)).suggests_goodbye


def test_a_mission_that_is_not_known_yet_leaves_a_plain_card() -> None:
    it = card(opened(), mission=None)
    assert (it.mark, it.asynchronous) == ("", False)
