"""The text chosen in a thread, from one place in a message to another place in another."""

from collections.abc import Iterator
from dataclasses import dataclass

from pupitre.client.views import MessageRow
from pupitre.ui import moments
from pupitre.ui.models.thread import ThreadModel
from pupitre.ui.views.bubbles import cut, units


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place in a message: the row and the UTF-16 unit before which it is."""

    row: int
    place: int


@dataclass(slots=True)
class Passage:
    """What is between two spots, whichever comes first."""

    anchor: Spot
    head: Spot

    @property
    def is_empty(self) -> bool:
        """Nothing is chosen."""
        return self.anchor == self.head

    def ranges(self, model: ThreadModel) -> Iterator[tuple[MessageRow, int, int]]:
        """Yield each message touched, with the part of it that is chosen."""
        first, last = sorted((self.anchor, self.head))
        for number in range(first.row, last.row + 1):
            row = model.at(number)
            if not isinstance(row, MessageRow):
                continue
            start = first.place if number == first.row else 0
            end = last.place if number == last.row else units(row.text)
            if start < end:
                yield row, start, end

    def text(self, model: ThreadModel) -> str:
        """Return the words as they are copied; several messages are signed and dated."""
        parts = list(self.ranges(model))
        if len(parts) == 1:
            row, start, end = parts[0]
            return cut(_plain(row), start, end)
        return "\n".join(
            f"{model.writer(row)} ({moments.clock(row.at)}): {cut(_plain(row), start, end)}"
            for row, start, end in parts
        )


def _plain(row: MessageRow) -> str:
    return row.text.replace("\r\n", "\n")


def everything(model: ThreadModel) -> Passage | None:
    """Return the passage that holds every message shown."""
    if not model.rowCount():
        return None
    last = model.rowCount() - 1
    row = model.at(last)
    end = units(_plain(row)) if isinstance(row, MessageRow) else 0
    return Passage(Spot(0, 0), Spot(last, end))
