"""Waiting for a fact: as long as a busy machine may need, and never longer than the fact does."""

import asyncio
from collections.abc import Callable

LONG = 30.0
"""How many seconds what comes at once, or another program, may take on a busy machine."""


async def until(fact: Callable[[], object], within: float = LONG) -> None:
    """Wait for a fact to be true, looking again every few milliseconds."""
    async with asyncio.timeout(within):
        while not fact():  # noqa: ASYNC110 - whoever makes it true has no event for us
            await asyncio.sleep(0.003)


async def soon(fact: Callable[[], object], within: float = 2 * LONG) -> None:
    """Wait for a fact that is dear to look at: another program's, or a file's."""
    async with asyncio.timeout(within):
        while not fact():  # noqa: ASYNC110 - another program's fact has no event
            await asyncio.sleep(0.05)
