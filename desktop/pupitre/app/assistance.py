"""Help with the program itself: its logs, the report of a problem, and what a crash left."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl

from pupitre.app import reasons, words
from pupitre.app.aside import Aside
from pupitre.app.folders import Folders
from pupitre.app.tasks import spawn
from pupitre.ui.window import DeskWindow

if TYPE_CHECKING:  # nobody waits for these at the start
    from pupitre.ui.dialogs.report import ReportDialog


class Assistance(QObject):
    """Answers the window's two acts about the program."""

    def __init__(
        self,
        window: DeskWindow,
        folders: Folders,
        about: Callable[[], str],
        browse: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._folders = folders
        self._about = about
        self._browse = browse
        self._aside = Aside("report")
        self.dialog: ReportDialog | None = None
        window.help_asked.connect(self._on_asked)

    def tell_of_crash(self) -> None:
        """Say, as soon as there is a desk, that the run before was cut short."""
        self._window.desk_opened.connect(self._on_desk_opened)

    def _on_desk_opened(self) -> None:
        self._window.desk_opened.disconnect(self._on_desk_opened)
        self._window.say(words.ended_badly(), "report", words.report_button())

    def _on_asked(self, what: str) -> None:
        if what == "logs":
            self._browse(QUrl.fromLocalFile(str(self._folders.logs)).toString())
        else:
            spawn(self._show(), name="report")

    async def _show(self) -> None:
        from pupitre.app import report
        from pupitre.ui.dialogs.report import ReportDialog

        files = await self._aside.do(report.gathered, self._folders, self._about())
        self.dialog = dialog = ReportDialog(files, self._window)

        def on_saved(path: str) -> None:
            spawn(self._save(files, Path(path)), name="save report")

        dialog.saved.connect(on_saved)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    async def _save(self, files: dict[str, str], target: Path) -> None:
        from pupitre.app import report

        try:
            await self._aside.do(report.save, files, target)
        except OSError as error:
            self._window.say(words.report_failed(reasons.of(error)))
        else:
            self._window.say(words.report_saved(str(target)))
