"""What one message costs a server with few conversations and one with very many."""

import asyncio
import tempfile
from pathlib import Path
from statistics import median

import uvloop

from tests.bench.child import Child
from tests.bench.crowded_server import crowded
from tests.bench.measure import cpu
from tests.bench.table import Row, ratio_row
from tests.bench.tireless import Expert
from tests.bench.visitors import Visitor, crowd

FEW, MANY = 10, 10_000
VISITORS, ROUNDS, RUNS = 10, 40, 4


def run() -> list[Row]:
    """Have the same visitors write to both servers in turn."""
    with tempfile.TemporaryDirectory() as few, tempfile.TemporaryDirectory() as many:
        crowded(Path(few), FEW)
        crowded(Path(many), MANY)
        with Child("server", few) as small, Child("server", many) as large:
            urls = {it.pid: it.says("listening").split()[0] for it in (small, large)}
            with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
                costs = runner.run(_compared(urls))
    return [
        ratio_row(
            f"a message with {MANY:,} conversations on the server",
            costs[large.pid] * 1e6,
            costs[small.pid] * 1e6,
            unit="µs of work",
            name=f"with {FEW}",
            most=1.2,
        )
    ]


async def _compared(urls: dict[int, str]) -> dict[int, float]:
    visitors: dict[int, list[Visitor]] = {}
    for server, url in urls.items():
        await Expert().come(url)
        visitors[server] = await crowd(url, VISITORS)
    costs: dict[int, list[float]] = {server: [] for server in urls}
    for turn in range(RUNS + 1):
        for server in urls:
            began = cpu(server)
            for _ in range(ROUNDS):
                await asyncio.gather(*(visitor.post("encore") for visitor in visitors[server]))
            if turn:
                costs[server].append((cpu(server) - began) / (ROUNDS * VISITORS))
    return {server: median(found) for server, found in costs.items()}
