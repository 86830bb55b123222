"""The blocks that windows and dialogs share."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QMenu,
    QPushButton,
    QTimeEdit,
)
from pytestqt.qtbot import QtBot

from pupitre.ui import blocks
from pupitre.ui.dialogs.base import DeskDialog
from tests.support.screen import presses


def test_words_are_never_markup(screen: QApplication, qtbot: QtBot) -> None:
    label = blocks.label("<b>gros</b>", "text")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_an_icon_says_what_it_means(screen: QApplication, qtbot: QtBot) -> None:
    button = blocks.icon_button("settings", "Menu")
    qtbot.addWidget(button)
    assert (button.toolTip(), button.accessibleName()) == ("Menu", "Menu")


def test_the_whole_card_is_the_choice(screen: QApplication, qtbot: QtBot) -> None:
    card = blocks.ChoiceCard("3 hours", "back today 18:47")
    qtbot.addWidget(card)
    card.resize(card.sizeHint())
    assert card.hitButton(QPoint(card.width() - 4, 4))
    card.click()
    assert card.isChecked()
    assert card.accessibleName() == "3 hours"
    card.show_hint("back tomorrow")
    assert card.accessibleDescription() == "back tomorrow"
    assert not card.grab().isNull()


def test_a_time_stands_off_its_edge(screen: QApplication, qtbot: QtBot) -> None:
    field = QTimeEdit()
    qtbot.addWidget(field)
    blocks.inset(field)
    inside = field.findChild(QLineEdit)
    assert inside is not None
    assert inside.textMargins().left() > 0


@pytest.mark.parametrize("make", [blocks.button, blocks.icon_button])
def test_enter_presses_the_button_that_has_the_focus(
    screen: QApplication, qtbot: QtBot, make: Callable[[str, str], QAbstractButton]
) -> None:
    button = make("settings", "plain")
    qtbot.addWidget(button)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        with qtbot.waitSignal(button.clicked):
            presses(button, key)


def test_a_key_that_is_held_presses_once(screen: QApplication, qtbot: QtBot) -> None:
    button = blocks.button("Send")
    qtbot.addWidget(button)
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True
    )
    with qtbot.assertNotEmitted(button.clicked):
        QApplication.sendEvent(button, held)


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
@pytest.mark.parametrize("make", [blocks.button, blocks.menu_button])
def test_enter_opens_a_menu(
    screen: QApplication, qtbot: QtBot, make: Callable[[str, str], QPushButton]
) -> None:
    button = make("settings", "plain")
    qtbot.addWidget(button)
    menu = QMenu(button)
    menu.addAction("One")
    button.setMenu(menu)
    button.show()
    opened: list[bool] = []
    menu.aboutToShow.connect(lambda: opened.append(True))
    QTimer.singleShot(0, menu, menu.close)  # where Qt waits inside the menu
    presses(button, Qt.Key.Key_Return)
    assert opened
    menu.close()


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
def test_assistive_technology_opens_a_menu(screen: QApplication, qtbot: QtBot) -> None:
    button = blocks.menu_button("settings", "Menu")
    qtbot.addWidget(button)
    menu = QMenu(button)
    menu.addAction("One")
    button.setMenu(menu)
    button.show()
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface is not None
    interface.actionInterface().doAction(QAccessibleActionInterface.showMenuAction())
    assert menu.isVisible(), "nobody waits for it to be closed"
    menu.close()


def test_enter_on_cancel_cancels(screen: QApplication, qtbot: QtBot) -> None:
    dialog = DeskDialog(None, name="Pause", heading="Pause")
    qtbot.addWidget(dialog)
    cancel = dialog.add_cancel()
    primary = dialog.add_primary("Pause")
    dialog.show()
    with qtbot.assertNotEmitted(primary.clicked), qtbot.waitSignal(dialog.rejected):
        presses(cancel, Qt.Key.Key_Return)
