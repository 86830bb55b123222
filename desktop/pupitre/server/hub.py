"""Who is connected, and the frames on their way to them."""

import asyncio
from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar

Who = TypeVar("Who", bound=str)

QUEUE_LIMIT = 4 * 1024 * 1024
"""Characters on their way to one reader; a slower one is let go (1013)."""


class Way(Protocol):
    """How frames leave: a socket, as a link sees it."""

    def put(self, frames: Iterable[str]) -> bool:
        """Write the frames in one go; False where the reader must take some first."""

    def interrupt(self) -> None:
        """Wake whoever waits for a frame of the other side."""


class Link(Generic[Who]):
    """One socket's outgoing side: frames in order, a bounded number of them.

    What is sent in one turn of the loop leaves in one piece.
    """

    __slots__ = ("_frames", "_limit", "_size", "_way", "credential", "ending", "who")

    def __init__(self, who: Who, credential: bytes = b"", limit: int = QUEUE_LIMIT) -> None:
        self.who = who
        self.credential = credential
        """The hash of the token that it was opened with."""
        self.ending: tuple[int, str] | None = None
        """Close code and reason, once the server wants it closed."""
        self._limit = limit
        self._size = 0
        self._frames: list[str] = []
        self._way: Way | None = None

    def open(self, way: Way | None) -> None:
        """Let the frames leave this way from now on; None: they have to wait."""
        self._way = way
        self.flush()
        if way and self.ending:
            way.interrupt()

    def send(self, frame: str) -> None:
        """Put a frame on its way; a reader too slow for it is let go."""
        if self.ending:
            return
        self._frames.append(frame)
        self._size += len(frame)
        if self._size > self._limit and len(self._frames) > 1:
            self._frames.clear()
            self.end(1013, "too slow")
        elif self._way and len(self._frames) == 1:
            asyncio.get_running_loop().call_soon(self.flush)

    def flush(self) -> None:
        """Write what waits, if the reader takes it."""
        if self._frames and self._way and self._way.put(self._frames):
            self._frames = []
            self._size = 0

    def end(self, code: int, reason: str) -> None:
        """Have the socket closed, once what was said before has left."""
        self.ending = self.ending or (code, reason)
        if self._way:
            self._way.interrupt()


class Links(Generic[Who]):
    """The links of one side, by whose they are."""

    def __init__(self) -> None:
        self._links: dict[Who, set[Link[Who]]] = {}

    def __len__(self) -> int:
        return sum(len(links) for links in self._links.values())

    def __contains__(self, who: object) -> bool:
        return who in self._links

    def add(self, link: Link[Who]) -> None:
        """From now on the link gets what is sent to its owner."""
        self._links.setdefault(link.who, set()).add(link)

    def remove(self, link: Link[Who]) -> bool:
        """The link is gone; tell whether it was its owner's last."""
        links = self._links.get(link.who)
        if links is None or link not in links:
            return False
        links.discard(link)
        if links:
            return False
        del self._links[link.who]
        return True

    def send(self, who: Who | None, frame: str) -> None:
        """Send to every link of one person."""
        for link in self._links.get(who, ()) if who else ():
            link.send(frame)

    def __iter__(self) -> Iterator[Link[Who]]:
        return iter([link for links in self._links.values() for link in links])

    def of(self, who: Who) -> tuple[Link[Who], ...]:
        """Return the links of one person."""
        return tuple(self._links.get(who, ()))
