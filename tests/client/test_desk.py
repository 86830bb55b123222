"""The desk shows what is confirmed and what is pending as one."""

import gc
from dataclasses import replace
from datetime import timedelta

import pytest

from pupitre.backends.clock import ManualClock
from pupitre.client.changes import CardsChanged, Change, ThreadAppended, ThreadChanged
from pupitre.client.clock import ServerClock
from pupitre.client.desk import Desk
from pupitre.client.disk import Disk
from pupitre.client.drafts import Drafts
from pupitre.client.news import News
from pupitre.client.observe import Observable
from pupitre.client.outbox import Pending
from pupitre.client.replica import REMEMBERED
from pupitre.client.status import Status
from pupitre.client.views import Delivery, LinkState, MessageRow
from pupitre.domain.commands import Pause, Release, SetAvailability
from pupitre.domain.conversation import Conversation
from pupitre.domain.conversation import Status as Stands
from pupitre.domain.ids import ConversationId, ExpertId
from pupitre.domain.people import Role
from pupitre.domain.presence import Dot
from tests.client.ground import ALICE, BRUNO, NOON, TALK, opened, pending, post, record, wrote
from tests.client.listening import Ear
from tests.support.story import experts, missions


class Scene:
    """Alice's desk with one conversation on it."""

    def __init__(self) -> None:
        clock = ManualClock(NOON)
        changes = Observable[Change]()
        self.ear = Ear(changes)
        self.news = News(changes, lambda _: None, lambda _: None)
        status = Status(self.news, clock.now)
        self.drafts = Drafts(Disk(None), clock)
        self.desk = Desk(ServerClock(clock), self.drafts, self.news, status)
        status.become(LinkState.CONNECTED)
        self.desk.team.you, *others = experts()
        self.desk.team.colleagues = {it.id: it for it in others}
        self.desk.team.missions = {it.id: it for it in missions()}
        self.record = self.desk.replica.records[TALK] = record()

    def asks(self, it: Pending) -> None:
        self.desk.outbox.add(it)
        self.desk.show_post(it)
        self.desk.touch(TALK)

    def told(self) -> list[Change]:
        self.news.flush()
        heard, self.ear.heard = self.ear.heard, []
        return heard


async def test_a_pending_pause_shows_on_the_card_and_frees_the_slot() -> None:
    scene = Scene()
    assert scene.desk.you
    assert scene.desk.you.open == 1
    scene.asks(pending(Pause(until=NOON + timedelta(hours=3))))
    card = scene.desk.card(TALK)
    assert card
    assert (card.status, card.pending) == (Stands.PAUSED, True)
    assert scene.desk.you.open == 0


async def test_a_pending_release_takes_the_card_away() -> None:
    scene = Scene()
    assert [card.id for card in scene.desk.cards()] == [TALK]
    scene.asks(pending(Release()))
    assert scene.desk.cards() == ()
    assert scene.desk.card(TALK), "it can still be looked at"


async def test_a_choice_about_yourself_shows_at_once() -> None:
    scene = Scene()
    scene.desk.outbox.add(pending(SetAvailability(available=False), conversation=None))
    assert scene.desk.you
    assert not scene.desk.you.available


async def test_a_message_is_one_row_from_the_click_on() -> None:
    scene = Scene()
    it = pending(post("Bonjour"), hold=timedelta(seconds=5))
    scene.told()
    scene.asks(it)
    assert scene.told()[0] == ThreadAppended(TALK, 0, 0)
    it.hold_until = None
    scene.desk.show_post(it)
    assert scene.told() == [ThreadChanged(TALK, 0, 0)]
    scene.desk.show_post(it)
    assert scene.told() == [], "nothing is different"
    (row,) = scene.record.thread.rows
    assert isinstance(row, MessageRow)
    assert (row.delivery, row.writer) == (Delivery.QUEUED, "Alice Martin")


async def test_every_card_is_drawn_anew_when_the_link_changes() -> None:
    scene = Scene()
    before = scene.desk.card(TALK)
    assert before
    assert before.dot is Dot.ON_SITE
    scene.desk.status.become(LinkState.LOST)
    scene.desk.touch_all()
    assert CardsChanged(frozenset({TALK})) in scene.told()
    after = scene.desk.card(TALK)
    assert after
    assert after.dot is Dot.UNKNOWN


async def test_a_locked_card_says_why() -> None:
    scene = Scene()
    for gone, changed, why in (
        ("", "", ""),
        ("", "answered", "answered"),
        ("transferred", "", "transferred"),
    ):
        scene.record.gone, scene.record.changed = gone, changed
        scene.desk.touch(TALK)
        card = scene.desk.card(TALK)
        assert card
        assert card.locked == why


async def test_nobody_is_here_before_the_first_welcome() -> None:
    scene = Scene()
    scene.desk.team.you = None
    scene.desk.touch_all()
    assert (scene.desk.you, scene.desk.cards()) == (None, ())


async def test_nothing_stays_in_memory_of_the_many_that_left() -> None:
    scene, many = Scene(), REMEMBERED + 20
    for number in range(many):
        id_ = ConversationId(f"left-{number}")
        scene.desk.replica.records[id_] = record(opened(id_=id_))
        scene.desk.touch(id_)
        assert scene.desk.card(id_) in scene.desk.cards()
        scene.desk.replica.depart(id_, "closed")
        scene.desk.touch(id_)
        assert scene.desk.card(id_), "the last can still be looked at"
    scene.desk.cards()
    scene.told()
    kept = {it.id for it in gc.get_objects() if isinstance(it, Conversation)}
    assert sum(id_.startswith("left-") for id_ in kept) == REMEMBERED


@pytest.mark.parametrize(
    ("writers", "by"), [((BRUNO,), "Bruno Leroy"), ((BRUNO, ALICE), ""), ((ALICE,), "")]
)
async def test_a_card_names_the_colleague_who_answered(
    writers: tuple[ExpertId, ...], by: str
) -> None:
    scene = Scene()
    answered = opened(wrote("Oui", author=Role.EXPERT))
    scene.record.state = replace(answered, writers=writers)
    scene.desk.touch(TALK)
    card = scene.desk.card(TALK)
    assert card is not None
    assert (card.preview, card.preview_mine, card.preview_by) == ("Oui", True, by)
