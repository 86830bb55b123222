"""How long to wait before each new attempt."""

import random
from collections.abc import Callable, Iterator


def backoff(
    first: float = 0.5,
    factor: float = 1.7,
    ceiling: float = 10.0,
    jitter: Callable[[], float] = random.random,
) -> Iterator[float]:
    """Yield seconds, longer each time up to a ceiling, never two desks in step.

    The jitter takes away up to half: after a server's restart its desks do not come at once.
    """
    delay = first
    while True:
        yield delay * (0.5 + jitter() / 2)
        delay = min(delay * factor, ceiling)
