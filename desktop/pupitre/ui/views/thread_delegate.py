"""Paints a thread's rows: bubbles, day separators, lines of what happened."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize
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
from pupitre.ui.views.prints import Prints
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
    """A row as it is laid out, which holds while it and its neighbours are the same values.

    Every row in sight is asked for at each paint: comparing by identity is what makes that cheap.
    """

    line: Line
    before: Row | None
    after: Row | None
    """That of an event: its return may tell both. No message depends on what follows it."""
    bubble: Bubble | None
    height: int

    def holds_for(self, row: Row, before: Row | None, after: Row | None, unread: str) -> bool:
        """Whether nothing that the height depends on has changed."""
        line = self.line
        same = line.row is row and self.before is before and self.after is after
        return same and line.unread is (row.key == unread)


class ThreadDelegate(QStyledItemDelegate):
    """Measures once, paints what it measured."""

    def __init__(self, model: ThreadModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._store = BubbleStore()
        self._prints = Prints()
        self._measured: dict[str, Measured] = {}
        self.pictures: Pictures | None = None
        """Where the pictures of messages come from."""
        self.selection: dict[str, tuple[int, int]] = {}
        """Per message: the selected range, in UTF-16 units."""
        self.width = 600

    def forget_pictures(self) -> None:
        """Keep no picture of rows that are no longer shown."""
        self._prints.forget()

    def forget(self) -> None:
        """Measure everything again."""
        self._store.forget()
        self._measured.clear()

    def resize(self, width: int) -> None:
        """Paint for a thread of that width."""
        if width != self.width:
            self.width = width
            self._measured.clear()

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the row's height, measured once per width."""
        known = self._known(index.row())
        return QSize(0, known.height if known else 0)

    def _known(self, place: int) -> Measured | None:
        """Return how a row is laid out, measured if it was not."""
        model = self._model
        row, before = model.at(place), model.at(place - 1)
        if row is None:
            return None
        after = model.at(place + 1) if isinstance(row, EventRow) else None
        known = self._measured.get(row.key)
        if known is None or not known.holds_for(row, before, after, model.unread_key):
            line = model.line(place)
            bubble = self._bubble(row) if isinstance(row, MessageRow) else None
            height = self._height(line, bubble)
            known = self._measured[row.key] = Measured(line, before, after, bubble, height)
        return known

    def _height(self, line: Line, bubble: Bubble | None) -> int:
        if line.hidden:
            return 0
        above = self._above(line)
        if bubble is not None:
            return above + bubble.size.height() + theme.px(GAP)
        return above + self._event_height(line, self._model)

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
        return self._placed(line, line.row, self._bubble(line.row), rect)

    def _placed(self, line: Line, row: MessageRow, bubble: Bubble, rect: QRect) -> Placed:
        top = rect.top() + self._above(line) + theme.px(GAP) // 2
        left = rect.left() + theme.px(SIDE)
        if row.mine:
            left = rect.left() + self.width - theme.px(SIDE) - bubble.size.width()
        return Placed(row, bubble, QRect(QPoint(left, top), bubble.size))

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
        known = self._known(index.row())
        if known is None or known.line.hidden:
            return
        line, rect = known.line, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_above(painter, line, rect)
        if isinstance(line.row, MessageRow) and known.bubble is not None:
            placed = self._placed(line, line.row, known.bubble, rect)
            self._paint_message(painter, placed, option.state)
        else:
            self._paint_event(painter, line, rect, self._event_words(line, self._model))
        painter.restore()

    def _paint_message(self, painter: QPainter, placed: Placed, state: QStyle.StateFlag) -> None:
        row, bubble, box = placed.row, placed.bubble, placed.box
        chosen = self.selection.get(row.key)
        self._prints.lay(
            painter,
            box,
            row.key,
            (row, bubble.layout, chosen),
            lambda on: paint_bubble(on, row, bubble, box, chosen),
        )
        paint_files(painter, row, bubble, box, self.pictures)
        if not (undo := self.undo_box(placed)).isNull():
            paint_undo(painter, undo)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, box)

    def _paint_above(self, painter: QPainter, line: Line, rect: QRect) -> None:
        top = rect.top()
        if line.new_day and isinstance(line.row, MessageRow):
            day = moments.day(line.row.at, self._model.now())
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
