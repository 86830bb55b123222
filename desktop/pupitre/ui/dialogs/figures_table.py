"""Figures side by side, and figures per subject."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pupitre.client.questions import Figures
from pupitre.domain.ids import SubjectId
from pupitre.domain.statistics import Summary
from pupitre.ui import day, theme
from pupitre.ui.blocks import frame, label

translate = QCoreApplication.translate

_COLUMNS = 4
_NARROWEST = 84
_LINES = 9
"""How many subjects are shown at once; more scroll."""


class Tiles(QWidget):
    """A number under its name, several on a line."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(8))

    def show_figures(self, figures: Sequence[tuple[str, str]]) -> None:
        """Show these in place of the others."""
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for place, (name, value) in enumerate(figures):
            row, column = divmod(place, _COLUMNS)
            self._grid.addWidget(self._tile(name, value), row, column)

    def _tile(self, name: str, value: str) -> QFrame:
        made = frame("box", self)
        column = QVBoxLayout(made)
        side = theme.px(10)
        column.setContentsMargins(side, theme.px(7), side, theme.px(7))
        column.setSpacing(theme.px(2))
        column.addWidget(label(name, "hint", made, wraps=True))
        column.addStretch(1)
        column.addWidget(label(value, "heading", made))
        made.setAccessibleName(f"{name}: {value}")
        return made


class FiguresTable(QTableWidget):
    """A line per subject, the most frequent first."""

    def __init__(self) -> None:
        super().__init__(0, len(_heads()))
        self.setAccessibleName(translate("Statistics", "Per subject"))
        for column, words in enumerate(_heads()):
            self.setHorizontalHeaderItem(column, _item(words, right=column > 0))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(theme.px(_NARROWEST))
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def show_parts(self, figures: Figures, names: Mapping[SubjectId, str]) -> None:
        """Show these in place of the others."""
        parts = sorted(figures.subjects.items(), key=lambda it: -it[1].conversations)
        self.setRowCount(len(parts))
        for row, (subject, part) in enumerate(parts):
            cells = _cells(names.get(subject, subject), part, figures.total.conversations)
            for column, words in enumerate(cells):
                self.setItem(row, column, _item(words, right=column > 0))
        tall = sum(self.rowHeight(row) for row in range(min(len(parts), _LINES)))
        self.setFixedHeight(tall + self.horizontalHeader().sizeHint().height() + theme.px(4))


def _heads() -> list[str]:
    return [
        translate("Statistics", "Subject"),
        translate("Statistics", "Conversations"),
        translate("Statistics", "Share"),
        translate("Statistics", "Handling"),
        translate("Statistics", "CSAT"),
        translate("Statistics", "NPS"),
    ]


def _cells(name: str, part: Summary, whole: int) -> list[str]:
    return [
        name,
        QLocale().toString(part.conversations),
        day.percent(round(100 * part.conversations / whole, 1) if whole else None),
        day.duration(part.handling),
        day.percent(part.csat),
        day.score(part.nps),
    ]


def _item(words: str, *, right: bool) -> QTableWidgetItem:
    made = QTableWidgetItem(words)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    made.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    return made
