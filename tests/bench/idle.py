"""What a connected visitor who does nothing costs the server in memory."""

import asyncio
import resource
import tempfile
from pathlib import Path

import uvloop

from tests.bench.child import Child
from tests.bench.measure import KIB, pss
from tests.bench.table import Row, limit_row
from tests.bench.visitors import Visitor, crowd
from tests.support.server import demo_in

FEW, SOME, MANY = 100, 1_000, 10_000
SPARE = 200
"""File descriptors that something else needs."""


def run() -> list[Row]:
    """Have visitors come, a hundred, a thousand, ten thousand, and weigh the server each time."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    many = min(MANY, most - SPARE)
    with tempfile.TemporaryDirectory() as folder:
        demo_in(Path(folder))
        with Child("server", folder) as server:
            url = server.says("listening").split()[0]
            with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
                each = runner.run(_weighed(url, server.pid, many))
    ratio = each[many] / each[FEW]
    return [
        Row(
            figure=f"{many:,} visitors connected and idle",
            value=f"{each[many] / KIB:.1f} KiB each",
            peer=f"{each[FEW] / KIB:.1f} KiB, one of the first {FEW}",
            ratio=ratio,
            target="≤ 1.2 ×",
            met=ratio <= 1.2,
        ),
        limit_row(f"  memory of one of {SOME:,}", each[SOME] / KIB, 40, unit="KiB"),
        limit_row(f"  memory of one of {many:,}", each[many] / KIB, 40, unit="KiB"),
    ]


async def _weighed(url: str, server: int, many: int) -> dict[int, float]:
    """Return the memory of one visitor, by how many there are."""
    there: list[Visitor] = await crowd(url, 50)  # what the first ones load is not theirs
    await asyncio.sleep(0.5)
    before, first = pss(server), len(there)
    each: dict[int, float] = {}
    for count in (FEW, SOME, many):
        there += await crowd(url, count + first - len(there))
        await asyncio.sleep(0.5)
        each[count] = (pss(server) - before) / count
    for visitor in there:
        visitor.light.close()
    await asyncio.sleep(0.2)
    return each
