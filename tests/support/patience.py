"""Waiting for a fact of another program."""

import asyncio
from collections.abc import Callable

LONG = 15.0
"""How many seconds another program may take, on a busy machine."""


async def soon(fact: Callable[[], object], within: float = LONG) -> None:
    """Look again until the fact is true."""
    async with asyncio.timeout(within):
        while not fact():  # noqa: ASYNC110 - another program's fact has no event
            await asyncio.sleep(0.05)
