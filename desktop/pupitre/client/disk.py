"""One SQLite file and the one thread that touches it."""

import asyncio
import sqlite3
from collections import deque
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TypeVar

from pupitre.client import aside
from pupitre.client.desk_file import DeskFile, Work
from pupitre.client.trouble import Trouble

T = TypeVar("T")
Then = Callable[[], None]

AGAIN = 5.0
"""Seconds until what could not be written is tried again: space may have been made."""
MOST = 10_000
"""How much waits for that at the most."""


class Disk:
    """Work on the file, in the order it was given, grouped into one commit where it piles up.

    What one turn of the loop writes is never parted: a desk that is killed has the message in
    its outbox or in its draft, not in both and not in neither.

    `synchronous=FULL`: what the screen calls "kept on this computer" is there after a power
    cut too. It costs a flush per group of commits, in this thread, which nobody waits for.
    """

    def __init__(self, path: Path | None) -> None:
        self._file = DeskFile(path)
        self.trouble: Trouble | None = None
        """What keeps the file from being kept, if anything does."""
        self.rescued = 0
        """How many unsent acts and drafts were read out of a damaged file."""
        self.on_trouble: Then = _nothing
        """Called on the loop when that changes."""
        self._loop = asyncio.get_running_loop()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="disk")
        self._turn: list[tuple[Work, Then | None]] = []
        self._pile: deque[tuple[Work, Then | None]] = deque()
        self._lock = Lock()
        self._closed = False

    async def open(self) -> None:
        """Open the file; what is in the way is in `trouble`, and the desk works all the same."""
        await self._loop.run_in_executor(self._thread, self._open)

    def write(self, work: Work, then: Then | None = None) -> None:
        """Do this in its turn; `then` is called on the loop once it is committed."""
        if self._closed:
            return
        if not self._turn:
            self._loop.call_soon(self._hand_over)
        self._turn.append((work, then))

    def _hand_over(self) -> None:
        """Give the thread what this turn of the loop wrote, for one commit."""
        if not self._turn:
            return
        with self._lock:
            first = not self._pile
            self._pile.extend(self._turn)
        self._turn.clear()
        if first:
            aside.do(self._thread, self._drain)

    async def read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Return what this finds, after all that was written before."""
        while self._turn:  # noqa: ASYNC110 - the turn of the loop ends by itself
            await asyncio.sleep(0)
        return await self._loop.run_in_executor(self._thread, self._read, work)

    def find(self, work: Callable[[sqlite3.Connection], T], then: Callable[[T], None]) -> None:
        """Look something up and call back on the loop with it."""
        self._after_this_turn(partial(self._find, work, then))

    def clean(self, traces: Collection[str]) -> None:
        """Leave no trace of what was deleted: these are the ids by which it is known."""
        self._after_this_turn(partial(self._clean, traces))

    def shred(self) -> None:
        """Leave no trace of what was deleted before deleting meant overwriting; once is enough."""
        self._after_this_turn(self._shred)

    def _after_this_turn(self, do: Then) -> None:
        if self._turn:
            self._loop.call_soon(self._look, do)
        else:
            self._look(do)

    def _look(self, find: Then) -> None:
        if not self._closed:
            aside.do(self._thread, find)

    async def close(self) -> None:
        """Write what is left and close the file; what is asked later is not done."""
        await self._end(self._close)

    async def destroy(self) -> None:
        """Leave nothing of the file."""
        await self._end(self._destroy)

    async def _end(self, work: Then) -> None:
        if not self._closed:
            self._closed = True
            self._hand_over()
            await self._loop.run_in_executor(self._thread, work)
            self._thread.shutdown(wait=False)

    def _open(self) -> None:
        self._file.open()
        self._tell_trouble()

    def _drain(self) -> None:
        with self._lock:
            pile, self._pile = self._pile, deque()
        if pile:
            if not self._file.commit([work for work, _ in pile]):
                self._put_back(pile)
            self._tell_trouble()
            # Told in any case: a full disk must not keep an answer from the visitor.
            self._tell([then for _, then in pile if then])

    def _put_back(self, pile: deque[tuple[Work, Then | None]]) -> None:
        """Keep what could not be written before what came since, and try again later."""
        kept = [(work, None) for work, _ in pile][-MOST:]
        with self._lock:
            self._pile.extendleft(reversed(kept))
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._loop.call_later, AGAIN, self._try_again)

    def _try_again(self) -> None:
        if not self._closed:
            aside.do(self._thread, self._drain)

    def _tell(self, thens: list[Then]) -> None:
        if thens and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(_call_all, thens)

    def _tell_trouble(self) -> None:
        found = self._file.trouble
        if found is not self.trouble:
            self.trouble, self.rescued = found, self._file.rescued
            self._tell([self.on_trouble])

    def _read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        self._drain()
        try:
            return self._file.read(work)
        finally:
            self._tell_trouble()

    def _find(self, work: Callable[[sqlite3.Connection], T], then: Callable[[T], None]) -> None:
        found = self._read(work)
        self._tell([partial(then, found)])

    def _clean(self, traces: Collection[str]) -> None:
        self._drain()
        self._file.clean(traces)

    def _shred(self) -> None:
        self._drain()
        self._file.shred()

    def _close(self) -> None:
        self._drain()
        self._file.close()

    def _destroy(self) -> None:
        self._drain()
        self._file.destroy()


def _call_all(thens: list[Then]) -> None:
    for then in thens:
        then()


def _nothing() -> None:
    """Tell nobody."""
