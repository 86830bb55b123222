"""Files and thumbnails from the server: looked at, or saved where the expert says."""

import asyncio
import errno
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from weakref import WeakMethod

from pupitre.backends.port import Backend, FileGone, Unreachable
from pupitre.client.attached import Attached
from pupitre.client.new_ids import new_id
from pupitre.client.observe import tell

AT_ONCE = 4
WAITING = 60
"""Thumbnails of a long scroll: older wishes are dropped, and wished again when seen."""


class Trouble(StrEnum):
    """Why a file is not here."""

    UNREACHABLE = "unreachable"
    GONE = "gone"
    DISK_FULL = "disk_full"
    UNWRITABLE = "unwritable"
    DROPPED = "dropped"
    """Others were wished since: wish again if it is still wanted."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of a wish."""

    wish: "Wish"
    content: bytes = b""
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """A file to fetch: its thumbnail, or the whole of it, perhaps to save it."""

    file: Attached
    whole: bool = False
    target: Path | None = None
    """Where to write it; None: it is only looked at."""


Answered = Callable[[Fetched], None]


class Downloads:
    """Fetches what is wished as long as it runs; the last wish first."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._wishes: list[tuple[Wish, WeakMethod[Answered]]] = []
        self._something = asyncio.Event()
        self._places = asyncio.Semaphore(AT_ONCE)

    def wish(self, wish: Wish, answered: Answered) -> None:
        """Fetch a file; `answered` is a bound method, held weakly, called once if it can be."""
        self._wishes.append((wish, WeakMethod(answered)))
        self._something.set()

    async def run(self) -> None:
        """Fetch, until cancelled."""
        async with asyncio.TaskGroup() as group:
            while True:
                await self._something.wait()
                while self._wishes:
                    await self._places.acquire()
                    self._drop_old()
                    wish, answered = self._wishes.pop()
                    group.create_task(self._grant(wish, answered), name="desk: a file")
                self._something.clear()

    def _drop_old(self) -> None:
        """Forget wishes for thumbnails that nobody looks at any more."""
        looks = [it for it in self._wishes if not it[0].whole]
        for it in looks[: max(len(looks) - WAITING, 0)]:
            self._wishes.remove(it)
            self._answer(it[1], Fetched(it[0], trouble=Trouble.DROPPED))

    async def _grant(self, wish: Wish, answered: WeakMethod[Answered]) -> None:
        try:
            fetched = await self._fetch(wish)
        finally:
            self._places.release()
        self._answer(answered, fetched)

    def _answer(self, answered: WeakMethod[Answered], fetched: Fetched) -> None:
        listener = answered()
        if listener is not None:
            tell(listener, fetched)

    async def _fetch(self, wish: Wish) -> Fetched:
        try:
            content = await self._content(wish)
            if wish.target is not None:
                await asyncio.to_thread(_save, content, wish.target)
        except FileGone:
            return Fetched(wish, trouble=Trouble.GONE)
        except Unreachable:
            return Fetched(wish, trouble=Trouble.UNREACHABLE)
        except OSError as error:
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            return Fetched(wish, trouble=Trouble.DISK_FULL if full else Trouble.UNWRITABLE)
        return Fetched(wish, content)

    async def _content(self, wish: Wish) -> bytes:
        """Return what is wished, from this computer while it is here."""
        file = wish.file
        if file.local is not None and file.local.exists():
            return await asyncio.to_thread(file.local.read_bytes)
        return await self._backend.fetch(file.url if wish.whole else file.thumbnail)


def _save(content: bytes, target: Path) -> None:
    """Write a file whole or not at all: what was there before stays where this finds no room."""
    draft = target.with_name(f".{new_id()}.part")
    try:
        draft.write_bytes(content)
        draft.replace(target)
    except OSError:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
