"""The desk at work: from the list to the answer, and what comes of it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel

from pupitre.client.views import Delivery, MessageRow
from pupitre.domain.commands import Transfer
from pupitre.domain.events import AssignReason
from pupitre.domain.people import Page
from pupitre.ui.preferences import Preferences
from tests.support.deskside import Deskside, deskside, settled
from tests.support.loop import until
from tests.support.story import BRUNO, minutes, seconds

pytestmark = pytest.mark.usefixtures("screen")
AT_ONCE = Preferences(undo=timedelta(0))


def last(at: Deskside) -> MessageRow:
    model = at.pane.pane.model
    rows = (model.at(place) for place in reversed(range(model.rowCount())))
    return next(row for row in rows if isinstance(row, MessageRow))


async def test_the_desk_lists_who_waits_then_who_is_paused() -> None:
    async with deskside() as at:
        assert at.listed()[:3] == ["Thomas", "Sophie Lambert", "Camille D."]
        assert at.listed()[4:6] == ["Karim B.", "Inès"]


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


async def test_the_order_stays_while_somebody_types() -> None:
    async with deskside(AT_ONCE) as at:
        before = at.listed()
        at.opens("Thomas")
        at.sends("Oui, avec l’adaptateur.")
        await until(lambda: at.card("Thomas").waits_since is None)
        assert at.listed() == before
        at.desk.page.list._typing.stop()
        at.desk.page.list._hold()
        assert at.listed()[0] == "Sophie Lambert"


async def test_the_order_stays_under_the_pointer() -> None:
    async with deskside(AT_ONCE) as at:
        before, page = at.listed(), at.desk.page
        page.list.enterEvent(QEnterEvent(QPointF(), QPointF(), QPointF()))
        at.stage.expert("Thomas", Transfer(expert=BRUNO, anyway=True))
        await until(lambda: "Thomas" not in at.listed())
        assert at.listed() == [name for name in before if name != "Thomas"]
        page.list.leaveEvent(QEvent(QEvent.Type.Leave))
        assert not at.desk.link.model.is_held


async def test_next_goes_from_one_who_waits_to_the_other() -> None:
    async with deskside() as at:
        visited = []
        for _ in range(3):
            at.desk.act("next")
            card = at.stage.session.card(at.pane.conversation or at.id("Inès"))
            assert card is not None
            visited.append(card.name)
        assert visited == ["Thomas", "Sophie Lambert", "Camille D."]


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


async def test_each_button_of_the_head_opens_its_dialog() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        for name, title in {
            "pause": "Pause the conversation",
            "transfer": "Transfer the conversation",
            "close": "Close the conversation",
        }.items():
            at.clicks(name)
            dialog = QApplication.activeModalWidget()
            assert dialog is not None
            assert dialog.windowTitle() == title
            dialog.close()
            await settled()


async def test_a_conversation_handed_on_by_oneself_leaves_its_pane() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        at.stage.session.submit(at.id("Camille D."), Transfer(expert=BRUNO, anyway=True))
        await until(lambda: at.pane.conversation is None)
        assert "Camille D." not in at.listed()


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
        label = at.window.findChild(QLabel, "link")
        assert isinstance(label, QLabel)
        assert "No link" in label.text()
        at.stage.backend.reachable = True
        await until(lambda: last(at).delivery is Delivery.STORED)
        assert sum("Ceci attend." in row for row in at.read()) == 1


async def test_a_departed_conversation_is_announced() -> None:
    async with deskside() as at:
        conversation = at.id("Thomas")
        state = at.stage.floor.talks[conversation].state
        assert state.owner is not None
        at.stage.expert("Thomas", Transfer(expert=BRUNO, anyway=True))
        await until(lambda: "Thomas" in at.desk.page.notice.text)


async def test_availability_and_slots_are_asked_of_the_server() -> None:
    async with deskside() as at:
        session = at.stage.session
        at.clicks("availability")
        await until(lambda: session.you is not None and not session.you.available)
        at.desk.page.bar.slots_asked.emit(2)
        await until(lambda: session.you is not None and session.you.slots == 2)
        at.desk.act("availability")
        await until(lambda: session.you is not None and session.you.available)


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


async def test_the_palette_finds_conversations_and_acts() -> None:
    async with deskside() as at:
        search = at.desk.page.bar.search
        at.desk.act("search")
        assert search.offered is not None
        search.setText("karim")
        search._offer()
        assert search.offered.titles()[0] == "Karim B."
        at.presses(Qt.Key.Key_Return, on=search)
        assert at.pane.conversation == at.id("Karim B.")
        search.setText("four conv")
        search._offer()
        at.presses(Qt.Key.Key_Return, on=search)
        assert at.desk.page.panes.count == 4


async def test_new_panes_show_those_who_wait_first() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        at.desk.act("panes4")
        shown = {link.conversation for link in at.desk.panes.in_the_desk()}
        assert {at.id(name) for name in ("Camille D.", "Thomas", "Sophie Lambert")} <= shown
        assert len(shown) == 4


async def test_a_conversation_shown_in_a_pane_is_gone_to_and_not_doubled() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        at.desk.act("panes2")
        other = at.desk.panes.in_the_desk()[1]
        at.desk.page.panes.enter(other.pane)
        at.opens("Camille D.")
        assert at.pane is at.desk.panes.in_the_desk()[0]


async def test_a_conversation_has_a_window_of_its_own() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        at.desk.act("window")
        solo = at.desk.panes._solos[at.id("Camille D.")]
        assert solo.isVisible()
        at.stage.guests["Camille D."].writes("Là aussi")
        await until(lambda: solo.pane.model.rowCount() == at.pane.pane.model.rowCount())
        solo.close()
        await settled()
        assert not at.desk.panes._solos


async def test_notes_are_kept_and_shown_to_experts() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        at.desk.page.panel.note_written.emit("Préfère le bleu")
        await until(lambda: at.sees("Préfère le bleu"))
        assert "Alice Martin: Préfère le bleu" in at.desk.page.panel._notes.text()


async def test_the_panel_follows_the_visitor() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        page = Page(url="https://velo.example/pneus", title="Pneus")
        at.stage.guests["Camille D."].reads(page)
        panel = at.desk.page.panel
        await until(lambda: panel._page.text() == "/pneus")


async def test_only_the_web_is_ever_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def note(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    async with deskside() as at:
        for address in (
            "https://velo.example/a",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "https://",
            "ftp://velo.example",
        ):
            at.desk.open_link(address)
    assert opened == ["https://velo.example/a"]


async def test_a_conversation_returning_to_its_expert_says_why() -> None:
    async with deskside() as at:
        at.opens("Karim B.")
        at.stage.clock.advance(minutes(4 * 60))
        await until(lambda: at.card("Karim B.").pause is None)
        assert at.sees("The pause is over")
        assert AssignReason.RELEASED
