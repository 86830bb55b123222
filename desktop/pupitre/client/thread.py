"""One conversation's rows: appended to, settled in place, never laid out anew."""

from collections import deque
from collections.abc import Iterable
from dataclasses import replace

from pupitre.client.views import Delivery, MessageRow, Row
from pupitre.domain.people import Role

Span = tuple[int, int]
"""First and last index, both included."""


class Thread:
    """Rows in their order: those the server numbered, then yours that it has not."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._places: dict[str, int] = {}
        self._unseen: deque[str] = deque()

    def __contains__(self, key: str) -> bool:
        return key in self._places

    @property
    def first_seq(self) -> int | None:
        """The number of the oldest row that has one."""
        return next((row.seq for row in self.rows if row.seq is not None), None)

    def append(self, row: Row) -> Span:
        """Put a row at the end."""
        place = len(self.rows)
        self.rows.append(row)
        self._note(row, place)
        return place, place

    def settle(self, row: Row) -> Span:
        """Put a row that the server numbered in the place of its forerunner.

        Rows that were numbered meanwhile move before it, so that the order is the server's.
        """
        place = self._places[row.key]
        tail = self.rows[place + 1 :]
        overtaken = [it for it in tail if it.seq is not None]
        if not overtaken:
            self.rows[place] = row
            self._note(row, place)
            return place, place
        rest = [it for it in tail if it.seq is None]
        return self._rewrite(place, [*overtaken, row, *rest])

    def _rewrite(self, first: int, rows: list[Row]) -> Span:
        for place, row in enumerate(rows, start=first):
            self.rows[place] = row
            self._note(row, place)
        return first, first + len(rows) - 1

    def change(self, row: Row) -> Span:
        """Show a row that keeps its key and its place."""
        place = self._places[row.key]
        self.rows[place] = row
        return place, place

    def get(self, key: str) -> MessageRow | None:
        """Return the message of that id, if it is here."""
        place = self._places.get(key)
        row = None if place is None else self.rows[place]
        return row if isinstance(row, MessageRow) else None

    def remove(self, key: str) -> None:
        """Take a row of yours away; the thread is to be read again."""
        place = self._places.pop(key)
        tail = self.rows[place + 1 :]
        del self.rows[place:]
        for row in tail:
            self.append(row)

    def put_before(self, rows: Iterable[Row]) -> None:
        """Put rows found later at the beginning; the thread is to be read again."""
        together = [*rows, *self.rows]
        self.rows.clear()
        self._places.clear()
        self._unseen.clear()
        for row in together:
            self.append(row)

    def see(self, seq: int) -> list[Span]:
        """Mark your messages up to a number as seen by the visitor."""
        spans: list[Span] = []
        while self._unseen:
            place = self._places[self._unseen[0]]
            row = self.rows[place]
            if not isinstance(row, MessageRow) or row.seq is None or row.seq > seq:
                break
            self._unseen.popleft()
            spans.append(self.change(replace(row, delivery=Delivery.SEEN)))
        return spans

    def _note(self, row: Row, place: int) -> None:
        if not isinstance(row, MessageRow):
            return
        self._places[row.key] = place
        mine = row.author is Role.EXPERT and row.seq is not None
        if mine and row.delivery is Delivery.STORED and row.key not in self._unseen:
            self._unseen.append(row.key)
