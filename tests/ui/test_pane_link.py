"""A pane tied to its conversation: what it shows, and what is seen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from pupitre.domain.commands import Pause
from pupitre.domain.conversation import Status
from pupitre.domain.presence import Dot
from pupitre.ui.views.thread import ThreadView
from tests.support.deskside import Deskside, deskside, settled
from tests.support.loop import until
from tests.support.story import minutes

pytestmark = pytest.mark.usefixtures("screen")


async def test_reading_a_conversation_marks_it_seen() -> None:
    async with deskside() as at:
        at.opens("Sophie Lambert")
        await until(lambda: at.card("Sophie Lambert").unread == 0)
        at.stage.guests["Sophie Lambert"].writes("Une dernière chose !")
        await until(lambda: at.sees("Une dernière chose"))
        await until(lambda: at.card("Sophie Lambert").unread == 0)


async def test_what_the_visitor_writes_comes_to_the_thread_and_the_list() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        at.stage.guests["Camille D."].writes("Vous êtes là ?")
        await until(lambda: at.sees("Vous êtes là ?"))
        assert at.card("Camille D.").preview == "Vous êtes là ?"


async def test_take_back_ends_a_pause() -> None:
    async with deskside() as at:
        at.opens("Inès")
        at.clicks("take-back")
        await until(lambda: at.card("Inès").pause is None)


async def test_a_conversation_the_visitor_ends_can_be_read_and_not_answered() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        at.writes("Je vous réponds")
        at.stage.guests["Camille D."].ends()
        await until(lambda: at.pane.pane.composer.field.isReadOnly())
        assert at.sees("Et pour un usage en ville")
        assert at.pane.pane.composer.text == "Je vous réponds"


async def test_a_conversation_returning_to_its_expert_says_why() -> None:
    async with deskside() as at:
        at.opens("Karim B.")
        at.stage.clock.advance(minutes(4 * 60))
        await until(lambda: at.sees("The pause is over"))
        assert at.card("Karim B.").pause is None


async def test_opening_a_conversation_without_a_link_shows_what_is_known() -> None:
    async with deskside() as at:
        await at.loses_the_link()
        at.opens("Camille D.")
        assert at.sees("Et pour un usage en ville")
        assert at.card("Camille D.").dot is Dot.UNKNOWN


async def test_the_visitors_typing_is_shown_while_it_lasts() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        at.stage.backend.tell_typing(at.id("Camille D."), "je fais aussi")
        label = at.pane.pane.place._typing
        await until(lambda: label.text() == "Camille is typing: “je fais aussi”")
        at.stage.guests["Camille D."].writes("je fais aussi 5 km")
        await until(lambda: label.text() == "")


async def test_what_comes_while_the_window_is_behind_is_read_when_it_is_in_front() -> None:
    async with deskside() as at:
        at.opens("Thomas")
        await until(lambda: at.card("Thomas").unread == 0)
        other = QWidget()
        other.show()
        other.activateWindow()
        await until(lambda: not at.window.isActiveWindow())
        at.stage.guests["Thomas"].writes("Vous êtes là ?")
        await until(lambda: at.sees("Vous êtes là ?"))
        await settled()
        assert at.card("Thomas").unread == 1
        at.window.activateWindow()
        await until(lambda: at.card("Thomas").unread == 0)
        other.close()
        other.deleteLater()


@asynccontextmanager
async def low(at: Deskside, beyond: int) -> AsyncIterator[ThreadView]:
    """Open Thomas's question in a pane so much taller than it, and come to the window after."""
    other = QWidget()
    other.show()
    other.activateWindow()
    await until(lambda: not at.window.isActiveWindow())
    at.opens("Thomas")
    await settled()
    place, view, model = at.pane.pane.place, at.pane.pane.place.view, at.pane.pane.model
    message = model.index(model.last_received())
    tall = view.visualRect(message).height() + beyond
    place.setFixedHeight(tall)
    await settled()
    place.setFixedHeight(tall + place.height() - view.height())
    await settled()
    assert view.height() == tall
    view.go_to(message)
    at.window.activateWindow()
    await until(at.window.isActiveWindow)
    try:
        yield view
    finally:
        other.close()
        other.deleteLater()


async def test_a_message_is_read_with_the_line_below_it_out_of_sight() -> None:
    async with deskside() as at, low(at, beyond=4) as view:
        await until(lambda: at.card("Thomas").unread == 0)
        assert not view.is_at_end


async def test_a_message_that_ends_below_a_low_pane_is_read_once_its_end_is_in_sight() -> None:
    async with deskside() as at, low(at, beyond=-8) as view:
        await settled()
        assert at.card("Thomas").unread == 1
        view.scroll_by(12)
        await until(lambda: at.card("Thomas").unread == 0)
        assert not view.is_at_end


async def test_after_two_silent_pauses_goodbye_is_proposed_and_nothing_is_done() -> None:
    async with deskside() as at:
        at.opens("Karim B.")
        at.stage.clock.advance(minutes(4 * 60))
        await until(lambda: at.card("Karim B.").pause is None)
        assert at.pane.pane.farewell.isHidden()
        at.stage.expert("Karim B.", Pause(until=at.stage.clock.now() + minutes(60)))
        at.stage.clock.advance(minutes(61))
        await until(lambda: at.card("Karim B.").suggests_goodbye)
        await until(lambda: not at.pane.pane.farewell.isHidden())
        at.clicks("say-goodbye")
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        assert dialog.windowTitle() == "Close the conversation"
        dialog.close()
        await settled()
        assert at.card("Karim B.").status is Status.OPEN
