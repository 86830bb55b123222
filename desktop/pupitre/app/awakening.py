"""Notices that the computer woke up or that its network returned."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

from pupitre.app import network
from pupitre.backends.clock import Clock, SystemClock

LOOK_EVERY = 2.0
SLEPT = timedelta(seconds=10)
"""A clock that went this much further than we meant to wait: the computer was asleep."""


class Awakening:
    """Tells `awake` when waiting for the next attempt makes no sense any more."""

    def __init__(self, awake: Callable[[], None], clock: Clock | None = None) -> None:
        self._awake = awake
        self._clock = clock or SystemClock()

    async def run(self) -> None:
        """Watch until cancelled."""
        with network.watched(self._awake):
            while True:
                await self._nap()

    async def _nap(self) -> None:
        """Wait a little: whichever clock tells that it was long, nothing ran meanwhile.

        One that goes on during sleep is far ahead after it (Linux, Windows); beside one that
        stands still then (macOS) the wall clock is.
        """
        wall, ticking = self._clock.now(), self._clock.monotonic()
        await asyncio.sleep(LOOK_EVERY)
        ticked = timedelta(seconds=self._clock.monotonic() - ticking - LOOK_EVERY)
        if max(ticked, self._clock.now() - wall - timedelta(seconds=LOOK_EVERY)) > SLEPT:
            self._awake()
