"""Measures and paints a thread's rows: bubbles, day separators, lines of what happened."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter
from typing_extensions import override

from pupitre.client.views import Delivery, EventRow, MessageRow, Row
from pupitre.domain.events import Noted
from pupitre.domain.people import Role
from pupitre.ui import moments, theme, thread_lines
from pupitre.ui.models.thread import Line, ThreadModel
from pupitre.ui.pictures import Pictures
from pupitre.ui.views.bubble_store import BubbleStore
from pupitre.ui.views.bubbles import Bubble
from pupitre.ui.views.measured_list import Rows
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
    above: int
    """The height of what stands above the row itself."""
    height: int
    placed: Placed | None
    """A message's bubble, from the top of its row."""
    bare: bool
    """A bubble, and nothing above it, in it or beside it that is painted on its own."""

    def holds_for(self, row: Row, before: Row | None, after: Row | None, unread: str) -> bool:
        """Whether nothing that the height depends on has changed."""
        line = self.line
        same = line.row is row and self.before is before and self.after is after
        return same and line.unread is (row.key == unread)


class ThreadRows(Rows):
    """Measures once, paints what it measured."""

    def __init__(self, model: ThreadModel) -> None:
        self._model = model
        self._store = BubbleStore()
        self._prints = Prints()
        self._measured: dict[str, Measured] = {}
        """By the keys of the conversation that is shown."""
        self.pictures: Pictures | None = None
        """Where the pictures of messages come from."""
        self.selection: dict[str, tuple[int, int]] = {}
        """Per message: the selected range, in UTF-16 units."""
        self.width = 600

    def show_others(self) -> None:
        """Keep nothing of rows that are no longer shown."""
        self._measured.clear()
        self._prints.forget()

    def tidy(self) -> None:
        """Keep nothing of rows that went, be it because many came after them."""
        shown = set(self._model.keys())
        self._measured = {key: it for key, it in self._measured.items() if key in shown}

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
    def height(self, row: int) -> int:
        known = self._known(row)
        return known.height if known else 0

    def _known(self, place: int) -> Measured | None:
        """Return how a row is laid out, measured if it was not."""
        model = self._model
        row, before = model.at(place), model.at(place - 1)
        if row is None:
            return None
        after = model.at(place + 1) if isinstance(row, EventRow) else None
        known = self._measured.get(row.key)
        if known is None or not known.holds_for(row, before, after, model.unread_key):
            known = self._measured[row.key] = self._measure(model.line(place), before, after)
        return known

    def _measure(self, line: Line, before: Row | None, after: Row | None) -> Measured:
        row, above = line.row, self._above(line)
        if not isinstance(row, MessageRow):
            height = 0 if line.hidden else above + self._event_height(line, self._model)
            return Measured(line, before, after, above, height, None, bare=False)
        bubble = self._bubble(row)
        height = above + bubble.size.height() + theme.px(GAP)
        box = QRect(QPoint(self._left(row, bubble), above + theme.px(GAP) // 2), bubble.size)
        bare = not (above or row.attachments or row.delivery is Delivery.HELD)
        placed = Placed(row, bubble, box)
        return Measured(line, before, after, above, height, placed, bare)

    def _left(self, row: MessageRow, bubble: Bubble) -> int:
        """Put the visitor at one side, and the experts, you or a colleague, at the other."""
        side = theme.px(SIDE)
        return side if row.author is Role.VISITOR else self.width - side - bubble.size.width()

    def _above(self, line: Line) -> int:
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
            words = _timed(line.row, thread_lines.line(line.row.event, names, now))
        if words and line.new_day:
            return f"{moments.day(line.row.at, now)} · {words}"
        return words

    def place(self, place: int, top: int) -> Placed | None:
        """Return where the bubble of a row that begins at `top` is, when it has one."""
        known = self._known(place)
        placed = known.placed if known else None
        return placed and Placed(placed.row, placed.bubble, placed.box.translated(0, top))

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
    def paint(self, painter: QPainter, row: int, top: int, *, focused: bool) -> None:
        known = self._known(row)
        if known is None or known.line.hidden:
            return
        if known.bare and known.placed and not focused:
            self._lay(painter, known, known.placed, top)
            return
        painter.save()
        self._paint_above(painter, known.line, top)
        if known.placed is None:
            self._paint_event(painter, known, top)
        else:
            self._lay(painter, known, known.placed, top)
            self._paint_around(painter, self.place(row, top), focused=focused)
        painter.restore()

    def _lay(self, painter: QPainter, known: Measured, placed: Placed, top: int) -> None:
        """Lay a bubble down, painted anew if it looks otherwise than it did."""
        row, bubble, box = placed.row, placed.bubble, placed.box.translated(0, top)
        chosen = self.selection.get(row.key)
        self._prints.lay(
            painter,
            box,
            row.key,
            (known, chosen),
            lambda on: paint_bubble(on, row, bubble, box, chosen),
        )

    def _paint_around(self, painter: QPainter, placed: Placed | None, *, focused: bool) -> None:
        if placed is None:
            return
        paint_files(painter, placed.row, placed.bubble, placed.box, self.pictures)
        if not (undo := self.undo_box(placed)).isNull():
            paint_undo(painter, undo)
        if focused:
            paint_focus(painter, placed.box)

    def _paint_above(self, painter: QPainter, line: Line, top: int) -> None:
        if line.new_day and isinstance(line.row, MessageRow):
            day = moments.day(line.row.at, self._model.now())
            paint_day(painter, QRect(0, top, self.width, theme.px(_DAY)), day)
            top += theme.px(_DAY)
        if line.unread:
            side = theme.px(SIDE)
            wide = self.width - 2 * side
            paint_unread(painter, QRect(side, top, wide, theme.px(_UNREAD)))

    def _paint_event(self, painter: QPainter, known: Measured, top: int) -> None:
        line = known.line
        wide = self._event_width(line)
        left = (self.width - wide) // 2
        box = QRect(left, top + known.above, wide, known.height - known.above)
        words = self._event_words(line, self._model)
        paint_event(painter, box, words, note=_is_note(line))


def _is_note(line: Line) -> bool:
    return isinstance(line.row, EventRow) and isinstance(line.row.event, Noted)


def _timed(row: EventRow, words: str) -> str:
    return f"{words} · {moments.clock(row.at)}" if words else ""
