"""One conversation's rows: appended to, settled in place, never laid out anew."""

from collections import OrderedDict
from dataclasses import dataclass, field, replace

from pupitre.client.views import Delivery, MessageRow, Row
from pupitre.domain.people import Role

Span = tuple[int, int]
"""First and last index, both included."""


@dataclass(slots=True)
class Page:
    """Rows found later, indexed so that putting them before the others costs next to nothing."""

    rows: list[Row]
    places: dict[str, int]
    unseen: OrderedDict[str, None] = field(default_factory=OrderedDict)

    @classmethod
    def of(cls, rows: list[Row], origin: int) -> "Page":
        """Index rows that will end where `origin` says the others begin."""
        first = -origin - len(rows)
        messages = [(row, first + i) for i, row in enumerate(rows) if isinstance(row, MessageRow)]
        unseen = OrderedDict((row.key, None) for row, _ in messages if _can_be_seen(row))
        return cls(rows, {row.key: place for row, place in messages}, unseen)


class Thread:
    """Rows in their order: those the server numbered, then yours that it has not."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        """Always the same list."""
        self.origin = 0
        """How many rows were put before those that were here first; places count from these."""
        self._places: dict[str, int] = {}
        self._unseen: OrderedDict[str, None] = OrderedDict()

    def __contains__(self, key: str) -> bool:
        return key in self._places

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
        place = self._place(row.key)
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
        place = self._place(row.key)
        self.rows[place] = row
        return place, place

    def get(self, key: str) -> MessageRow | None:
        """Return the message of that id, if it is here."""
        row = self.rows[self._place(key)] if key in self._places else None
        return row if isinstance(row, MessageRow) else None

    def remove(self, key: str) -> None:
        """Take a row of yours away; the thread is to be read again."""
        place = self._place(key)
        del self._places[key]
        tail = self.rows[place + 1 :]
        del self.rows[place:]
        for row in tail:
            self.append(row)

    def put_before(self, page: Page) -> None:
        """Put rows found later at the beginning; the thread is to be read again."""
        self.rows[:0] = page.rows
        self.origin += len(page.rows)
        self._places.update(page.places)
        page.unseen.update(self._unseen)
        self._unseen = page.unseen

    def see(self, seq: int) -> list[Span]:
        """Mark your messages up to a number as seen by the visitor."""
        spans: list[Span] = []
        while self._unseen:
            place = self._place(next(iter(self._unseen)))
            row = self.rows[place]
            if not isinstance(row, MessageRow) or row.seq is None or row.seq > seq:
                break
            self._unseen.popitem(last=False)
            spans.append(self.change(replace(row, delivery=Delivery.SEEN)))
        return spans

    def _place(self, key: str) -> int:
        return self._places[key] + self.origin

    def _note(self, row: Row, place: int) -> None:
        if isinstance(row, MessageRow):
            self._places[row.key] = place - self.origin
            if _can_be_seen(row):
                self._unseen[row.key] = None


def _can_be_seen(row: MessageRow) -> bool:
    stored = row.seq is not None and row.delivery is Delivery.STORED
    return stored and row.author is Role.EXPERT
