"""What is told outside the window, and what a click on it does."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from pupitre.app.announcements import AGAIN, Announcements, until_again
from pupitre.app.notifier import KeptNotices, Notice
from pupitre.client.changes import Alert
from pupitre.client.views import Card
from pupitre.domain.commands import Pause, Transfer
from pupitre.domain.conversation import Status
from pupitre.domain.ids import ConversationId
from pupitre.domain.people import Page
from pupitre.ui import moments
from pupitre.ui.preferences import Preferences
from tests.client.listening import Ear
from tests.support.loop import until
from tests.support.story import AFTERNOON, ALICE, BRUNO, Stage, demo_session, minutes, says


@dataclass
class Window:
    """A window that is or is not looked at."""

    looked_at: bool = False
    opened: list[str] = field(default_factory=list)
    calls: int = 0

    def is_in_front(self) -> bool:
        return self.looked_at

    def call(self) -> None:
        self.calls += 1

    def bring_forward(self, conversation: ConversationId) -> None:
        self.opened.append(conversation)


@dataclass
class Desk:
    stage: Stage
    notices: KeptNotices
    window: Window
    announcements: Announcements

    def of(self, guest: str) -> ConversationId:
        found = self.stage.guests[guest].conversation
        assert found is not None
        return found

    async def tells(self) -> Notice:
        await until(lambda: self.notices.shown)
        return self.notices.shown[-1]

    def card(self, guest: str) -> Card:
        card = self.stage.session.card(self.of(guest))
        assert card is not None
        return card

    def status(self, guest: str) -> Status:
        return self.card(guest).status


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    async with demo_session() as stage:
        notices, window = KeptNotices(), Window()
        announcements = Announcements(stage.session, notices, window)
        yield Desk(stage, notices, window, announcements)
        announcements.end()


async def test_a_visitor_who_replies_during_a_pause_is_always_told(desk: Desk) -> None:
    desk.window.looked_at = True
    desk.stage.guests["Karim B."].writes("J’ai retrouvé le colis !")
    notice = await desk.tells()
    assert notice.title == "Karim B. replied — back on your desk"
    assert notice.text == "“J’ai retrouvé le colis !”"
    assert desk.window.calls == 1
    assert [button.name for button in notice.buttons] == ["open", "again"]
    assert notice.buttons[1].label.startswith("Pause again to ")


async def test_a_pause_that_is_over_is_always_told(desk: Desk) -> None:
    desk.window.looked_at = True
    desk.stage.clock.advance(timedelta(hours=4))
    notice = await desk.tells()
    assert notice.title == "Pause over: Karim B."
    assert notice.key == desk.of("Karim B.")


async def test_pause_again_pauses_until_the_same_hour(desk: Desk) -> None:
    paused = desk.stage.session.card(desk.of("Karim B."))
    assert paused is not None
    assert paused.pause is not None
    desk.stage.guests["Karim B."].writes("Je repasse plus tard")
    notice = await desk.tells()
    again_at = moments.pause_again(paused.pause.until, desk.stage.session.now())
    assert again_at in [button.label for button in notice.buttons]
    desk.announcements.pick(notice.key, AGAIN)
    again = desk.stage.session.card(desk.of("Karim B."))
    assert again is not None
    assert again.pause is not None
    assert again.pause.until == paused.pause.until
    assert notice.key in desk.notices.withdrawn
    assert desk.window.opened == []


async def test_a_message_is_told_only_when_nobody_looks(desk: Desk) -> None:
    desk.window.looked_at = True
    desk.stage.guests["Thomas"].writes("Allô ?")
    await asyncio.sleep(0.05)
    assert desk.notices.shown == []
    desk.window.looked_at = False
    desk.stage.guests["Thomas"].writes("Toujours là ?")
    assert (await desk.tells()).title == "Thomas"


async def test_a_click_brings_the_conversation_forward(desk: Desk) -> None:
    desk.stage.guests["Thomas"].writes("Allô ?")
    notice = await desk.tells()
    desk.announcements.pick(notice.key, "")
    assert desk.window.opened == [desk.of("Thomas")]


async def test_an_answer_takes_the_notice_away(desk: Desk) -> None:
    desk.stage.guests["Thomas"].writes("Allô ?")
    notice = await desk.tells()
    desk.stage.session.post(desk.of("Thomas"), "Me voici")
    await until(lambda: notice.key in desk.notices.withdrawn)


async def test_looking_takes_the_notice_away(desk: Desk) -> None:
    desk.stage.guests["Thomas"].writes("Allô ?")
    notice = await desk.tells()
    desk.announcements.looked_at(desk.of("Thomas"))
    assert desk.notices.withdrawn == [notice.key]


async def test_erasing_takes_the_notice_away(desk: Desk) -> None:
    desk.stage.guests["Thomas"].writes("Allô ?")
    notice = await desk.tells()
    desk.stage.erase(desk.of("Thomas"))
    await until(lambda: notice.key in desk.notices.withdrawn)


async def test_a_visitor_who_ends_is_told(desk: Desk) -> None:
    desk.stage.guests["Thomas"].ends()
    assert (await desk.tells()).title == "Thomas ended the conversation"


async def test_an_arrival_names_the_mission(desk: Desk) -> None:
    desk.stage.expert("Thomas", Pause(until=AFTERNOON + timedelta(days=1)))
    newcomer = type(desk.stage.guests["Thomas"])(
        desk.stage.floor, desk.stage.guests["Thomas"]._mission, name="Nadia"
    )
    newcomer.writes("Bonjour")
    notice = await desk.tells()
    assert notice.title == "Nadia is on your desk · Atelier Vélo"
    desk.stage.expert("Camille D.", says("Oui"))


async def test_what_a_colleague_hands_on_is_told_until_it_is_answered(desk: Desk) -> None:
    talk = desk.of("Camille D.")
    desk.stage.expert("Camille D.", says("Un instant"))
    desk.stage.expert("Camille D.", Transfer(expert=BRUNO, anyway=True))
    await until(lambda: talk not in {it.id for it in desk.stage.session.cards()})
    desk.stage.expert("Camille D.", Transfer(expert=ALICE, note="Elle te demande", anyway=True))
    notice = await desk.tells()
    assert notice.title == "Bruno Leroy hands you Camille D. · Atelier Vélo"
    assert notice.text == "“Elle te demande”"
    desk.stage.guests["Camille D."].reads(Page(url="https://velo.example/panier", title="Panier"))
    desk.stage.guests["Camille D."].leaves()
    await until(lambda: desk.card("Camille D.").left_at is not None)
    assert talk not in desk.notices.withdrawn
    desk.stage.clock.advance(timedelta(minutes=1))
    desk.stage.expert("Camille D.", says("Me revoilà"))
    await until(lambda: talk in desk.notices.withdrawn)


async def test_at_the_end_everything_is_taken_away(desk: Desk) -> None:
    desk.stage.guests["Thomas"].writes("Allô ?")
    notice = await desk.tells()
    desk.announcements.end()
    assert desk.notices.withdrawn == [notice.key]


def test_pause_again_is_three_hours_once_the_hour_has_passed() -> None:
    soon = AFTERNOON + minutes(5)
    assert until_again(soon, AFTERNOON) == soon
    assert until_again(AFTERNOON, AFTERNOON) == AFTERNOON + timedelta(hours=3)
    assert until_again(None, AFTERNOON) == AFTERNOON + timedelta(hours=3)


@pytest.mark.parametrize(
    ("preferences", "rings", "shows"),
    [
        (Preferences(), 1, 1),
        (Preferences(sounds=False), 0, 1),
        (Preferences(notifications=False), 1, 0),
        (Preferences(sounds=False, notifications=False), 0, 0),
    ],
)
async def test_notices_and_sounds_can_each_be_turned_off(
    preferences: Preferences, rings: int, shows: int
) -> None:
    async with demo_session() as stage:
        notices, rung = KeptNotices(), list[int]()
        announcements = Announcements(
            stage.session, notices, Window(), lambda: preferences, lambda: rung.append(1)
        )
        ear = Ear(stage.session.changes)
        talk = stage.guests["Karim B."].conversation
        stage.guests["Karim B."].writes("J’ai retrouvé le colis !")
        await until(lambda: _status(stage, talk) is Status.OPEN)
        await until(lambda: ear.all(Alert))
        announcements.end()
        assert (len(rung), len(notices.shown)) == (rings, shows)


def _status(stage: Stage, talk: ConversationId | None) -> Status | None:
    card = stage.session.card(talk) if talk else None
    return card.status if card else None


async def test_the_end_of_a_pause_that_another_desk_answered_is_taken_away() -> None:
    async with demo_session() as stage:
        notices = KeptNotices()
        announcements = Announcements(stage.session, notices, Window(), ring=lambda: None)
        talk = stage.guests["Karim B."].conversation
        stage.clock.advance(timedelta(hours=4))
        await until(lambda: talk in {it.key for it in notices.shown})
        stage.expert("Karim B.", says("Je suis là, d’un autre poste."))
        await until(lambda: talk in notices.withdrawn)
        announcements.end()
