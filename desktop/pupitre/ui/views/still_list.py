"""A list that stays where one reads: at its end it stays there, elsewhere it never jumps."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget
from typing_extensions import override

from pupitre.ui import theme
from pupitre.ui.views.measured_list import MeasuredList, Rows

_NEAR_END = 4
_NEAR_TOP = 40


class StillList(MeasuredList):
    """Rows may come above and below, and grow, without moving what is read."""

    end_left = Signal(bool)
    """True when the end is no longer in sight."""
    top_reached = Signal()
    """Rows above are wanted."""

    def __init__(self, rows: Rows, parent: QWidget | None = None) -> None:
        super().__init__(rows, parent)
        self._at_end = True
        self._wide = 0
        self._anchor: tuple[QPersistentModelIndex, int] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalScrollBar().setSingleStep(theme.px(24))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)

    @property
    def is_at_end(self) -> bool:
        """The last row is in sight."""
        return self._at_end

    def go_to_end(self) -> None:
        """Show the last row."""
        self.settle()
        self._be_at_end(at_end=True)
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def go_to(self, index: QModelIndex) -> None:
        """Show a row at the top, if it is above what is shown at the end."""
        self.go_to_end()
        top = self.visualRect(index).top() if index.isValid() else 0
        if top < 0:
            self.scroll_by(top)

    @Slot(int)
    def _on_scrolled(self, value: int) -> None:
        self._note_end()
        if value < theme.px(_NEAR_TOP) and self.verticalScrollBar().maximum() > 0:
            self.top_reached.emit()

    @Slot(int, int)
    def _on_range(self, _least: int, most: int) -> None:
        if self._at_end:
            self.verticalScrollBar().setValue(most)
        self._note_end()

    def _note_end(self) -> None:
        bar = self.verticalScrollBar()
        self._be_at_end(at_end=bar.value() >= bar.maximum() - theme.px(_NEAR_END))

    def _be_at_end(self, *, at_end: bool) -> None:
        if at_end != self._at_end:
            self._at_end = at_end
            self.end_left.emit(not at_end)

    @override
    def row_grew(self, before: QRect, pixels: int) -> None:
        """Stay with what is read when a row above it grows."""
        if before.bottom() < 0 and not self._at_end:
            self.scroll_by(pixels)

    def keep_place(self) -> None:
        """Remember which row is at the top, before rows above it change."""
        index = self.indexAt(QPoint(1, 1))
        if index.isValid():
            self._anchor = QPersistentModelIndex(index), self.visualRect(index).top()

    def restore_place(self) -> None:
        """Put that row back where it was."""
        anchor, self._anchor = self._anchor, None
        self.settle()
        if self._at_end:
            self.go_to_end()
        elif anchor is not None and anchor[0].isValid():
            self.scroll_by(self.visualRect(anchor[0]).top() - anchor[1])

    def fit(self, width: int) -> None:
        """Measure the rows for another width, that of the list with its scroll bar."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay at the same row, or at the end."""
        wide = self.width()
        if wide == self._wide:
            QAbstractItemView.resizeEvent(self, event)
            if self._at_end:
                self.go_to_end()
            return
        if self.is_settled:
            self.keep_place()
        self._wide = wide
        self.fit(wide)
        self.measure_again()
        QAbstractItemView.resizeEvent(self, event)
        self.restore_place()
