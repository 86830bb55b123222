"""Where rows lie: their heights added up, so that a row's place is found at once."""

from bisect import bisect_right
from collections.abc import Iterable


class Heights:
    """The heights of a list's rows, from the top."""

    def __init__(self) -> None:
        self._heights: list[int] = []
        self._ends: list[int] = []
        """Where each row ends, as far as it was added up."""

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, row: int) -> int:
        return self._heights[row]

    @property
    def total(self) -> int:
        """How tall all of them are."""
        return self.top(len(self._heights))

    def become(self, heights: Iterable[int]) -> None:
        """Start over."""
        self._heights = list(heights)
        self._ends.clear()

    def insert(self, first: int, heights: Iterable[int]) -> None:
        """Put rows before the one that was `first`."""
        self._heights[first:first] = heights
        del self._ends[first:]

    def remove(self, first: int, last: int) -> None:
        """Take rows away, both ends included."""
        del self._heights[first : last + 1]
        del self._ends[first:]

    def change(self, row: int, height: int) -> int:
        """Give a row another height; return by how much it grew."""
        grown = height - self._heights[row]
        if grown:
            self._heights[row] = height
            del self._ends[row:]
        return grown

    def top(self, row: int) -> int:
        """Return where a row begins."""
        self._add_up(row)
        return self._ends[row - 1] if row else 0

    def at(self, place: int) -> int:
        """Return the row in which a place is; -1 above the first, their number below the last."""
        if place < 0:
            return -1
        self._add_up(len(self._heights))
        return bisect_right(self._ends, place)

    def _add_up(self, count: int) -> None:
        """Know where the first `count` rows end."""
        ends = self._ends
        end = ends[-1] if ends else 0
        for height in self._heights[len(ends) : count]:
            end += height
            ends.append(end)
