"""Garbage is looked for on Qt's thread, and on no other, while Qt's loop turns."""

import gc

from PySide6.QtCore import QObject, QTimer

FIRST = 2_500
"""Milliseconds before the first look: what the start makes is no garbage."""
EACH = 500
"""Milliseconds between two looks."""


class Sweeper(QObject):
    """Collects in Python's collector's place, which runs in whichever thread allocates.

    A widget caught in a reference cycle dies where it is collected. In the thread of the
    embedded server or of a database, Qt says "Timers cannot be stopped from another thread"
    and crashes soon after.
    """

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.sweep)
        self._was_enabled = True

    def start(self) -> None:
        """Take over from Python's collector."""
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer.start(FIRST)

    def stop(self) -> None:
        """Give back what was found."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()

    def sweep(self) -> None:
        """Collect what is due, and look again a little later."""
        self._timer.setInterval(EACH)
        collect()


def collect() -> None:
    """Collect each generation that is due, by Python's own thresholds."""
    for generation, (count, limit) in enumerate(
        zip(gc.get_count(), gc.get_threshold(), strict=True)
    ):
        if count <= limit:
            return
        gc.collect(generation)
