"""The planned hours, a line for each weekday (P10)."""

from datetime import time

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTime
from PySide6.QtWidgets import QCheckBox, QGridLayout, QTimeEdit, QWidget

from pupitre.ui import theme
from pupitre.ui.blocks import inset, label

translate = QCoreApplication.translate

Span = tuple[int, time, time]
_MORNING, _EVENING = time(9), time(18)


class HoursField(QWidget):
    """Seven days; a ticked one is worked from the first time to the second."""

    def __init__(self, spans: tuple[Span, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: list[QCheckBox] = []
        self._starts: list[QTimeEdit] = []
        self._ends: list[QTimeEdit] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(5))
        self._grid.setColumnStretch(4, 1)
        planned = {day: (start, end) for day, start, end in spans}
        for day in range(7):
            self._add(day, planned.get(day))

    def _add(self, day: int, planned: tuple[time, time] | None) -> None:
        name = QLocale().standaloneDayName(day + 1, QLocale.FormatType.LongFormat)
        box = QCheckBox(name[:1].upper() + name[1:])
        box.setChecked(planned is not None)
        start, end = planned or (_MORNING, _EVENING)
        first = self._field(start, translate("Hours", "{day}, from").format(day=name), box)
        last = self._field(end, translate("Hours", "{day}, to").format(day=name), box)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(box, day, 0, middle)
        self._grid.addWidget(first, day, 1, middle)
        self._grid.addWidget(label("–", "hint"), day, 2, middle)
        self._grid.addWidget(last, day, 3, middle)
        self._days.append(box)
        self._starts.append(first)
        self._ends.append(last)

    def _field(self, at: time, name: str, box: QCheckBox) -> QTimeEdit:
        field = QTimeEdit(QTime(at.hour, at.minute))
        field.setAccessibleName(name)
        field.setEnabled(box.isChecked())
        field.setMinimumWidth(theme.px(96))
        inset(field)
        box.toggled.connect(field.setEnabled)
        return field

    def plan(self, day: int, start: time, end: time) -> None:
        """Work that day from `start` to `end`."""
        self._days[day].setChecked(True)
        self._starts[day].setTime(QTime(start.hour, start.minute))
        self._ends[day].setTime(QTime(end.hour, end.minute))

    def spans(self) -> tuple[Span, ...]:
        """Return the ticked days with their hours."""
        return tuple(
            (day, _time(self._starts[day]), _time(self._ends[day]))
            for day, box in enumerate(self._days)
            if box.isChecked()
        )

    def complaint(self) -> str:
        """Return what is wrong; "" when nothing is."""
        for day, start, end in self.spans():
            if start >= end:
                return translate("Hours", "{day}: the end has to come after the beginning.").format(
                    day=self._days[day].text()
                )
        return ""


def _time(field: QTimeEdit) -> time:
    at = field.time()
    return time(at.hour(), at.minute())
