"""The window: it shows pages, asks before it closes, and comes to the front."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from pupitre.ui.dialogs.shortcuts import ShortcutsDialog
from pupitre.ui.models.entries import CardEntry
from pupitre.ui.preferences import Language, Preferences
from pupitre.ui.theme import Scheme
from pupitre.ui.views.welcome import Welcome
from pupitre.ui.window import DeskWindow
from tests.support.deskside import Deskside, deskside, settled
from tests.support.loop import until
from tests.support.screen import speak

CTRL = Qt.KeyboardModifier.ControlModifier

pytestmark = pytest.mark.usefixtures("screen")


def test_a_page_is_shown_whole(qtbot: QtBot) -> None:
    window = DeskWindow(Preferences())
    qtbot.addWidget(window)
    page = QLabel("welcome")
    window.show_page(page)
    assert window.windowTitle() == "Pupitre"
    assert window._stack.currentWidget() is page
    assert window.shown() is None
    assert window.dialogs is None


def test_closing_is_asked_and_not_done(qtbot: QtBot) -> None:
    window, asked = DeskWindow(Preferences()), list[bool]()
    qtbot.addWidget(window)
    window.close_asked.connect(lambda: asked.append(True))
    window.show()
    assert not window.close()
    assert asked
    assert window.isVisible()


def test_acts_wait_for_a_desk(qtbot: QtBot) -> None:
    window = DeskWindow(Preferences())
    qtbot.addWidget(window)
    assert not any(action.isEnabled() for action in window.actions())


def test_the_keys_are_shown_and_chosen_before_anybody_signed_in(qtbot: QtBot) -> None:
    window, kept = DeskWindow(Preferences()), list[Preferences]()
    qtbot.addWidget(window)
    window.preferences_changed.connect(kept.append)
    page = Welcome()
    window.show_page(page)
    window.show()
    QTest.keyClick(page.email, Qt.Key.Key_F1)
    (dialog,) = window.findChildren(ShortcutsDialog)
    assert dialog.isVisible()
    dialog.fields["shortcuts"].setKeySequence(QKeySequence("F2"))
    dialog.accept_button.click()
    assert [it.shortcuts for it in kept] == [{"shortcuts": "F2"}]
    assert not any(action.isEnabled() for action in window.actions())
    QTest.keyClick(page.email, Qt.Key.Key_F1)
    assert not QApplication.activeModalWidget()
    QTest.keyClick(page.email, Qt.Key.Key_F2)
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, ShortcutsDialog)
    shown.reject()


async def test_a_conversation_is_shown_on_demand_ready_to_be_answered() -> None:
    async with deskside() as at:
        at.window.show_conversation(at.id("Thomas"), write=True)
        await settled()
        assert at.window.shown() == at.id("Thomas")
        assert at.pane.pane.composer.field.hasFocus()


async def test_the_shortcuts_work_while_one_writes() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        field = at.pane.pane.composer.field
        QTest.keyClick(field, Qt.Key.Key_K, CTRL)
        search = at.desk.page.bar.search
        assert search.hasFocus()
        QTest.keyClicks(search, "pau")
        field.setFocus()
        assert search.text() == ""
        QTest.keyClick(field, Qt.Key.Key_K, CTRL)
        QTest.keyClick(search, Qt.Key.Key_Escape)
        assert field.hasFocus()
        QTest.keyClick(field, Qt.Key.Key_2, CTRL)
        assert at.desk.page.panes.count == 2
        QTest.keyClick(field, Qt.Key.Key_Tab, CTRL)
        assert at.window.shown() == at.id("Thomas")


async def test_preferences_are_followed_at_once() -> None:
    async with deskside() as at:
        told: list[Preferences] = []
        at.window.preferences_changed.connect(told.append)
        mine = Preferences(shortcuts={"pause": "F9"}, undo=timedelta(0), scheme=Scheme.DARK)
        at.window._on_preferences(mine)
        assert told == [mine]
        assert at.window._acts.actions["pause"].shortcut().toString() == "F9"
        assert at.pane.writing._preferences.undo == timedelta(0)
        at.window.prefer(replace(mine, scheme=Scheme.LIGHT))


def _typing(at: Deskside) -> list[str]:
    model = at.desk.link.model
    rows = [model.at(place) for place in range(model.rowCount())]
    return [it.card.name for it in rows if isinstance(it, CardEntry) and it.types]


async def test_another_language_keeps_the_conversation(screen: QApplication) -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        at.stage.backend.tell_typing(at.id("Camille D."), "je fais aussi")
        await until(lambda: "Camille D." in _typing(at))
        speak(screen, Language.FRENCH)
        at.window.reopen()
        await settled()
        assert at.window.shown() == at.id("Camille D.")
        assert _typing(at) == ["Camille D."]
        assert at.desk.page.list.accessibleName() == "Conversations"
        assert at.window._acts.actions["pause"].text() == "Mettre la conversation en pause"


async def test_a_desk_can_be_left_and_opened_again() -> None:
    async with deskside() as at:
        session = at.stage.session
        at.window.leave_desk()
        assert at.window.desk is None
        at.window.open_desk(session)
        await settled()
        assert "Thomas" in at.listed()


async def test_something_can_be_said_at_the_top() -> None:
    async with deskside() as at:
        at.window.say("Thomas is back.", at.id("Thomas"), "Open")
        assert at.desk.page.notice.text == "Thomas is back."
        at.desk.page.notice._buttons[0].click()
        assert at.window.shown() == at.id("Thomas")


async def test_what_is_offered_about_the_program_comes_back_to_the_program() -> None:
    async with deskside() as at:
        asked: list[str] = []
        at.window.program_asked.connect(asked.append)
        at.window.offer("Pupitre 2.0 is out.", [("news", "What is new"), ("update", "Update…")])
        notice, before = at.desk.page.notice, at.window.shown()
        assert [button.text() for button in notice._buttons] == ["What is new", "Update…"]
        notice._buttons[1].click()
        assert asked == ["update"]
        assert at.window.shown() == before
        at.window.say("Something else.", "report", "Report…")
        assert [button.isHidden() for button in notice._buttons] == [False, True]


async def test_the_panes_stand_as_they_were_left() -> None:
    async with deskside() as at:
        at.desk.show_panes(2)
        at.desk.page.want_panel(True)
        at.window.reopen()
        assert at.window.arrangement.panes == 2
        assert at.window.arrangement.panel is True
        at.window.leave_desk()
        left = at.window.arrangement
    async with deskside() as at:
        assert at.window.arrangement.panes == 1
        at.window.leave_desk()
        at.window.arrange(replace(left, geometry=""))
        at.window.open_desk(at.stage.session)
        assert at.window.desk is not None
        assert at.window.desk.page.panes.count == 2


def test_the_window_is_where_it_was(qtbot: QtBot) -> None:
    first, second = DeskWindow(Preferences()), DeskWindow(Preferences())
    for window in (first, second):
        qtbot.addWidget(window)
    first.setGeometry(20, 30, 790, 500)
    second.arrange(first.arrangement)
    assert second.size() == first.size()
