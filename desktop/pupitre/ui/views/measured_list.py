"""A list whose rows are measured once, when they come or change."""

from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QScrollBar,
    QWidget,
)
from typing_extensions import override

from pupitre.ui import theme
from pupitre.ui.views.heights import Heights

_Action = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint
_UP = (_Action.MoveUp, _Action.MoveLeft, _Action.MovePrevious)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class _Bar(QScrollBar):
    """A scroll bar that paints its own ground, as the list does."""

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Say so to Qt, once the stylesheet has said that nobody does."""
        super().showEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the bar on it."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), theme.colour("ground"))
        super().paintEvent(event)


class Rows(Protocol):
    """What the rows are: asked directly, for a delegate's indexes and options cost more."""

    def height(self, row: int) -> int:
        """Return how tall a row is."""

    def paint(self, painter: QPainter, row: int, top: int, *, focused: bool) -> None:
        """Paint a row that begins at `top`."""


class MeasuredList(QListView):
    """A `QListView` in all but the layout: rows of any height, scrolled by the pixel.

    Qt's own layout asks every row for its height again at each insertion (T27).
    Here what came is measured, and nothing else.
    """

    measured = Signal(int)
    """How tall the rows are together, after they were laid out."""

    def __init__(self, rows: Rows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._heights = Heights()
        self._stale = True
        """Every row is to be measured, once somebody asks where one is."""
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover, False)  # noqa: FBT003 - Qt's
        # It paints its own ground: Qt need not paint that of every widget it stands on.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setVerticalScrollBar(_Bar(self))

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show the rows of a model."""
        super().setModel(model)
        if model is not None:
            model.rowsRemoved.connect(self._on_removed)
            model.rowsMoved.connect(self.measure_again)

    # --- how tall the rows are

    @override
    def doItemsLayout(self) -> None:
        """Measure every row."""
        self._stale = False
        model = cast(QAbstractItemModel | None, self.model())  # Qt asks before there is one
        self._heights.become(self._measure(0, model.rowCount() - 1) if model is not None else ())
        QAbstractItemView.doItemsLayout(self)

    def _measure(self, first: int, last: int) -> list[int]:
        return [self._rows.height(row) for row in range(first, last + 1)]

    @Slot()
    def measure_again(self) -> None:
        """Measure every row soon, or as soon as somebody asks where one is."""
        self._stale = True
        self.scheduleDelayedItemsLayout()

    @property
    def is_settled(self) -> bool:
        """Every row was measured."""
        return not self._stale

    def settle(self) -> None:
        """Measure what is to be measured."""
        if self._stale:
            self.doItemsLayout()

    @override
    def updateGeometries(self) -> None:
        """Let one scroll as far as there are rows, and tell how tall they are."""
        if self._stale:
            return
        room, bar = self.viewport().height(), self.verticalScrollBar()
        bar.setPageStep(room)
        bar.setRange(0, max(0, self._heights.total - room))
        QAbstractItemView.updateGeometries(self)
        self.measured.emit(self._heights.total)

    # --- rows come, change and go

    @override
    def reset(self) -> None:
        """Measure other rows, once they are looked at."""
        self._stale = True
        super().reset()

    @override
    def rowsInserted(self, parent: _Index, start: int, end: int) -> None:
        """Measure what came; what follows it moves down."""
        if not self._stale:
            self._heights.insert(start, self._measure(start, end))
            self._moved_from(start)
        QAbstractItemView.rowsInserted(self, parent, start, end)

    @override
    def rowsAboutToBeRemoved(self, parent: _Index, start: int, end: int) -> None:
        """Leave the rows that go, without laying out the others."""
        QAbstractItemView.rowsAboutToBeRemoved(self, parent, start, end)

    @Slot(QModelIndex, int, int)
    def _on_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        if not self._stale:
            self._heights.remove(first, last)
            self._moved_from(first)

    @override
    def dataChanged(self, topLeft: _Index, bottomRight: _Index, roles: Sequence[int] = ()) -> None:
        """Measure again what changed."""
        QAbstractItemView.dataChanged(self, topLeft, bottomRight, list(roles))
        if self._stale:
            return
        first = topLeft.row()
        for row, height in enumerate(self._measure(first, bottomRight.row()), start=first):
            before = self.rect_of(row)
            if grown := self._heights.change(row, height):
                self._moved_from(row)
                self.row_grew(before, grown)

    def row_grew(self, before: QRect, pixels: int) -> None:
        """Hear that the row that was there is so much taller now."""

    def _moved_from(self, row: int) -> None:
        """Scroll further or less far, and paint from that row on: what is above it stays."""
        self.updateGeometries()
        below = self.viewport().rect()
        below.setTop(max(0, self.rect_of(row).top()))
        self.viewport().update(below)

    # --- where the rows are

    def rect_of(self, row: int) -> QRect:
        """Return a row's place in the viewport; what follows the last has one, without height."""
        top = self._heights.top(row) - self.verticalScrollBar().value()
        height = self._heights[row] if row < len(self._heights) else 0
        return QRect(0, top, self.viewport().width(), height)

    @override
    def visualRect(self, index: _Index) -> QRect:
        """Return where a row is in the viewport."""
        self.settle()
        return self.rect_of(index.row()) if 0 <= index.row() < len(self._heights) else QRect()

    @override
    def indexAt(self, p: QPoint) -> QModelIndex:
        """Return the row at a point of the viewport."""
        self.settle()
        return self._index(self._row_at(p.y()))

    def _row_at(self, y: int) -> int:
        return self._heights.at(y + self.verticalScrollBar().value())

    def _index(self, row: int) -> QModelIndex:
        return self.model().index(row, 0) if 0 <= row < len(self._heights) else _NOWHERE

    @override
    def verticalScrollbarValueChanged(self, value: int) -> None:
        """Leave the pointer alone: no row looks otherwise under it, and to ask takes a while."""

    def scroll_by(self, pixels: int) -> None:
        """Go down by so much; up when it is negative."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint what is in sight, at most once a frame.

        Moving the pixels that stay, as Qt does, leaves some of them behind under X11 when rows
        come while others change: a bubble cut in two until somebody scrolls (seen with PySide6
        6.11.3 under Xvfb and openbox).
        """
        self.viewport().update()

    @override
    def scrollTo(self, index: _Index, hint: _Hint = _Hint.EnsureVisible) -> None:
        """Bring a row into sight, moving no further than needed."""
        rect, room = self.visualRect(index), self.viewport().height()
        if rect.top() < 0 or rect.height() > room:
            self.scroll_by(rect.top())
        elif rect.bottom() >= room:
            self.scroll_by(rect.bottom() + 1 - room)

    @override
    def moveCursor(self, cursorAction: _Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return the row that a key leads to; rows without height are passed over."""
        self.settle()
        last, here = len(self._heights) - 1, self.currentIndex().row()
        step = -1 if cursorAction in (*_UP, _Action.MovePageUp, _Action.MoveEnd) else 1
        row = min(max(self._led_to(cursorAction, here, last), 0), last)
        while 0 <= row <= last and not self._heights[row]:
            row += step
        return self._index(row)

    def _led_to(self, action: _Action, here: int, last: int) -> int:
        page = self.viewport().height()
        match action:
            case _Action.MoveHome:
                return 0
            case _Action.MoveEnd:
                return last
            case _Action.MovePageUp:
                return self._row_at(self.rect_of(max(here, 0)).top() - page)
            case _Action.MovePageDown:
                return self._row_at(self.rect_of(max(here, 0)).top() + page)
            case _:
                return here + (-1 if action in _UP else 1)

    # --- what is seen of them

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that are asked for, and no other."""
        self.settle()
        area, current = event.rect(), self.currentIndex().row() if self.hasFocus() else -1
        first = max(self._row_at(area.top()), 0)
        last = min(self._row_at(area.bottom()), len(self._heights) - 1)
        top = self.rect_of(first).top()
        with QPainter(self.viewport()) as painter:
            painter.fillRect(area, theme.colour("ground"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for row in range(first, last + 1):
                self._rows.paint(painter, row, top, focused=row == current)
                top += self._heights[row]
