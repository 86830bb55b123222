"""Rows of a dialog: a name and how it stands at the left, what can be done at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from pupitre.ui import theme
from pupitre.ui.blocks import button, divider
from pupitre.ui.elided import Elided

_TALLEST = 330
"""How much of a long list is shown at once, in the drawing."""

_NAME = 150
"""How much of a long name stays, in the drawing."""
_STATE = 120
"""And of how it stands: where the visitor is decides what becomes of the line."""
WIDE = 800
"""The width of a dialog with such rows, in the drawing."""


class Segments(QWidget):
    """A few choices side by side, one of them taken."""

    picked = Signal(str)
    """The choice's key, when somebody picks it (again)."""

    def __init__(self, choices: Sequence[tuple[str, str]], about: str) -> None:
        super().__init__()
        self._buttons: dict[str, QPushButton] = {}
        self._group = group = QButtonGroup(self)
        self._told = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(0)
        for place, (key, words) in enumerate(choices):
            made = button(words, "segment")
            made.setCheckable(True)
            made.setAccessibleDescription(about)
            made.setProperty("edge", _edge(place, len(choices)))
            made.setFont(theme.font(12))
            self._buttons[key] = made
            group.addButton(made)
            row.addWidget(made)
        group.buttonToggled.connect(self._on_toggled)
        group.buttonClicked.connect(self._on_clicked)

    def _on_toggled(self, made: QPushButton, checked: bool) -> None:  # noqa: FBT001 - a signal's
        """Hear a screen reader, which toggles and does not click."""
        if checked:
            self._told = self._key(made)
            QTimer.singleShot(0, self._forget)  # a click follows at once, or never
            self.picked.emit(self._told)

    def _forget(self) -> None:
        self._told = ""

    def _on_clicked(self, made: QPushButton) -> None:
        """Hear a click on the choice that is taken already, too."""
        told, self._told = self._told, ""
        if told != self._key(made):
            self.picked.emit(self._key(made))

    def _key(self, wanted: QPushButton) -> str:
        return next(key for key, made in self._buttons.items() if made is wanted)

    def take(self, key: str) -> None:
        """Show a choice as taken."""
        with QSignalBlocker(self._group):
            self._buttons[key].setChecked(True)

    def taken(self) -> str:
        """Return the key of the choice that is taken; "": none."""
        return next((key for key, made in self._buttons.items() if made.isChecked()), "")

    def press(self, key: str) -> None:
        """Pick a choice as if it were clicked."""
        self._buttons[key].click()


def _edge(place: int, count: int) -> str:
    if count == 1:
        return "only"
    return {0: "first", count - 1: "last"}.get(place, "inner")


class Row(QWidget):
    """One line of the list."""

    def __init__(self, name: str, state: str, right: QWidget) -> None:
        super().__init__()
        self.name = Elided(name, "label", least=_NAME)
        self.state = Elided(state, "hint", least=_STATE)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(6), theme.px(6), theme.px(2), theme.px(6))
        line.setSpacing(theme.px(6))
        line.addWidget(self.name)
        line.addWidget(self.state)
        line.addStretch(1)
        line.addWidget(right)


class Rows(QScrollArea):
    """The lines under each other; many of them scroll."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.show_rows(())

    def show_rows(self, rows: Sequence[QWidget]) -> None:
        """Replace every line."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in rows:
            column.addWidget(divider())
            column.addWidget(row)
            for inside in row.findChildren(QWidget):
                inside.installEventFilter(self)
        column.addStretch(1)
        self.setWidget(page)
        self.setFixedHeight(min(column.sizeHint().height(), theme.px(_TALLEST)))
        self.setMinimumWidth(page.minimumSizeHint().width())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring a line that gets the keyboard into view."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.ensureWidgetVisible(watched)
        return super().eventFilter(watched, event)
