"""The time: this computer's, or one that a test or a demonstration moves by hand."""

import heapq
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from asyncio import Handle

LONGEST_NAP = timedelta(hours=1)
"""Timers lie, laptops sleep and Qt counts milliseconds in 32 bits: look again each hour."""

if sys.platform == "linux":

    def _sleepless() -> float:
        """Go on while a laptop sleeps, where Linux's `CLOCK_MONOTONIC` stands still."""
        return time.clock_gettime(time.CLOCK_BOOTTIME)

else:
    _sleepless = time.monotonic


class Timer(Protocol):
    """Something that will be called, unless it is cancelled."""

    def cancel(self) -> None:
        """Do not call it."""


class Clock(Protocol):
    """What time it is, and being called later."""

    def now(self) -> datetime:
        """Return this computer's time, aware, in UTC."""

    def monotonic(self) -> float:
        """Return seconds that are never set back."""

    def call_later(self, delay: timedelta, callback: Callable[[], None]) -> Timer:
        """Call back once, not before `delay` has passed; never inside this call."""


class SystemClock:
    """This computer's clock and the running loop's timers."""

    def now(self) -> datetime:
        """Return the wall clock's time."""
        return datetime.now(UTC)  # noqa: TID251 - the one place of the desk that may

    def monotonic(self) -> float:
        """Return a time that is never corrected, and goes on while the computer sleeps."""
        return _sleepless()

    def call_later(self, delay: timedelta, callback: Callable[[], None]) -> Timer:
        """Sleep in naps, looking at the clock after each."""
        return _Nap(self, self.monotonic() + delay.total_seconds(), callback)


class _Nap:
    """A wait of any length, made of short ones."""

    def __init__(self, clock: SystemClock, due: float, callback: Callable[[], None]) -> None:
        self._clock, self._due, self._callback = clock, due, callback
        from asyncio import get_running_loop  # the time can be told before there is a loop

        self._loop = get_running_loop()
        self._handle = self._doze()

    def _doze(self) -> "Handle":
        left = max(0.0, self._due - self._clock.monotonic())
        return self._loop.call_later(min(left, LONGEST_NAP.total_seconds()), self._look)

    def _look(self) -> None:
        if self._clock.monotonic() < self._due:
            self._handle = self._doze()
        else:
            self._callback()

    def cancel(self) -> None:
        """Do not call it."""
        self._handle.cancel()


class ManualClock:
    """A clock that stands still until it is advanced."""

    def __init__(self, start: datetime) -> None:
        self._start, self._elapsed = start, timedelta(0)
        self._order = count()
        self._due: list[tuple[timedelta, int, _Appointment]] = []

    def now(self) -> datetime:
        """Return the start and what was advanced since."""
        return self._start + self._elapsed

    def monotonic(self) -> float:
        """Return the seconds advanced."""
        return self._elapsed.total_seconds()

    def call_later(self, delay: timedelta, callback: Callable[[], None]) -> Timer:
        """Call back when somebody advances the clock that far."""
        appointment = _Appointment(callback)
        heapq.heappush(self._due, (self._elapsed + delay, next(self._order), appointment))
        return appointment

    def advance(self, by: timedelta) -> None:
        """Let time pass, stopping at each appointment on the way."""
        goal = self._elapsed + by
        while self._due and self._due[0][0] <= goal:
            due, _, appointment = heapq.heappop(self._due)
            self._elapsed = max(self._elapsed, due)
            appointment.keep()
        self._elapsed = goal


class _Appointment:
    def __init__(self, callback: Callable[[], None]) -> None:
        self._callback: Callable[[], None] | None = callback

    def cancel(self) -> None:
        self._callback = None

    def keep(self) -> None:
        if self._callback:
            self._callback()
