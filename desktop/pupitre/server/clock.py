"""The server's time: the real clock, or one that runs faster for trials."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import monotonic

_MILLISECOND = timedelta(milliseconds=1)


def real_now() -> datetime:
    """Return the real time, which limits and sessions go by whatever the clock rate."""
    return datetime.now(UTC)  # noqa: TID251 -- the server's one look at the wall clock


class Clock:
    """Tells the time in whole milliseconds, `rate` times faster than it really passes."""

    def __init__(
        self,
        rate: float = 1.0,
        start: datetime | None = None,
        elapsed: Callable[[], float] = monotonic,
    ) -> None:
        self.rate = rate
        self._start = start or real_now()
        self._elapsed = elapsed
        self._origin = elapsed()

    def now(self) -> datetime:
        """Return the instant; always aware, UTC."""
        if self.rate == 1.0:
            moment = real_now()
        else:
            moment = self._start + timedelta(seconds=(self._elapsed() - self._origin) * self.rate)
        return moment.replace(microsecond=moment.microsecond // 1000 * 1000)

    def real_seconds_until(self, moment: datetime) -> float:
        """Return how long that is in real seconds; 0 when it is past."""
        return max(0.0, (moment - self.now()).total_seconds() / self.rate)

    async def sleep_until(self, moment: datetime, longest_nap: float = 5.0) -> None:
        """Sleep in naps and look again: timers lie, laptops sleep, clocks get corrected."""
        while self.now() < moment:
            nap = self.real_seconds_until(moment + _MILLISECOND)
            await asyncio.sleep(min(longest_nap, nap))
