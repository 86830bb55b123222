"""What a proof looks at while it runs: a program's memory, and how long others wait."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from tests.support.clients import VisitorPage
from tests.support.server import ServerProgram

MIB = 1024 * 1024
EVERY = 0.05
"""Seconds between two looks at the memory."""


def resident(process: int) -> int:
    """Return the bytes that a program has in memory."""
    status = Path(f"/proc/{process}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) * 1024 if found else 0


@dataclass
class Memory:
    """How a program's memory went."""

    process: int
    before: int = 0
    most: int = 0
    after: int = 0
    looks: list[int] = field(default_factory=list)

    def said(self) -> str:
        """Return it in words."""
        sizes = (self.before, self.most, self.after)
        return "memory of the server: {:.0f} MiB before, {:.0f} at most, {:.0f} after".format(
            *(size / MIB for size in sizes)
        )


@asynccontextmanager
async def remembered(program: ServerProgram) -> AsyncIterator[Memory]:
    """Look at the memory while in here."""
    assert program._process
    memory = Memory(program._process.pid)
    memory.before = memory.most = resident(memory.process)

    async def look() -> None:
        while True:
            memory.looks.append(resident(memory.process))
            memory.most = max(memory.most, memory.looks[-1])
            await asyncio.sleep(EVERY)

    async with asyncio.TaskGroup() as tasks:
        looking = tasks.create_task(look())
        try:
            yield memory
        finally:
            memory.after = resident(memory.process)
            looking.cancel()


@dataclass
class Waits:
    """How long visitors waited for `done`."""

    seconds: list[float] = field(default_factory=list)
    refused: int = 0

    def said(self) -> str:
        """Return it in words."""
        if len(self.seconds) < 2:
            return "nothing was measured"
        cuts = quantiles(self.seconds, n=100)
        return (
            f"{len(self.seconds)} messages of others: p50 {1000 * cuts[49]:.1f} ms, "
            f"p99 {1000 * cuts[98]:.1f} ms, at most {1000 * max(self.seconds):.1f} ms, "
            f"{self.refused} refused"
        )

    @property
    def p99(self) -> float:
        """What all but one in a hundred waited at most."""
        return quantiles(self.seconds, n=100)[98]


async def everyday(pages: list[VisitorPage], is_over: Callable[[], bool]) -> Waits:
    """Have each visitor write once a second, as people do at their fastest."""
    waits = Waits()

    async def write(page: VisitorPage, first: float) -> None:
        await asyncio.sleep(first)
        while not is_over():
            began = perf_counter()
            answer = await page.say("Et pour la livraison ?")
            waits.seconds.append(perf_counter() - began)
            waits.refused += answer["type"] != "done"
            await asyncio.sleep(1.05)

    async with asyncio.TaskGroup() as tasks:
        for number, page in enumerate(pages):
            tasks.create_task(write(page, number / len(pages)))
    return waits
