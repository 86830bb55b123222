"""Emoji are chosen with the keyboard or the mouse and land where one writes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from pupitre.ui.views.emoji import EMOJI, EmojiButton, EmojiPicker

Place = tuple[QPlainTextEdit, EmojiButton]


@pytest.fixture
def place(screen: QApplication, qtbot: QtBot) -> Iterator[Place]:
    ground = QWidget()
    qtbot.addWidget(ground)
    field = QPlainTextEdit(ground)
    button = EmojiButton(field)
    ground.show()
    yield field, button
    ground.hide()


def opened(button: EmojiButton) -> EmojiPicker:
    button.click()
    picker = button._picker
    assert picker is not None
    assert picker.isVisible()
    return picker


@pytest.mark.qt_log_ignore("grabbing the")
def test_the_arrows_and_enter_choose(place: Place) -> None:
    field, button = place
    field.setPlainText("Merci !")
    field.moveCursor(field.textCursor().MoveOperation.End)
    picker = opened(button)
    QTest.keyClick(picker, Qt.Key.Key_Right)
    QTest.keyClick(picker, Qt.Key.Key_Return)
    assert field.toPlainText() == f"Merci !{EMOJI[1]}"
    assert picker.isHidden()
    assert field.hasFocus()


@pytest.mark.qt_log_ignore("grabbing the")
def test_a_click_chooses_where_the_cursor_is(place: Place) -> None:
    field, button = place
    field.setPlainText("a b")
    cursor = field.textCursor()
    cursor.setPosition(1)
    field.setTextCursor(cursor)
    picker = opened(button)
    where = picker.visualItemRect(picker.item(8)).center()
    QTest.mouseClick(picker.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert field.toPlainText() == f"a{EMOJI[8]} b"


@pytest.mark.qt_log_ignore("grabbing the")
def test_escape_chooses_nothing(place: Place) -> None:
    field, button = place
    picker = opened(button)
    QTest.keyClick(picker, Qt.Key.Key_Escape)
    assert picker.isHidden()
    assert field.toPlainText() == ""


@pytest.mark.qt_log_ignore("grabbing the")
def test_all_of_them_are_in_sight(place: Place) -> None:
    picker = opened(place[1])
    shown = [picker.visualItemRect(picker.item(row)) for row in range(picker.count())]
    assert picker.viewport().rect().contains(shown[-1])
    assert len({rect.topLeft().toTuple() for rect in shown}) == len(EMOJI)
    picker.hide()
