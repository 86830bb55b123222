"""Several conversations at once, each shown in one place."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from pupitre.domain.commands import Transfer
from pupitre.ui.preferences import Preferences
from pupitre.ui.views.solo import SoloWindow
from tests.support.deskside import Deskside, deskside, settled
from tests.support.loop import until
from tests.support.story import BRUNO

pytestmark = pytest.mark.usefixtures("screen")
AT_ONCE = Preferences(undo=timedelta(0))


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


async def test_the_expert_is_where_they_click_or_go_with_the_keyboard() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        at.desk.act("panes2")
        first, other = at.desk.panes.in_the_desk()
        other.pane.place.view.setFocus()
        assert at.pane is other
        QTest.mouseClick(first.pane.head, Qt.MouseButton.LeftButton)
        assert at.pane is first


async def test_the_keyboard_stays_with_the_conversations_when_a_pane_goes() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        at.desk.act("panes2")
        at.desk.panes.in_the_desk()[1].pane.composer.focus()
        at.desk.act("panes1")
        assert at.window.focusWidget() is at.pane.pane.composer.field


async def test_what_was_erased_is_shown_nowhere_and_said_without_a_name() -> None:
    async with deskside() as at:
        id_ = at.id("Camille D.")
        at.opens("Camille D.")
        at.desk.panes.current.ask("window")
        assert id_ in at.desk.panes._solos
        at.desk.act("search")
        QTest.keyClicks(at.desk.page.bar.search, "cadre")
        link, words = at.pane, at.pane.pane.composer.field
        words.setPlainText("Je note son numéro")
        at.stage.erase(id_)
        await until(lambda: link.conversation is None)
        assert link.pane.model.rowCount() == 0
        assert words.toPlainText() == ""
        assert at.stage.session.draft(id_) == ""
        await until(lambda: id_ not in at.desk.panes._solos)
        said = at.desk.page.notice.text
        assert "erased" in said
        assert "Camille" not in said


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


@asynccontextmanager
async def alone() -> AsyncIterator[tuple[Deskside, SoloWindow]]:
    """Camille's conversation, in the desk and in a window of its own, where the keyboard is."""
    async with deskside(AT_ONCE) as at:
        at.opens("Camille D.")
        at.desk.act("window")
        solo = at.desk.panes._solos[at.id("Camille D.")]
        await until(solo.isActiveWindow)
        yield at, solo


async def test_one_writes_at_once_in_a_window_of_its_own() -> None:
    async with alone() as (_, solo):
        await until(lambda: solo.focusWidget() is solo.pane.composer.field)


async def test_what_is_written_in_one_window_is_in_the_other_and_sent_once() -> None:
    async with alone() as (at, solo):
        at.writes("Bonjour")
        assert solo.pane.composer.text == "Bonjour"
        QTest.keyClicks(solo.pane.composer.field, " !")
        assert at.pane.pane.composer.text == "Bonjour !"
        QTest.keyClick(solo.pane.composer.field, Qt.Key.Key_Return)
        assert at.pane.pane.composer.text == ""
        at.presses(Qt.Key.Key_Return)
        await until(lambda: at.sees("Bonjour !"))
        assert sum("Bonjour !" in row for row in at.read()) == 1


async def test_who_is_in_a_window_of_its_own_looks_at_the_desk_and_in_a_dialog_does_not() -> None:
    async with alone() as (at, solo):
        assert at.window.is_in_front()
        QTest.keyClick(solo, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        dialog = next(iter(at.desk.dialogs._open.values()))
        await until(dialog.isActiveWindow)
        assert not at.window.is_in_front()
        dialog.reject()
        await until(at.window.is_in_front)


async def test_the_shortcuts_of_a_window_of_its_own_are_about_its_conversation() -> None:
    async with alone() as (at, solo):
        at.opens("Thomas")
        solo.activateWindow()
        await until(solo.isActiveWindow)
        QTest.keyClick(solo, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        dialog = next(iter(at.desk.dialogs._open.values()))
        assert at.desk.dialogs._about[dialog] == at.id("Camille D.")
        at.window.activateWindow()  # as window managers do with the window of a dialog
        await until(at.window.isActiveWindow)
        dialog.reject()
        await until(solo.isActiveWindow)


async def test_the_other_shortcuts_of_a_window_of_its_own_lead_to_the_desk() -> None:
    async with alone() as (at, solo):
        QTest.keyClick(solo, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        await until(at.window.isActiveWindow)
        assert at.window.focusWidget() is at.desk.page.bar.search


async def test_a_window_of_its_own_goes_with_its_conversation() -> None:
    async with alone() as (at, _solo):
        at.stage.session.submit(at.id("Camille D."), Transfer(expert=BRUNO, anyway=True))
        await until(lambda: not at.desk.panes._solos)


async def test_a_pane_that_was_hidden_comes_back_with_nothing_that_is_shown_elsewhere() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        at.desk.act("panes2")
        hidden = at.desk.panes.in_the_desk()[1]
        name = next(it.name for it in at.stage.session.cards() if it.id == hidden.conversation)
        at.desk.act("panes1")
        at.opens(name)
        at.desk.act("panes2")
        shown = [link.conversation for link in at.desk.panes.in_the_desk()]
        assert len(set(shown)) == 2


async def test_a_conversation_handed_on_by_oneself_leaves_its_pane() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        at.stage.session.submit(at.id("Camille D."), Transfer(expert=BRUNO, anyway=True))
        await until(lambda: at.pane.conversation is None)
        assert "Camille D." not in at.listed()


async def test_an_empty_pane_speaks_of_those_who_are_not_shown_beside_it() -> None:
    async with deskside() as at:
        at.desk.act("panes4")
        links = at.desk.panes.in_the_desk()
        guests = at.stage.guests
        free = next(it for it in links if it.conversation == guests["Visiteur 1"].conversation)
        at.desk.page.panes.enter(free.pane)
        at.stage.session.submit(free.conversation, Transfer(expert=BRUNO, anyway=True))
        await until(lambda: free.conversation is None)
        await until(lambda: "Nobody else waits" in free.pane.empty._hint.text())
        guests["Visiteur 2"].writes("Des Shimano.")
        await until(lambda: free.pane.empty._title.text() == "A visitor waits for you")
        at.desk.act("next")
        assert free.conversation == guests["Visiteur 2"].conversation, (
            "the others are shown already"
        )
