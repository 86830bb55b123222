"""How much one side may upload: so many files and bytes, so many at the same time."""

from collections.abc import Iterator
from contextlib import contextmanager

from pupitre.server.files.refusals import SLOW_DOWN, NotTaken
from pupitre.server.limits import (
    UPLOADED_BYTES,
    UPLOADED_BYTES_PER_ADDRESS,
    UPLOADS,
    Bucket,
    Buckets,
    Places,
)

AT_ONCE = 4
"""Uploads of one expert or visitor at the same time."""
ALTOGETHER = 64
"""Uploads of everybody at the same time: each holds a little memory and a place on the disk."""
_BUSY = 2.0
"""Real seconds to come back after, when others are still sending."""


class Allowance:
    """What one upload may use; tells afterwards what it did use."""

    def __init__(self, buckets: tuple[Bucket, ...]) -> None:
        self._buckets = buckets

    def received(self, size: int) -> None:
        """Count bytes that came, kept or not."""
        for bucket in self._buckets:
            bucket.spend(size)


class Quota:
    """Lets uploads in."""

    def __init__(self, rates: float = 1.0) -> None:
        self._files = Buckets(UPLOADS.times(rates))
        self._bytes = Buckets(UPLOADED_BYTES.times(rates))
        self._bytes_from = Buckets(UPLOADED_BYTES_PER_ADDRESS.times(rates))
        self._each = Places(AT_ONCE)
        self._all = Places(ALTOGETHER)

    @contextmanager
    def admitted(self, uploader: str, address: str) -> Iterator[Allowance]:
        """Hold a place for one upload; raise NotTaken where there is none now."""
        files = self._files.of(uploader)
        amounts = (self._bytes.of(uploader), self._bytes_from.of(address))
        waits = [bucket.wait for bucket in (files, *amounts)]
        if any(waits):
            raise NotTaken(SLOW_DOWN, max(waits))
        if not self._each.take(uploader):
            raise NotTaken(SLOW_DOWN, _BUSY)
        try:
            if not self._all.take(""):
                raise NotTaken(SLOW_DOWN, _BUSY)
            try:
                files.take()
                yield Allowance(amounts)
            finally:
                self._all.leave("")
        finally:
            self._each.leave(uploader)
