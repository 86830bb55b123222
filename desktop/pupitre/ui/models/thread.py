"""A thread's model: a window on its last rows that grows upwards."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject, Qt
from typing_extensions import override

from pupitre.client.views import Delivery, EventRow, MessageRow, Row
from pupitre.domain import events as e
from pupitre.domain.people import Role
from pupitre.ui import file_words, moments, states, thread_lines
from pupitre.ui.models.keyed import NOWHERE, ROW, Index, KeyedModel
from pupitre.ui.thread_lines import Names

translate = QCoreApplication.translate

WINDOW = 120
"""How many rows are shown at first, and how many more at each step upwards (T27)."""
_NOBODY = Names(visitor="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row with what depends on its neighbours."""

    row: Row
    new_day: bool
    """The first of its day: a separator stands above it."""
    left: EventRow | None
    """The departure that this return completes, told in the same sentence."""
    hidden: bool
    """A departure whose return tells both."""
    unread: bool
    """The first message that had not been read when the thread was opened."""


class ThreadModel(KeyedModel[Row]):
    """The rows of one conversation, repeated range by range."""

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._thread: Sequence[Row] = ()
        self._names = _NOBODY
        self._first = 0
        """The place in the thread of the first row shown; below 0: rows the server keeps."""
        self._read_to = 0
        self._unread_key = ""

    @property
    def names(self) -> Names:
        """What to call the people in this thread."""
        return self._names

    @property
    def has_earlier(self) -> bool:
        """Rows above the window are on this computer."""
        return self._first > 0

    @property
    def unread_key(self) -> str:
        """The first message that had not been read when the thread was opened, or empty."""
        return self._unread_key

    def now(self) -> datetime:
        """Return the server's time."""
        return self._now()

    def open(self, thread: Sequence[Row], names: Names, read_to: int) -> None:
        """Show another conversation, of which everything up to `read_to` was read."""
        self.beginResetModel()
        self._thread, self._names, self._read_to = thread, names, read_to
        self._first = max(0, len(thread) - WINDOW)
        self._rows = list(thread[self._first :])
        self._unread_key = self._first_unread()
        self.endResetModel()

    def rename(self, names: Names) -> None:
        """Call people otherwise: a name became known."""
        if names != self._names:
            self._names = names
            self._touch(0, len(self._rows) - 1)

    def appended(self, first: int, last: int) -> None:
        """Rows `first` to `last` of the thread are new at its end, or were when it was read."""
        end = self._first + len(self._rows)
        if first > end:
            self.reread()
            return
        self.changed(first, min(last, end - 1))
        if last >= end:
            self._append(last)

    def _append(self, last: int) -> None:
        shown = len(self._rows)
        self.beginInsertRows(NOWHERE, shown, last - self._first)
        self._rows.extend(self._thread[self._first + shown : last + 1])
        self.endInsertRows()
        if _is_return(self.at(shown - 1), self.at(shown)):
            self._touch(shown - 1, shown - 1)

    def changed(self, first: int, last: int) -> None:
        """Rows `first` to `last` of the thread are other ones."""
        first, last = max(first - self._first, 0), min(last - self._first, len(self._rows) - 1)
        if last < first:
            return
        for place in range(first, last + 1):
            self._rows[place] = self._thread[self._first + place]
        self._touch(first - 1, last + 1)

    def reread(self) -> None:
        """Compare with the whole thread: rows went away, or earlier ones were found."""
        keys = {row.key for row in self._rows[max(-self._first, 0) :]}
        known = (i for i, row in enumerate(self._thread) if row.key in keys)
        fetched = self._rows[: max(-self._first, 0)]
        first = min(next(known, len(self._thread)), max(0, len(self._thread) - WINDOW))
        self._first = first - len(fetched)
        told = {row.key for row in fetched}
        self.reconcile([*fetched, *(row for row in self._thread[first:] if row.key not in told)])
        self._touch(0, len(self._rows) - 1)

    def trim(self) -> None:
        """Show no more than the last rows, once somebody who read upwards is at the end again."""
        extra = len(self._rows) - WINDOW
        if extra > WINDOW:
            self.beginRemoveRows(NOWHERE, 0, extra - 1)
            del self._rows[:extra]
            self._first += extra
            self.endRemoveRows()

    def fetch_earlier(self) -> int:
        """Show more rows above, and return how many."""
        count = min(WINDOW, self._first)
        if count:
            self.beginInsertRows(NOWHERE, 0, count - 1)
            self._first -= count
            self._rows[:0] = self._thread[self._first : self._first + count]
            self.endInsertRows()
            self._touch(count, count)
        return count

    def prepend(self, rows: Sequence[Row]) -> None:
        """Show rows that the server keeps, above everything known here."""
        if rows and self._first <= 0:
            self.beginInsertRows(NOWHERE, 0, len(rows) - 1)
            self._rows[:0] = rows
            self._first -= len(rows)
            self.endInsertRows()
            self._touch(len(rows), len(rows))

    def earliest_seq(self) -> int | None:
        """Return the number of the first row shown; 1 is the thread's beginning."""
        return next((row.seq for row in self._rows if row.seq is not None), None)

    def last_received(self) -> int:
        """Return the place of the visitor's last message; -1: none."""
        places = range(len(self._rows) - 1, -1, -1)
        return next((place for place in places if _is_received(self._rows[place])), -1)

    def last_held(self) -> MessageRow | None:
        """Return what was written last, while it can be taken back."""
        messages = (row for row in reversed(self._rows) if isinstance(row, MessageRow))
        return next((row for row in messages if row.delivery is Delivery.HELD), None)

    def line(self, place: int) -> Line:
        """Return a row with what depends on its neighbours."""
        row, before, after = self._rows[place], self.at(place - 1), self.at(place + 1)
        return Line(
            row=row,
            new_day=before is None or _day(before.at) != _day(row.at),
            left=before if _is_return(before, row) and isinstance(before, EventRow) else None,
            hidden=_is_return(row, after),
            unread=row.key == self._unread_key,
        )

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line's value, or how it is read aloud."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role == ROW:
            return self.line(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.spoken(self._rows[index.row()])
        return None

    def spoken(self, row: Row) -> str:
        """Return a row as one sentence: who, when, what, how far it has come."""
        if isinstance(row, EventRow):
            words = thread_lines.line(row.event, self._names, self._now())
            return f"{words}, {moments.clock(row.at)}" if words else ""
        files = [file_words.spoken(it) for it in row.attachments]
        parts = [self.writer(row), moments.clock(row.at), *files]
        if row.text:
            parts.append(row.text)
        if row.mine:
            parts.append(states.delivery(row.delivery))
        return ", ".join(parts)

    def writer(self, row: MessageRow) -> str:
        """Return who wrote, as one says it."""
        if row.mine:
            return translate("ThreadView", "You")
        return row.writer or self._names.visitor

    def _first_unread(self) -> str:
        """Find the first message not read; what one has answered was read."""
        found = ""
        for row in reversed(self._rows):
            if isinstance(row, MessageRow) and row.mine:
                break
            if self._is_unread(row):
                found = row.key
        return found

    def _is_unread(self, row: Row) -> bool:
        return _is_received(row) and row.seq is not None and row.seq > self._read_to

    def _touch(self, first: int, last: int) -> None:
        first, last = max(first, 0), min(last, len(self._rows) - 1)
        if first <= last:
            self.dataChanged.emit(self.index(first), self.index(last))


def _is_received(row: Row) -> bool:
    return isinstance(row, MessageRow) and row.author is Role.VISITOR


def _is_return(before: Row | None, after: Row | None) -> bool:
    """Whether a departure is followed at once by its return, on the same day."""
    return (
        isinstance(before, EventRow)
        and isinstance(after, EventRow)
        and isinstance(before.event, e.VisitorLeft)
        and isinstance(after.event, e.VisitorArrived)
        and _day(before.at) == _day(after.at)
    )


def _day(at: datetime) -> object:
    return moments.on_the_wall(at).date()
