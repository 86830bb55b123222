"""While the rest is loaded, the window is there and answers."""

import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from pupitre.app import second_stage


class Window(QWidget):
    painted = 0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1


def test_nothing_is_loaded_before_the_window_is_painted(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, seen = Window(), list[tuple[str, int]]()
    qtbot.addWidget(window)
    monkeypatch.setattr(
        second_stage, "import_module", lambda piece: seen.append((piece, window.painted))
    )
    window.show()
    second_stage.load(qapp, window)
    assert [piece for piece, _ in seen] == list(second_stage.PIECES)
    assert all(painted for _, painted in seen)


def test_the_window_answers_between_two_pieces(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, said = Window(), list[str]()
    qtbot.addWidget(window)

    def load(piece: str) -> None:
        said.append("load")
        QTimer.singleShot(0, lambda: said.append("answer"))

    monkeypatch.setattr(second_stage, "import_module", load)
    monkeypatch.setattr(second_stage, "PIECES", ("a", "b"))
    window.show()
    second_stage.load(qapp, window)
    assert said == ["load", "answer", "load", "answer"]


def test_a_window_that_is_not_shown_is_not_waited_for(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_stage, "EXPOSED", 20)
    window = Window()
    qtbot.addWidget(window)
    window.winId()
    second_stage.load(qapp, window)
    assert "pupitre.app.life" in sys.modules
