"""A file that is coming: on disk and not in memory, and no more of it than a file may have."""

from pathlib import Path
from threading import Lock
from typing import BinaryIO

from pupitre.domain.attachments import HEAD, MAX_SIZE
from pupitre.server.files.refusals import TOO_LARGE, NotTaken

GATHERED = 256 * 1024
"""Bytes that wait in memory before they go to the disk."""


class Draft:
    """Taken in by the loop, written by a thread; `discard` wins over a write that is late."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.size = 0
        self.head = b""
        """Its first bytes, which tell what it is."""
        self._waiting = bytearray()
        self._file: BinaryIO | None = None
        self._is_over = False
        self._lock = Lock()

    def take(self, chunk: bytes) -> bool:
        """Take what came; tell whether it is time to write. Raise NotTaken past the limit."""
        self.size += len(chunk)
        if self.size > MAX_SIZE:
            raise NotTaken(TOO_LARGE)
        if len(self.head) < HEAD:
            self.head += chunk[: HEAD - len(self.head)]
        self._waiting += chunk
        return len(self._waiting) >= GATHERED

    def write(self) -> None:
        """Write what waits."""
        with self._lock:
            if self._is_over:
                return
            if self._file is None:
                self._file = self.path.open("xb", buffering=0)
            left = memoryview(bytes(self._waiting))
            self._waiting.clear()
            while left:
                left = left[self._file.write(left) :]

    def finish(self) -> None:
        """Write the rest, and let go of the file."""
        self.write()
        with self._lock:
            self._close()

    def discard(self) -> None:
        """Leave nothing behind; what has been put in its place is no draft any more."""
        with self._lock:
            self._is_over = True
            self._close()
            self.path.unlink(missing_ok=True)

    def _close(self) -> None:
        if self._file:
            self._file.close()
