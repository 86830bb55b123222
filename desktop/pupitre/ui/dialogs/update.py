"""What is new in a version, and how this desk comes by it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from pupitre.ui import theme
from pupitre.ui.blocks import label
from pupitre.ui.dialogs.base import DeskDialog

translate = QCoreApplication.translate

TALL = 240
"""How much of the notes is seen at once, in the drawing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A version, as its publisher describes it."""

    version: str
    mine: str
    date: str
    notes: str
    how: str
    """How this copy is updated."""
    by_itself: bool
    """Whether the desk can do it."""


class UpdateDialog(DeskDialog):
    """`asked`: update now."""

    asked = Signal()

    def __init__(self, news: News, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            name=translate("Update", "What is new"),
            heading=translate("Update", "What is new in Pupitre {version}").format(
                version=news.version
            ),
            intro=_intro(news),
        )
        self.notes = QPlainTextEdit(news.notes)
        self.notes.setReadOnly(True)
        self.notes.setAccessibleName(translate("Update", "What is new"))
        self.notes.setFixedHeight(theme.px(TALL))
        self.body.addWidget(self.notes)
        self.how = label(news.how, "hint", wraps=True)
        self.body.addWidget(self.how)
        if news.by_itself:
            self.add_cancel(translate("Update", "Later"))
            self.update_button = self.add_primary(translate("Update", "Update"))
            self.update_button.clicked.connect(self._on_update)
        else:
            self.update_button = self.add_primary(translate("Update", "Close"))
            self.update_button.clicked.connect(self.reject)

    def _on_update(self) -> None:
        self.asked.emit()
        self.accept()


def _intro(news: News) -> str:
    day = QDate.fromString(news.date, Qt.DateFormat.ISODate)
    date = QLocale().toString(day, QLocale.FormatType.LongFormat) if day.isValid() else news.date
    return translate("Update", "Published on {date}. You have {mine}.").format(
        date=date, mine=news.mine
    )
