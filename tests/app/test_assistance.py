"""Help with the program: its logs, a report, and a word after a crash."""

import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from PySide6.QtGui import QAction

from pupitre.app.assistance import Assistance
from pupitre.app.folders import Folders
from pupitre.ui.dialogs.report import ReportDialog
from pupitre.ui.views.notice import Notice
from tests.support.deskside import Deskside, deskside
from tests.support.loop import until


class Helped:
    """A desk with help, and what was opened in the browser."""

    def __init__(self, at: Deskside, folder: Path) -> None:
        self.at = at
        self.opened: list[str] = []
        self.folders = Folders.inside(folder)
        self.help = Assistance(at.window, self.folders, lambda: "Pupitre 1.0", self.opened.append)

    @property
    def said(self) -> Notice:
        """What the desk says at its top."""
        return self.at.desk.page.notice

    def ask(self, act: str) -> None:
        """Trigger the action of the menu."""
        action = self.at.window.findChild(QAction, act)
        assert action is not None
        action.trigger()

    async def report(self) -> ReportDialog:
        """Ask for a report, and wait until it can be read."""
        self.ask("report")
        await until(lambda: self.help.dialog)
        assert self.help.dialog is not None
        return self.help.dialog


@asynccontextmanager
async def helped(folder: Path) -> AsyncIterator[Helped]:
    async with deskside() as at:
        yield Helped(at, folder)


async def test_the_logs_are_shown_where_they_are(tmp_path: Path) -> None:
    async with helped(tmp_path) as it:
        it.ask("logs")
        assert it.opened == [f"file://{it.folders.logs}"]


async def test_a_report_is_read_then_saved(tmp_path: Path) -> None:
    async with helped(tmp_path) as it:
        dialog = await it.report()
        assert "Pupitre 1.0" in dialog.content.toPlainText()
        target = tmp_path / "report.zip"
        dialog._on_chosen(str(target))
        await until(lambda: str(target) in it.said.text)
        assert "about.txt" in zipfile.ZipFile(target).namelist()


async def test_a_report_that_cannot_be_saved_is_said(tmp_path: Path) -> None:
    async with helped(tmp_path) as it:
        dialog = await it.report()
        dialog._on_chosen(str(tmp_path / "nowhere" / "report.zip"))
        await until(lambda: "could not be saved" in it.said.text)


async def test_after_a_crash_the_first_desk_says_so_once(tmp_path: Path) -> None:
    async with helped(tmp_path) as it:
        it.help.tell_of_crash()
        it.at.window.desk_opened.emit()
        assert "did not end as it should" in it.said.text
        it.said._buttons[0].click()
        await until(lambda: it.help.dialog)
        it.at.desk.page.notice.say("Something else")
        it.at.window.desk_opened.emit()
        assert it.said.text == "Something else"
