"""Help with the program: its logs, a report, and a word after a crash."""

import asyncio
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pupitre.app.assistance import Assistance
from pupitre.app.folders import Folders
from pupitre.ui.preferences import Preferences
from pupitre.ui.window import DeskWindow


class Helped:
    """A window with help, and what was opened in the browser."""

    def __init__(self, folder: Path) -> None:
        self.opened: list[str] = []
        self.said: list[tuple[str, ...]] = []
        self.window = DeskWindow(Preferences())
        self.folders = Folders.inside(folder)
        self.help = Assistance(self.window, self.folders, lambda: "Pupitre 1.0", self.opened.append)
        self.window.say = lambda *words: self.said.append(words)  # type: ignore[method-assign]

    def ask(self, act: str) -> None:
        """Trigger the action of the menu, which is made with the desk."""
        self.window._make_actions()
        action = self.window.findChild(QAction, act)
        assert action is not None
        action.setEnabled(True)
        action.trigger()


async def until(condition: Callable[[], object]) -> None:
    """Wait for what tasks and threads do."""
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110 - nobody else is told
            await asyncio.sleep(0.01)


@pytest.fixture
def helped(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Helped:
    made = Helped(tmp_path)
    qtbot.addWidget(made.window)
    return made


async def test_the_logs_are_shown_where_they_are(helped: Helped) -> None:
    helped.ask("logs")
    assert helped.opened == [f"file://{helped.folders.logs}"]


async def test_a_report_is_read_then_saved(helped: Helped, tmp_path: Path) -> None:
    helped.ask("report")
    await until(lambda: helped.help.dialog)
    dialog = helped.help.dialog
    assert dialog is not None
    assert "Pupitre 1.0" in dialog.content.toPlainText()
    target = tmp_path / "report.zip"
    dialog._on_chosen(str(target))
    await until(lambda: helped.said)
    assert str(target) in helped.said[0][0]
    assert "about.txt" in zipfile.ZipFile(target).namelist()


async def test_a_report_that_cannot_be_saved_is_said(helped: Helped, tmp_path: Path) -> None:
    helped.ask("report")
    await until(lambda: helped.help.dialog)
    assert helped.help.dialog is not None
    helped.help.dialog._on_chosen(str(tmp_path / "nowhere" / "report.zip"))
    await until(lambda: helped.said)
    assert "could not be saved" in helped.said[0][0]


async def test_after_a_crash_the_first_desk_says_so_once(helped: Helped) -> None:
    helped.help.tell_of_crash()
    helped.window.desk_opened.emit()
    helped.window.desk_opened.emit()
    assert [words[1] for words in helped.said] == ["report"]
