"""When the screen is told: soon after a rest, and now and then while there is much to tell."""

import asyncio
from collections.abc import Callable

from pupitre.client.news import Later

FRAME = 0.016
"""Seconds between two looks at new rows: a screen shows nothing more often."""
GLANCE, BREATH = 0.04, 0.002
"""Seconds between two looks at cards and counts, and for which what is said goes first."""


class Pace:
    """Calls back at once or after a breath, and leaves the screen the time to show it."""

    def __init__(self, every: float, *, breath: float = 0.0) -> None:
        """Leave at least `every` seconds between two calls; wait `breath` seconds for others."""
        self._loop = asyncio.get_running_loop()
        self._every, self._breath = every, breath
        self._free_at = self._loop.time()

    def later(self, tell: Callable[[], None]) -> None:
        """Call back when it is time to."""
        now = self._loop.time()
        at = max(now + self._breath, self._free_at)
        self._free_at = at + self._every
        if at <= now:
            self._loop.call_soon(tell)
        else:
            self._loop.call_at(at, tell)


def to_the_screen() -> tuple[Later, Later]:
    """Return how soon rows are told, and cards and counts after them."""
    return Pace(FRAME).later, Pace(GLANCE, breath=BREATH).later
