"""One server for each data folder: a second one is told so instead of sharing it."""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from pupitre.server.documents import Unreadable

NAME = "server.lock"


@contextlib.contextmanager
def held(folder: Path | None) -> Iterator[None]:
    """Hold the folder while in here; raise Unreadable where another server holds it.

    The system lets go of the lock when the process ends, however it ends.
    """
    if folder is None:
        yield
        return
    handle = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(handle, folder)
        yield
    finally:
        os.close(handle)


def _lock(handle: int, folder: Path) -> None:
    try:
        _lock_now(handle)
    except OSError:
        raise Unreadable(f"The folder {folder} is in use by another server of Pupitre.") from None


if sys.platform == "win32":

    def _lock_now(handle: int) -> None:
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:

    def _lock_now(handle: int) -> None:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
