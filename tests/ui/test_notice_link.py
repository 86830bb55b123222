"""What was refused, what left and what happened meanwhile is said at the top."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from pupitre.domain.commands import Pause, Transfer
from pupitre.ui.preferences import Preferences
from tests.support.deskside import deskside, settled
from tests.support.loop import until
from tests.support.story import BRUNO, minutes

pytestmark = pytest.mark.usefixtures("screen")
AT_ONCE = Preferences(undo=timedelta(0))


async def test_a_departed_conversation_is_announced() -> None:
    async with deskside() as at:
        conversation = at.id("Thomas")
        state = at.stage.floor.talks[conversation].state
        assert state.owner is not None
        at.stage.expert("Thomas", Transfer(expert=BRUNO, anyway=True))
        await until(lambda: "Thomas" in at.desk.page.notice.text)


async def test_a_conversation_the_visitor_ended_can_still_be_qualified() -> None:
    async with deskside() as at:
        at.opens("Thomas")
        at.stage.guests["Thomas"].ends()
        await until(lambda: "is over" in at.desk.page.notice.text)
        assert at.desk.page.notice._buttons[0].text() == "Say what it was about…"
        at.desk.page.notice._buttons[0].click()
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        dialog.close()
        await settled()
        at.clicks("close")
        assert QApplication.activeModalWidget() is not None


async def test_a_refusal_is_said_with_the_visitors_name() -> None:
    async with deskside() as at:
        talk = at.id("Camille D.")
        at.stage.session.submit(talk, Pause(until=at.stage.clock.now() - minutes(5)))
        await until(lambda: "This time has passed" in at.desk.page.notice.text)
        assert at.desk.page.notice.text.startswith("Camille D.")


async def test_what_happened_without_a_link_is_counted() -> None:
    async with deskside() as at:
        await at.loses_the_link()
        at.stage.guests["Thomas"].writes("Allô ?")
        at.stage.backend.reachable = True
        told = "While you were away: 1 new message in 1 conversation"
        await until(lambda: at.desk.page.notice.text.startswith(told))


async def test_what_was_said_of_an_erased_conversation_does_not_come_back() -> None:
    async with deskside() as at:
        talk = at.id("Thomas")
        at.stage.guests["Thomas"].ends()
        await until(lambda: "is over" in at.desk.page.notice.text)
        at.stage.erase(talk)
        await until(lambda: "erased" in at.desk.page.notice.text)
        at.desk.page.notice._dismiss.click()
        assert at.desk.page.notice.text == ""
