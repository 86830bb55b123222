"""The faults of a link, each with how long it lasts and when the link is well again."""

import asyncio
import random
from collections.abc import Awaitable, Callable

from tests.support.link import Link

Fault = Callable[[Link, random.Random], Awaitable[None]]
"""Returns when the link is well again: from then on the desk has its seconds."""


async def _cut(link: Link, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 3)):
        link.cut()
        await asyncio.sleep(chance.uniform(0, 0.3))


async def _unplugged(link: Link, chance: random.Random) -> None:
    link.unplug()
    await asyncio.sleep(chance.choice((chance.uniform(0, 1), chance.uniform(1, 4))))
    link.mend()


async def _frozen(link: Link, chance: random.Random) -> None:
    """Nothing passes, nobody is told, and then all of it does."""
    link.freeze()
    await asyncio.sleep(chance.uniform(0.05, 3))
    link.mend()


async def _half_open(link: Link, chance: random.Random) -> None:
    """A router forgets the connection: the network is well, and this connection is dead."""
    link.strand()
    await asyncio.sleep(0)


async def _dead_then_half_open(link: Link, chance: random.Random) -> None:
    """The network is gone for longer than a desk waits; the old connection stays dead."""
    link.strand()
    link.refuse()
    await asyncio.sleep(chance.uniform(2, 16))
    link.mend()


async def _delayed(link: Link, chance: random.Random) -> None:
    link.delay(chance.uniform(0.1, 2))
    await asyncio.sleep(chance.uniform(0.5, 3))
    link.mend()


async def _trickling(link: Link, chance: random.Random) -> None:
    link.trickle(chance.choice((200, 2_000, 20_000)))
    await asyncio.sleep(chance.uniform(0.5, 4))
    link.mend()


async def _reset(link: Link, chance: random.Random) -> None:
    """Whoever sends the next frame sends half of it."""
    link.reset()
    await asyncio.sleep(chance.uniform(0.2, 1))
    link.mend()


KINDS: dict[str, Fault] = {
    "cut": _cut,
    "unplugged": _unplugged,
    "frozen": _frozen,
    "half-open": _half_open,
    "gone, then half-open": _dead_then_half_open,
    "delayed": _delayed,
    "trickling": _trickling,
    "reset in mid-frame": _reset,
}
WEIGHTS = (20, 15, 15, 8, 4, 13, 12, 13)


def drawn(chance: random.Random) -> str:
    """Draw a fault."""
    return chance.choices(list(KINDS), WEIGHTS)[0]
