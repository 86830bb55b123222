"""The hand finds parts of the screen by their names, and says when they are not there."""

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pupitre.app.demo import hand
from pupitre.app.demo.hand import Hand, NotThere


class Window(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []
        column = QVBoxLayout(self)
        self.field = QPlainTextEdit(self)
        self.field.setAccessibleName("Message")
        self.line = QLineEdit(self)
        self.line.setAccessibleName("Search")
        self.button = QPushButton("&Send", self)
        self.hidden = QPushButton("Hidden", self)
        for part in (self.field, self.line, self.button, self.hidden):
            column.addWidget(part)
        self.hidden.hide()
        self.button.clicked.connect(lambda: self.pressed.append("desk"))


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    return made


async def test_it_writes_and_presses(window: Window) -> None:
    works = Hand(0)
    await works.write("Message", "Bonjour")
    await works.write("Search", "Camille")
    await works.press("Send")
    assert (window.field.toPlainText(), window.line.text()) == ("Bonjour", "Camille")
    assert window.pressed == ["desk"]


async def test_a_dialog_is_over_its_window(window: Window) -> None:
    dialog = QDialog(window)
    dialog.setWindowTitle("Pause the conversation")
    QPushButton("Send", dialog).clicked.connect(lambda: window.pressed.append("dialog"))
    dialog.open()
    works = Hand(0)
    assert await works.dialog("Pause the conversation") is dialog
    await works.press("Send")
    dialog.accept()
    await works.no_dialog()
    assert window.pressed == ["dialog"]


async def test_what_does_not_show_is_not_there(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hand, "PATIENCE", 0.05)
    with pytest.raises(NotThere):
        await Hand(0).press("Hidden")
