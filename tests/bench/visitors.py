"""Many visitors at once, over the lightest client there is."""

import asyncio
import itertools
import json
import time
from secrets import token_hex

from tests.bench.light import Light, connected

HELLO = json.dumps(
    {
        "type": "hello",
        "mission": "velo",
        "visitor": None,
        "page": {"url": "https://shop.example/", "title": "Home"},
        "language": "fr",
    }
).encode()


class Visitor:
    """A visitor's page: says hello, posts, and knows when each post is acknowledged."""

    def __init__(self) -> None:
        self.light: Light
        self._waiting: asyncio.Future[bytes] | None = None

    async def come(self, url: str) -> None:
        """Connect and be welcomed."""
        loop = asyncio.get_running_loop()
        self._waiting = loop.create_future()
        self.light = await connected(url, "/ws/visitor", self._heard)
        self.light.send(HELLO)
        await self._waiting

    def _heard(self, _light: Light, frame: bytes) -> None:
        if frame.startswith(b'{"type":"event"') or self._waiting is None:
            return
        if frame.startswith((b'{"type":"done"', b'{"type":"welcome"', b'{"type":"refused"')):
            waiting, self._waiting = self._waiting, None
            if not waiting.done():
                waiting.set_result(frame)

    async def post(self, text: str) -> None:
        """Write, and wait until it is stored."""
        self._waiting = asyncio.get_running_loop().create_future()
        self.light.send(post(text))
        answer = await self._waiting
        assert answer.startswith(b'{"type":"done"'), answer


_BEGAN = time.time_ns() // 1_000_000
_OURS = token_hex(6)
_count = itertools.count()


def post(text: str) -> bytes:
    """Return the frame of a message; its id is a UUID of version 7, as those of real pages."""
    high, low = divmod(next(_count), 1 << 12)
    at = f"{_BEGAN + high:012x}"
    id_ = f"{at[:8]}-{at[8:]}-7{low:03x}-8000-{_OURS}"
    return (
        f'{{"type":"command","id":"{id_}","command":{{"type":"post","text":"{text}",'
        '"attachments":[]}}'
    ).encode()


async def crowd(url: str, count: int, *, at_once: int = 50) -> list[Visitor]:
    """Have so many visitors come."""
    visitors = [Visitor() for _ in range(count)]
    for start in range(0, count, at_once):
        async with asyncio.TaskGroup() as tasks:
            for visitor in visitors[start : start + at_once]:
                tasks.create_task(visitor.come(url))
    return visitors
