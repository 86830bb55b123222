"""A pane tied to its conversation: drafts, answers, undo, what is seen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from pupitre.client.views import Delivery, MessageRow
from pupitre.domain.commands import Pause
from pupitre.domain.conversation import Status
from pupitre.domain.presence import Dot
from pupitre.ui.preferences import Preferences
from pupitre.ui.views.thread import ThreadView
from tests.support.deskside import Deskside, deskside, settled
from tests.support.loop import until
from tests.support.story import minutes, says, seconds

pytestmark = pytest.mark.usefixtures("screen")
AT_ONCE = Preferences(undo=timedelta(0))


def last(at: Deskside) -> MessageRow:
    model = at.pane.pane.model
    rows = (model.at(place) for place in reversed(range(model.rowCount())))
    return next(row for row in rows if isinstance(row, MessageRow))


async def test_an_answer_is_stored_after_the_time_to_undo_it() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        at.sends("En ville, prévoyez des pneus lisses.")
        await settled()
        assert last(at).delivery is Delivery.HELD
        at.stage.clock.advance(seconds(6))
        await until(lambda: last(at).delivery is Delivery.STORED)
        at.stage.guests["Camille D."].sees()
        await until(lambda: last(at).delivery is Delivery.SEEN)


async def test_undo_gives_the_text_back() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        at.sends("Oups")
        await settled()
        at.pane.pane.place.view.undo_asked.emit(last(at).key)
        await until(lambda: at.pane.pane.composer.text == "Oups")
        assert not at.sees("Oups")


async def test_the_keys_that_undo_take_back_what_was_sent_last() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        at.sends("Bonjour")  # leaves at once when something is written after it
        at.sends("Oups")
        await until(lambda: last(at).text == "Oups")
        field = at.pane.pane.composer.field
        QTest.keySequence(field, QKeySequence.StandardKey.Undo)
        await until(lambda: at.pane.pane.composer.text == "Oups")
        assert not at.sees("Oups")
        field.clear()
        QTest.keySequence(field, QKeySequence.StandardKey.Undo)
        assert at.pane.pane.composer.text == ""
        assert last(at).text == "Bonjour"


async def test_the_keys_that_undo_begin_with_what_was_typed_since() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        at.sends("Bonjour")
        at.writes("et")
        await settled()
        field = at.pane.pane.composer.field
        QTest.keySequence(field, QKeySequence.StandardKey.Undo)
        assert at.pane.pane.composer.text == ""
        assert last(at).delivery is Delivery.HELD


async def test_each_conversation_keeps_its_own_draft() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        at.writes("Pour Camille")
        at.opens("Thomas")
        assert at.pane.pane.composer.text == ""
        at.writes("Pour Thomas")
        at.opens("Camille D.")
        assert at.pane.pane.composer.text == "Pour Camille"
        await until(lambda: at.card("Thomas").has_draft)


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


async def test_writing_in_a_pause_takes_the_conversation_back() -> None:
    async with deskside(AT_ONCE) as at:
        at.opens("Karim B.")
        at.sends("Le colis est retrouvé.")
        await until(lambda: at.card("Karim B.").pause is None)
        assert at.listed().index("Karim B.") < at.listed().index("Inès")


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


async def test_without_a_link_messages_wait_here_and_leave_once() -> None:
    async with deskside(AT_ONCE) as at:
        at.opens("Camille D.")
        at.stage.backend.reachable = False
        at.stage.backend.cut()
        await until(lambda: at.stage.session.connection.stale)
        at.sends("Ceci attend.")
        await until(lambda: last(at).delivery is Delivery.QUEUED)
        hint = at.pane.pane.composer._hint
        assert hint.text() == "No link: Enter keeps it here"
        label = at.window.findChild(QLabel, "link")
        assert isinstance(label, QLabel)
        assert "No link" in label.text()
        at.stage.backend.reachable = True
        await until(lambda: last(at).delivery is Delivery.STORED)
        assert sum("Ceci attend." in row for row in at.read()) == 1


async def test_canned_replies_are_offered_after_a_slash() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        at.writes("/bon")
        offered = at.pane.pane.composer._offered
        assert offered.titles()[0] == "bonjour"
        at.presses(Qt.Key.Key_Return)
        assert at.pane.pane.composer.text == "Bonjour Camille, que puis-je faire pour vous ?"


async def test_what_a_reply_still_misses_is_chosen_before_it_leaves() -> None:
    async with deskside() as at:
        at.opens("Visiteur 1") if "Visiteur 1" in at.listed() else at.opens("")
        at.writes("/bonjour")
        at.presses(Qt.Key.Key_Return)
        field = at.pane.pane.composer.field
        assert field.textCursor().selectedText() == "{visitor}"
        at.presses(Qt.Key.Key_Return)
        assert "{visitor}" in field.toPlainText()


async def test_a_conversation_returning_to_its_expert_says_why() -> None:
    async with deskside() as at:
        at.opens("Karim B.")
        at.stage.clock.advance(minutes(4 * 60))
        await until(lambda: at.sees("The pause is over"))
        assert at.card("Karim B.").pause is None


async def test_opening_a_conversation_without_a_link_shows_what_is_known() -> None:
    async with deskside() as at:
        at.stage.backend.reachable = False
        at.stage.backend.cut()
        await until(lambda: at.stage.session.connection.stale)
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


async def _answered_elsewhere(at: Deskside) -> None:
    """Send without a link, while another desk of the same expert answers."""
    at.stage.backend.reachable = False
    at.stage.backend.cut()
    await until(lambda: at.stage.session.connection.stale)
    at.sends("Ma réponse")
    at.stage.clock.advance(seconds(6))
    at.stage.expert("Camille D.", says("Réponse d’ailleurs"))
    at.stage.backend.reachable = True
    await until(lambda: at.card("Camille D.").parked)
    await settled()


async def test_what_another_desk_answered_meanwhile_holds_my_message_until_i_decide() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        await _answered_elsewhere(at)
        assert at.pane.pane.composer.field.isReadOnly()
        assert at.sees("Ma réponse")
        rows = at.stage.session.thread(at.id("Camille D."))
        assert [it.delivery for it in rows if isinstance(it, MessageRow)][-2:] == [
            Delivery.PARKED,
            Delivery.STORED,
        ], "what was written first stays before what came meanwhile"
        at.clicks("send-anyway")
        await until(lambda: not at.stage.session.connection.parked)
        await until(lambda: last(at).text == "Ma réponse")
        await until(lambda: not at.pane.pane.composer.field.isReadOnly())


async def test_a_held_message_goes_back_to_the_field() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        await _answered_elsewhere(at)
        at.clicks("take-back-held")
        await until(lambda: at.pane.pane.composer.text == "Ma réponse")
        assert at.sees("Réponse d’ailleurs")
        assert at.pane.pane.composer.field.hasFocus()
