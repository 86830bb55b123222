"""The server's clock, as this desk follows it between two welcomes."""

from datetime import datetime, timedelta

from pupitre.backends.clock import Clock


class ServerClock:
    """What time it is on the server: its `now` at the last welcome and what has passed since.

    Before the first welcome it is this computer's time.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._then: datetime | None = None
        self._anchor = clock.monotonic()
        self._rate = 1.0

    def follow(self, now: datetime, rate: float) -> None:
        """Take the server's word for it."""
        self._then, self._rate, self._anchor = now, rate, self._clock.monotonic()

    def now(self) -> datetime:
        """Return the server's time, aware, in UTC."""
        if self._then is None:
            return self._clock.now()
        passed = (self._clock.monotonic() - self._anchor) * self._rate
        return self._then + timedelta(seconds=passed)

    def real(self, span: timedelta) -> timedelta:
        """Return how long a span of the server's time takes here."""
        return span / self._rate
