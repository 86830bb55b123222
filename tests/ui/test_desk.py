"""The desk at work: from the list to the answer, and what comes of it."""

from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from pupitre.domain.commands import Close, Release
from pupitre.domain.ids import SubjectId
from pupitre.ui import advice
from pupitre.ui.models.entries import CardEntry
from pupitre.ui.preferences import Preferences
from tests.support.deskside import Deskside, deskside, settled
from tests.support.loop import until

pytestmark = pytest.mark.usefixtures("screen")
AT_ONCE = Preferences(undo=timedelta(0))


async def test_next_goes_from_one_who_waits_to_the_other() -> None:
    async with deskside() as at:
        visited = []
        for _ in range(3):
            at.desk.act("next")
            card = at.stage.session.card(at.pane.conversation or at.id("Inès"))
            assert card is not None
            visited.append(card.name)
        assert visited == ["Thomas", "Sophie Lambert", "Camille D."]


def keyed(at: Deskside) -> QWidget:
    """Return what has the keyboard."""
    found = at.window.focusWidget()
    assert found is not None
    return found


def _row(at: Deskside, name: str) -> CardEntry:
    model = at.desk.link.model
    row = model.at(model.position(at.id(name)))
    assert isinstance(row, CardEntry)
    return row


def _is_answered(at: Deskside, name: str) -> bool:
    return at.card(name).waits_since is None


async def test_enter_takes_the_next_step_on_a_desk_that_shows_nobody() -> None:
    async with deskside() as at:
        assert keyed(at).objectName() == "next-step"
        at.presses(Qt.Key.Key_Return, on=keyed(at))
        assert at.pane.conversation == at.id("Thomas")
        assert keyed(at) is at.pane.pane.composer.field


async def test_the_keyboard_goes_on_where_a_conversation_was_closed() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        at.stage.session.submit(at.id("Camille D."), Close(subjects=(SubjectId("taille"),)))
        await until(lambda: at.pane.conversation is None)
        assert keyed(at).objectName() == "next-step"


async def test_the_keyboard_goes_to_the_list_as_soon_as_there_is_something_in_it() -> None:
    async with deskside() as at:
        at.desk._on_advice(
            advice.next_step(known=False, available=False, waiting=0, conversations=0)
        )
        at.pane.pane.empty.take_focus()
        assert keyed(at) is at.pane.pane.empty
        at.desk._on_advice(advice.next_step(known=True, available=True, waiting=0, conversations=3))
        assert keyed(at) is at.desk.page.list


async def test_the_keyboard_goes_to_the_list_where_one_must_choose() -> None:
    async with deskside() as at:
        for name in ("Thomas", "Sophie Lambert", "Camille D."):
            conversation = at.id(name)
            at.stage.session.post(conversation, "Bonjour")
            await until(partial(_is_answered, at, name))
        at.opens("Camille D.")
        at.stage.session.submit(at.id("Camille D."), Release())
        await until(lambda: at.pane.conversation is None)
        assert keyed(at) is at.desk.page.list


async def test_one_goes_along_the_list_and_round_it() -> None:
    async with deskside() as at:
        names = at.listed()
        visited = []
        for act in ("below", "below", "above", "above"):
            at.desk.act(act)
            card = at.stage.session.card(at.pane.conversation or at.id("Inès"))
            assert card is not None
            visited.append(card.name)
        assert visited == [names[0], names[1], names[0], names[-1]]
        assert keyed(at) is at.pane.pane.composer.field


async def test_the_list_tells_who_is_typing_in_another_conversation() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        row = partial(_row, at, "Thomas")
        at.stage.backend.tell_typing(at.id("Thomas"), "et pour")
        await until(lambda: row().types)
        at.stage.clock.advance(timedelta(seconds=9))
        await until(lambda: not row().types)


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
            at.pane.link_opened.emit(address)
            at.desk.page.panel.link_opened.emit(address)
    assert opened == ["https://velo.example/a"] * 2


async def test_what_one_types_goes_nowhere_when_the_visitor_ends_the_conversation() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        field = at.pane.pane.composer.field
        assert keyed(at) is field
        at.stage.guests["Camille D."].ends()
        await until(field.isHidden)
        assert keyed(at) is at.pane.pane.place.view
