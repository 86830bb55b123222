"""Says why the desk cannot open on this computer, and tries again when somebody has seen to it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel

from pupitre.ui.blocks import label
from pupitre.ui.dialogs.base import DeskDialog

translate = QCoreApplication.translate


class StuckDialog(DeskDialog):
    """Stands alone: there is no desk behind it."""

    over = Signal(bool)
    """Whether the desk can open now."""

    def __init__(self, folder: str, reason: str, retry: Callable[[], str]) -> None:
        """`retry` returns why it still cannot be; empty: it can."""
        super().__init__(
            None,
            name=translate("Stuck", "Pupitre"),
            heading=translate("Stuck", "Pupitre cannot keep anything on this computer"),
            intro=translate(
                "Stuck",
                "Drafts and messages that wait to be sent are kept in a folder which cannot be "
                "written. Give yourself the right to write there, or make room, then try again.",
            ),
        )
        self._retry = retry
        self._reason: QLabel = label("", "advice", self, wraps=True)
        self._reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._folder = folder
        self.body.addWidget(self._reason)
        self._say(reason)
        self.add_cancel(translate("Stuck", "Quit"))
        self.retry_button = self.add_primary(translate("Stuck", "Try again"))
        self.retry_button.clicked.connect(self._on_retry)
        self.rejected.connect(self._on_quit)

    def _say(self, reason: str) -> None:
        words = translate("Stuck", "{folder}: {reason}")
        self._reason.setText(words.format(folder=self._folder, reason=reason))

    def _on_retry(self) -> None:
        reason = self._retry()
        if reason:
            self._say(reason)
            return
        self.accept()
        self.over.emit(True)  # noqa: FBT003 - a signal's value

    def _on_quit(self) -> None:
        self.over.emit(False)  # noqa: FBT003 - a signal's value
