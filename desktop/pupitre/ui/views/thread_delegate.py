"""Paints a thread's rows: bubbles, day separators, lines of what happened."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from pupitre.client.views import Delivery, EventRow, MessageRow, Row
from pupitre.domain.events import Noted
from pupitre.ui import moments, theme, thread_lines
from pupitre.ui.models.thread import Line, ThreadModel
from pupitre.ui.pictures import Pictures
from pupitre.ui.views.bubble_store import BubbleStore
from pupitre.ui.views.bubbles import Bubble
from pupitre.ui.views.thread_paint import (
    CENTRED,
    paint_bubble,
    paint_day,
    paint_event,
    paint_files,
    paint_focus,
    paint_undo,
    paint_unread,
    undo_word,
)

SIDE = 22
GAP = 8
_EVENT = 25
_DAY = 33
_UNREAD = 30
_UNDO_GAP = 10


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a message's bubble is."""

    row: MessageRow
    bubble: Bubble
    box: QRect


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """A row's height, which holds while it and its neighbours are the same values.

    Qt asks every row again at each append: comparing by identity is what makes that cheap.
    """

    row: Row
    before: Row | None
    after: Row | None
    height: int

    def holds_for(self, row: Row, before: Row | None, after: Row | None) -> bool:
        """Whether nothing that the height depends on has changed."""
        return self.row is row and self.before is before and self.after is after


class ThreadDelegate(QStyledItemDelegate):
    """Measures once, paints what it measured."""

    def __init__(self, model: ThreadModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._store = BubbleStore()
        self._heights: dict[str, Measured] = {}
        self.pictures: Pictures | None = None
        """Where the pictures of messages come from."""
        self.selection: dict[str, tuple[int, int]] = {}
        """Per message: the selected range, in UTF-16 units."""
        self.width = 600

    def forget(self) -> None:
        """Measure everything again."""
        self._store.forget()
        self._heights.clear()

    def resize(self, width: int) -> None:
        """Paint for a thread of that width."""
        if width != self.width:
            self.width = width
            self._heights.clear()

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the row's height, measured once per width."""
        place, model = index.row(), self._model
        row, before, after = model.at(place), model.at(place - 1), model.at(place + 1)
        if row is None:
            return QSize(0, 0)
        known = self._heights.get(row.key)
        if known is not None and known.holds_for(row, before, after):
            return QSize(0, known.height)
        height = self._height(model.line(place), model)
        self._heights[row.key] = Measured(row, before, after, height)
        return QSize(0, height)

    def _height(self, line: Line, model: ThreadModel) -> int:
        if line.hidden:
            return 0
        above = self._above(line)
        if isinstance(line.row, MessageRow):
            return above + self._bubble(line.row).size.height() + theme.px(GAP)
        return above + self._event_height(line, model)

    def _above(self, line: Line) -> int:
        """Return the height of what stands above the row itself."""
        day = line.new_day and isinstance(line.row, MessageRow)
        return theme.px(_DAY if day else 0) + theme.px(_UNREAD if line.unread else 0)

    def _event_height(self, line: Line, model: ThreadModel) -> int:
        words = self._event_words(line, model)
        if not words:
            return 0
        metrics = theme.metrics(12)
        room = QRect(0, 0, self._event_width(line), 10_000)
        tall = metrics.boundingRect(room, CENTRED, words).height()
        return max(theme.px(_EVENT), tall + theme.px(9 if not _is_note(line) else 22))

    def _event_width(self, line: Line) -> int:
        inside = self.width - 2 * theme.px(SIDE)
        return int(inside * 0.8) if _is_note(line) else inside

    def _bubble(self, row: MessageRow) -> Bubble:
        return self._store.bubble(row, self.width - 2 * theme.px(SIDE))

    def _event_words(self, line: Line, model: ThreadModel) -> str:
        if not isinstance(line.row, EventRow):
            return ""
        now, names = model.now(), model.names
        if line.left is not None:
            words = thread_lines.came_back(names.visitor, line.left.at, line.row.at)
        else:
            words = _timed(line.row, thread_lines.line(line.row.event, line.row.at, names, now))
        if words and line.new_day:
            return f"{moments.day(line.row.at, now)} · {words}"
        return words

    def place(self, line: Line, rect: QRect) -> Placed | None:
        """Return where the bubble of this row is, when it has one."""
        if not isinstance(line.row, MessageRow):
            return None
        bubble = self._bubble(line.row)
        top = rect.top() + self._above(line) + theme.px(GAP) // 2
        left = rect.left() + theme.px(SIDE)
        if line.row.mine:
            left = rect.left() + self.width - theme.px(SIDE) - bubble.size.width()
        return Placed(line.row, bubble, QRect(left, top, bubble.size.width(), bubble.size.height()))

    def undo_box(self, placed: Placed) -> QRect:
        """Return where "Undo" is beside a message that is still held."""
        if placed.row.delivery is not Delivery.HELD:
            return QRect()
        metrics = theme.metrics(13, bold=True)
        width = metrics.horizontalAdvance(undo_word()) + theme.px(20)
        height = theme.px(28)
        middle = placed.box.center().y()
        right = placed.box.left() - theme.px(_UNDO_GAP)
        return QRect(right - width, middle - height // 2, width, height)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        model = self._model
        line = model.line(index.row())
        if line.hidden:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRect(option.rect)
        self._paint_above(painter, line, rect, model.now())
        placed = self.place(line, rect)
        if placed is None:
            self._paint_event(painter, line, rect, self._event_words(line, model))
        else:
            chosen = self.selection.get(placed.row.key)
            paint_bubble(painter, placed.row, placed.bubble, placed.box, chosen)
            paint_files(painter, placed.row, placed.bubble, placed.box, self.pictures)
            if not (undo := self.undo_box(placed)).isNull():
                paint_undo(painter, undo)
            if option.state & QStyle.StateFlag.State_HasFocus:
                paint_focus(painter, placed.box)
        painter.restore()

    def _paint_above(self, painter: QPainter, line: Line, rect: QRect, now: datetime) -> None:
        top = rect.top()
        if line.new_day and isinstance(line.row, MessageRow):
            day = moments.day(line.row.at, now)
            paint_day(painter, QRect(rect.left(), top, self.width, theme.px(_DAY)), day)
            top += theme.px(_DAY)
        if line.unread:
            side = theme.px(SIDE)
            wide = self.width - 2 * side
            paint_unread(painter, QRect(rect.left() + side, top, wide, theme.px(_UNREAD)))

    def _paint_event(self, painter: QPainter, line: Line, rect: QRect, words: str) -> None:
        wide = self._event_width(line)
        top = rect.top() + self._above(line)
        left = rect.left() + (self.width - wide) // 2
        box = QRect(left, top, wide, rect.bottom() + 1 - top)
        paint_event(painter, box, words, note=_is_note(line))


def _is_note(line: Line) -> bool:
    return isinstance(line.row, EventRow) and isinstance(line.row.event, Noted)


def _timed(row: EventRow, words: str) -> str:
    return f"{words} · {moments.clock(row.at)}" if words else ""
