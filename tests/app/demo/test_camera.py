"""Pictures are numbered in the order they were taken, and show the dialog over its window."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from pupitre.app.demo.camera import Camera


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.setStyleSheet("QWidget { background: #ffffff } QDialog { background: #0000ff }")
    made.resize(200, 100)
    qtbot.addWidget(made)
    made.show()
    return made


async def test_pictures_are_numbered(window: QWidget, tmp_path: Path) -> None:
    camera = Camera(tmp_path)
    await camera.take(window, "desk")
    await camera.take(window, "later")
    assert camera.taken == [tmp_path / "01-desk.png", tmp_path / "02-later.png"]
    assert all(not QImage(str(path)).isNull() for path in camera.taken)


async def test_a_dialog_is_seen_over_its_window(window: QWidget, tmp_path: Path) -> None:
    dialog = QDialog(window)
    dialog.resize(50, 50)
    dialog.open()
    camera = Camera(tmp_path)
    await camera.take(window, "dialog")
    picture = QImage(str(camera.taken[0]))
    assert picture.pixelColor(100, 50) == QColor("#0000ff")
    behind = picture.pixelColor(10, 10)
    assert 100 < behind.lightness() < 255, "the window behind is dimmed, and still seen"


async def test_without_a_folder_nothing_is_taken(window: QWidget) -> None:
    camera = Camera(None)
    await camera.take(window, "desk")
    assert camera.taken == []


async def test_a_folder_that_cannot_be_written_is_said(window: QWidget, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="cannot be written"):
        await Camera(tmp_path / "none").take(window, "desk")
