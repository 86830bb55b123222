"""The window's acts are asked by name, say what they are, and rest where there is no desk."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from pupitre.ui.preferences import Language
from pupitre.ui.window_acts import WindowActs
from tests.support.screen import speak

pytestmark = pytest.mark.usefixtures("screen")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def test_a_key_asks_for_its_act_while_it_may(window: QWidget) -> None:
    acts, asked = WindowActs(window, {"pause": "F9"}), list[str]()
    acts.asked.connect(asked.append)
    QTest.keySequence(window, QKeySequence("F9"))
    assert asked == ["pause"]
    acts.allow(allowed=False)
    QTest.keySequence(window, QKeySequence("F9"))
    assert asked == ["pause"]
    acts.allow(allowed=True)
    acts.assign({})
    QTest.keySequence(window, QKeySequence("Ctrl+P"))
    assert asked == ["pause", "pause"]


def test_they_are_said_in_the_language_of_the_screen(window: QWidget, screen: QApplication) -> None:
    acts = WindowActs(window, {})
    speak(screen, Language.FRENCH)
    acts.reword()
    assert acts.actions["pause"].text() == "Mettre la conversation en pause"


def test_the_menu_has_what_is_asked_for_now_and_then(window: QWidget) -> None:
    acts, menu = WindowActs(window, {}), QMenu(window)
    acts.fill(menu)
    assert acts.actions["settings"] in menu.actions()
    assert acts.actions["shift"] == menu.actions()[-1]
