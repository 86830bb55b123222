"""A date, a time, and a line that understands "demain 9h"."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QDate, QSignalBlocker, QTime, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLineEdit, QTimeEdit, QWidget

from pupitre.ui import moments, theme, when
from pupitre.ui.blocks import inset
from pupitre.ui.dialogs.calendar import calendar

translate = QCoreApplication.translate


class MomentField(QWidget):
    """Qt's own date and time fields beside free text; each follows the other."""

    changed = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self.moment = now()
        """The instant that is shown, in UTC."""
        self.date = QDateEdit()
        self.date.setAccessibleName(translate("MomentField", "Date"))
        self.date.setCalendarPopup(True)
        self.date.setCalendarWidget(calendar(self))
        today = moments.local(self.moment).date()
        self.date.setMinimumDate(QDate(today.year, today.month, today.day))
        self.time = QTimeEdit()
        self.time.setAccessibleName(translate("MomentField", "Time"))
        self.words = QLineEdit()
        self.words.setAccessibleName(translate("MomentField", "Date and time in words"))
        self.words.setPlaceholderText(translate("MomentField", "or “tomorrow 9am”, “in 40 min”"))
        self._lay_out()
        self.date.dateChanged.connect(self._on_fields)
        self.time.timeChanged.connect(self._on_fields)
        self.words.textEdited.connect(self._on_words)
        self.words.editingFinished.connect(self._show_whether_understood)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        inset(self.time)
        self.date.setMinimumWidth(theme.px(144))
        self.time.setMinimumWidth(theme.px(104))
        tallest = max(field.sizeHint().height() for field in (self.date, self.time, self.words))
        for field in (self.date, self.time, self.words):
            field.setFixedHeight(tallest)
        row.addWidget(self.date)
        row.addWidget(self.time)
        row.addWidget(self.words, 1)

    @property
    def is_understood(self) -> bool:
        """Whether the words, if there are any, name a moment."""
        return not self.words.text().strip() or self._parsed() is not None

    def complaint(self) -> str:
        """Return what to say of words that name no moment."""
        return translate(
            "MomentField", "“{words}” is not a moment I know. Try “tomorrow 9am” or “in 40 min”."
        ).format(words=self.words.text().strip())

    def show_moment(self, moment: datetime) -> None:
        """Show an instant that was chosen elsewhere, and forget what was written."""
        self.words.clear()
        self._show(moment)
        theme.mark(self.words, "wrong", "false")

    def begin(self) -> None:
        """Put the cursor where a moment is written."""
        self.words.setFocus()
        self.words.selectAll()
        self._show_whether_understood()

    def _show(self, moment: datetime) -> None:
        self.moment = moment.astimezone(UTC)
        local = moments.local(moment)
        with QSignalBlocker(self.date), QSignalBlocker(self.time):
            self.date.setDate(QDate(local.year, local.month, local.day))
            self.time.setTime(QTime(local.hour, local.minute))

    def _on_fields(self) -> None:
        date, time = self.date.date(), self.time.time()
        local = datetime(
            date.year(), date.month(), date.day(), time.hour(), time.minute(), tzinfo=moments.LOCAL
        )
        self.moment = local.astimezone(UTC)
        self.words.clear()
        theme.mark(self.words, "wrong", "false")
        self.changed.emit()

    def _parsed(self) -> datetime | None:
        return when.parse(self.words.text(), moments.local(self._now()))

    def _on_words(self) -> None:
        if moment := self._parsed():
            self._show(moment)
        if self.is_understood:
            theme.mark(self.words, "wrong", "false")
        self.changed.emit()

    def _show_whether_understood(self) -> None:
        theme.mark(self.words, "wrong", "false" if self.is_understood else "true")
