"""Opens and scrolls a short thread and a very long one, over and over; prints the times.

python -m tests.bench.programs.threads SHORT LONG
"""

import sys
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from statistics import median

from PySide6.QtWidgets import QApplication

from pupitre.client.views import Delivery, MessageRow, Row
from pupitre.domain.people import Role
from pupitre.ui import theme
from pupitre.ui.models.thread import ThreadModel
from pupitre.ui.theme import Scheme
from pupitre.ui.thread_lines import Names
from pupitre.ui.views.thread_place import ThreadPlace
from tests.bench.afternoon import ANSWER, QUESTION
from tests.support.story import AFTERNOON

RUNS = 9
STEPS = 40


def rows(count: int) -> list[Row]:
    """Return a thread of so many messages."""
    return [
        MessageRow(
            key=f"m{number}",
            seq=number + 1,
            at=AFTERNOON + timedelta(seconds=number),
            author=Role.EXPERT if number % 2 else Role.VISITOR,
            mine=bool(number % 2),
            writer="",
            text=f"{ANSWER if number % 2 else QUESTION} ({number})",
            attachments=(),
            delivery=Delivery.SEEN,
            refusal=None,
            undo_until=None,
        )
        for number in range(count)
    ]


class Screen:
    """A thread's place, shown."""

    def __init__(self) -> None:
        self._model = ThreadModel(lambda: AFTERNOON)
        self._place = ThreadPlace(self._model)
        self._place.resize(700, 800)
        self._place.show()
        settle()

    def open(self, thread: Sequence[Row]) -> float:
        """Show another thread, painted."""
        return taken(lambda: self._open(thread))

    def _open(self, thread: Sequence[Row]) -> None:
        self._model.open(thread, Names(visitor="Camille"), len(thread))
        self._place.view.open_at_unread()
        settle()

    def scroll(self) -> float:
        """Go up step by step, as with a wheel, painting each step."""
        return taken(self._scroll)

    def _scroll(self) -> None:
        bar = self._place.view.verticalScrollBar()
        for _ in range(STEPS):
            bar.setValue(bar.value() - 100)
            settle()


def settle() -> None:
    """Have everything laid out and painted."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()


def taken(work: Callable[[], None]) -> float:
    """Return the milliseconds of work that it takes."""
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


def main(short: int, long: int) -> None:
    """Compare the two."""
    app = QApplication([])
    theme.apply(app, Scheme.LIGHT)
    threads = {short: rows(short), long: rows(long)}
    opened: dict[int, list[float]] = {short: [], long: []}
    scrolled: dict[int, list[float]] = {short: [], long: []}
    for turn in range(RUNS + 1):
        for count, thread in threads.items():
            screen = Screen()
            taken_to_open, taken_to_scroll = screen.open(thread), screen.scroll()
            if turn:
                opened[count].append(taken_to_open)
                scrolled[count].append(taken_to_scroll)
    for word, found in (("opened", opened), ("scrolled", scrolled)):
        print(word, *(median(found[count]) for count in (short, long)), flush=True)


main(int(sys.argv[1]), int(sys.argv[2]))
