"""How much one side may ask: real time, whatever the clock rate."""

from collections import Counter, OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from time import monotonic


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at once, so many a second after that."""

    burst: int
    per_second: float

    def times(self, factor: float) -> "Rate":
        """Return a rate that lets through more, or less."""
        return Rate(max(1, round(self.burst * factor)), self.per_second * factor)


EXPERT_FRAMES = Rate(200, 50)
VISITOR_FRAMES = Rate(60, 10)
VISITOR_POSTS = Rate(30, 1)
"""Thirty messages at once, as what was written offline comes together; then one a second."""
QUERIES = Rate(40, 10)
UPLOADS = Rate(20, 1 / 3)
"""Files of one expert or visitor: two full messages at once, then one in three seconds."""
UPLOADED_BYTES = Rate(120 * 1024 * 1024, 1024 * 1024)
"""Of one expert or visitor: a full message of the largest files, then a megabyte a second."""
UPLOADED_BYTES_PER_ADDRESS = UPLOADED_BYTES.times(10)
BAD_FRAMES = Rate(10, 10 / 60)
"""Ten in a minute close the socket."""
SIGN_INS = Rate(10, 10 / 300)
"""Wrong passwords for one e-mail from one address."""
SIGN_INS_PER_ADDRESS = Rate(100, 100 / 300)


class Bucket:
    """Lets through what its rate allows."""

    def __init__(self, rate: Rate, elapsed: Callable[[], float] = monotonic) -> None:
        self._rate = rate
        self._elapsed = elapsed
        self._left = float(rate.burst)
        self._looked = elapsed()

    def take(self) -> bool:
        """Count one more, if it may pass."""
        self._fill()
        if self._left < 1:
            return False
        self._left -= 1
        return True

    def spend(self, amount: float) -> None:
        """Count what has passed already, even past what is left: then nothing passes for longer."""
        self._fill()
        self._left -= amount

    def put_back(self) -> None:
        """That one did not count."""
        self._left = min(self._rate.burst, self._left + 1)

    @property
    def wait(self) -> float:
        """How many seconds until one may pass."""
        self._fill()
        return max(0.0, (1 - self._left) / self._rate.per_second)

    @property
    def is_full(self) -> bool:
        """Nothing was asked for a while: nothing to remember."""
        self._fill()
        return self._left >= self._rate.burst

    def _fill(self) -> None:
        now = self._elapsed()
        gained = (now - self._looked) * self._rate.per_second
        self._left = min(float(self._rate.burst), self._left + gained)
        self._looked = now


class Buckets:
    """A bucket for each key; full ones are let go."""

    def __init__(self, rate: Rate, capacity: int = 10_000) -> None:
        self._rate = rate
        self._capacity = capacity
        self._buckets: OrderedDict[Hashable, Bucket] = OrderedDict()

    def of(self, key: Hashable) -> Bucket:
        """Return the bucket of this key."""
        bucket = self._buckets.get(key)
        if bucket is None:
            bucket = self._buckets[key] = Bucket(self._rate)
            if len(self._buckets) > self._capacity:
                self._let_go()
        return bucket

    def _let_go(self) -> None:
        for key in [key for key, bucket in self._buckets.items() if bucket.is_full]:
            del self._buckets[key]
        while len(self._buckets) > self._capacity:
            self._buckets.popitem(last=False)


class Places:
    """So many connections from one address."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._taken: Counter[str] = Counter()

    def take(self, address: str) -> bool:
        """Count one more, if there is a place."""
        if self._taken[address] >= self._limit:
            return False
        self._taken[address] += 1
        return True

    def leave(self, address: str) -> None:
        """Give the place back."""
        self._taken[address] -= 1
        if self._taken[address] <= 0:
            del self._taken[address]
