"""When the screen is told: soon after a rest, and now and then while there is much to tell."""

import asyncio
from collections.abc import Callable

from pupitre.client.news import Later

FRAME = 0.016
"""Seconds between two looks at new rows: a screen shows nothing more often."""
GLANCE, BREATH = 0.08, 0.002
"""Seconds between two looks at cards and counts, and for which what is said goes first."""
TURN = 0.004
"""Seconds in which one thing is told and painted, before the next."""


class Screen:
    """Takes one thing at a time: what was told is painted before something else is."""

    def __init__(self) -> None:
        self.free_at = 0.0
        """By the loop's clock."""


class Pace:
    """Calls back at once or after a breath, and leaves the screen the time to show it."""

    def __init__(
        self, screen: Screen, every: float, *, breath: float = 0.0, spared: int = 0
    ) -> None:
        """Leave `every` seconds between two calls; with a `breath`, let others go first.

        So many calls are `spared` by a rest: they may follow at once when they are wanted.
        """
        self._loop = asyncio.get_running_loop()
        self._screen, self._every, self._breath = screen, every, breath
        self._spared = spared * every
        self._free_at = 0.0

    def later(self, tell: Callable[[], None]) -> None:
        """Call back once, when it is time to."""
        now = self._loop.time()
        at = max(now + self._breath, self._free_at)
        if at <= now:
            self._loop.call_soon(self._tell, tell)
        else:
            self._loop.call_at(at, self._tell, tell)

    def _tell(self, tell: Callable[[], None]) -> None:
        now = self._loop.time()
        if self._breath and now < self._screen.free_at:
            self._loop.call_at(self._screen.free_at, self._tell, tell)
        else:
            self._screen.free_at = now + TURN
            self._free_at = max(self._free_at, now - self._spared) + self._every
            tell()


def to_the_screen() -> tuple[Later, Later]:
    """Return how soon rows are told, and cards and counts after them.

    Two messages that come close to each other are both told at once; a stream of them is not.
    """
    screen = Screen()
    return Pace(screen, FRAME, spared=1).later, Pace(screen, GLANCE, breath=BREATH).later
