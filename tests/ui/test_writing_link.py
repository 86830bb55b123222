"""What is written in a pane: drafts, answers, canned replies, and taking back."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from pupitre.client.views import Delivery, MessageRow
from pupitre.ui.preferences import Preferences
from tests.support.deskside import Deskside, deskside, settled
from tests.support.loop import until
from tests.support.story import says, seconds

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


async def test_writing_in_a_pause_takes_the_conversation_back() -> None:
    async with deskside(AT_ONCE) as at:
        at.opens("Karim B.")
        at.sends("Le colis est retrouvé.")
        await until(lambda: at.card("Karim B.").pause is None)
        assert at.listed().index("Karim B.") < at.listed().index("Inès")


async def test_without_a_link_messages_wait_here_and_leave_once() -> None:
    async with deskside(AT_ONCE) as at:
        at.opens("Camille D.")
        await at.loses_the_link()
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
