"""The report of a problem: everything that it holds, to be read before it is saved."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from pupitre.ui import theme
from pupitre.ui.dialogs.base import DeskDialog

translate = QCoreApplication.translate

FILE = "pupitre-report.zip"
TALL = 360
"""How much of it is seen at once, in the drawing."""


class ReportDialog(DeskDialog):
    """`saved` carries the path that was chosen; nothing leaves the computer."""

    saved = Signal(str)

    def __init__(self, files: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            name=translate("Report", "Report a problem"),
            heading=translate("Report", "Report a problem"),
            intro=translate(
                "Report",
                "This is all that the report holds: no message, no password, no e-mail address. "
                "Save it, and send it with a few words to whoever looks after Pupitre for you.",
            ),
        )
        self.content = QPlainTextEdit("\n\n".join(_shown(name, files[name]) for name in files))
        self.content.setReadOnly(True)
        self.content.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.content.setAccessibleName(translate("Report", "What the report holds"))
        self.content.setFixedHeight(theme.px(TALL))
        self.body.addWidget(self.content)
        self.add_cancel()
        self.save_button = self.add_primary(translate("Report", "Save…"))
        self.save_button.clicked.connect(self._on_save)
        self.chooser: QFileDialog | None = None

    def _on_save(self) -> None:
        """Ask where; the report stays on the screen meanwhile."""
        self.chooser = chooser = QFileDialog(self, translate("Report", "Report a problem"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("zip")
        chooser.selectFile(FILE)
        chooser.fileSelected.connect(self._on_chosen)
        chooser.open()

    def _on_chosen(self, path: str) -> None:
        self.saved.emit(path)
        self.accept()


def _shown(name: str, content: str) -> str:
    return f"── {name}\n{content.rstrip()}"
