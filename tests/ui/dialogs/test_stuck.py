"""Why the desk cannot open, and what helps."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pupitre.ui.dialogs.stuck import StuckDialog


def test_each_try_says_what_is_still_in_the_way(screen: QApplication, qtbot: QtBot) -> None:
    reasons, told = ["No space left on device", ""], list[bool]()
    dialog = StuckDialog("/data", "Permission denied", lambda: reasons.pop(0))
    qtbot.addWidget(dialog)
    dialog.over.connect(told.append)
    dialog.open()
    assert dialog._reason.text() == "/data: Permission denied"
    dialog.retry_button.click()
    assert dialog._reason.text() == "/data: No space left on device"
    assert told == []
    dialog.retry_button.click()
    assert told == [True]


def test_escape_gives_up(screen: QApplication, qtbot: QtBot) -> None:
    told = list[bool]()
    dialog = StuckDialog("/data", "Permission denied", lambda: "")
    qtbot.addWidget(dialog)
    dialog.over.connect(told.append)
    dialog.open()
    dialog.reject()
    assert told == [False]
