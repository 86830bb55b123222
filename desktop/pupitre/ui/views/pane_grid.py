"""One, two or four panes side by side, one of which is where the expert is."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from pupitre.ui import theme

if TYPE_CHECKING:
    from pupitre.ui.views.pane import ConversationPane

COUNTS = (1, 2, 4)


class PaneGrid(QFrame):
    """Keeps its panes; hides those that are not wanted."""

    current_changed = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sunken")  # until there are panes to divide
        self._now = now
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(1)
        self._panes: list[ConversationPane] = []
        self._current = 0
        self.count = 1

    def panes(self) -> "list[ConversationPane]":
        """Return the panes in sight."""
        return self._panes[: self.count]

    def hidden(self) -> "list[ConversationPane]":
        """Return the panes that were made and are not wanted now."""
        return self._panes[self.count :]

    @property
    def made(self) -> int:
        """How many panes were made, in sight or not."""
        return len(self._panes)

    @property
    def current(self) -> "ConversationPane":
        """The pane where the expert is."""
        return self._panes[self._current]

    def add(self) -> "ConversationPane":
        """Make one more pane."""
        from pupitre.ui.views.pane import ConversationPane  # the first window has none

        theme.role(self, "divider")
        pane = ConversationPane(self._now, self)
        place = len(self._panes)
        self._panes.append(pane)
        self._grid.addWidget(pane, place // 2, place % 2)
        pane.entered.connect(self._on_entered)
        return pane

    def show_count(self, count: int) -> None:
        """Show that many panes."""
        self.count = count
        for place, pane in enumerate(self._panes):
            pane.setVisible(place < count)
        for place in range(2):
            self._grid.setColumnStretch(place, 1 if place < min(count, 2) else 0)
            self._grid.setRowStretch(place, 1 if place < (count + 1) // 2 else 0)
        if self._current >= count:
            self.enter(self._panes[0])
        self._light()

    def _light(self) -> None:
        for place, pane in enumerate(self._panes):
            pane.light(lit=self.count > 1 and place == self._current)

    def enter(self, pane: "ConversationPane") -> None:
        """Be in that pane from now on."""
        place = self._panes.index(pane)
        if place != self._current:
            self._current = place
            self._light()
            self.current_changed.emit()

    @Slot()
    def _on_entered(self) -> None:
        sender = self.sender()
        for pane in self._panes:
            if pane is sender:
                self.enter(pane)
