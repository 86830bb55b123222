"""Stored messages a second, each acknowledged after its commit, beside an echo that stores nothing.

The same frames from the same number of connections; each waits for its answer before the next.
"""

import asyncio
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

import uvloop

from tests.bench.child import Child
from tests.bench.light import Light, connected
from tests.bench.measure import cpu
from tests.bench.table import Row
from tests.bench.tireless import Expert, tireless
from tests.bench.visitors import crowd, post

CONNECTIONS = 100
SECONDS = 3.0
RUNS = 3
WARM = 0.3
WORDS = "Bonjour, ce vélo existe-t-il en taille M ?"


def run() -> list[Row]:
    """Load both servers in turn."""
    with tempfile.TemporaryDirectory() as folder:
        tireless(Path(folder))
        with Child("server", folder) as server, Child("echo") as echo:
            here = server.says("listening").split()[0]
            peer = echo.says("listening").split()[0]
            with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
                return runner.run(_compared(here, peer, server.pid, echo.pid))


async def _compared(here: str, peer: str, server: int, echo: int) -> list[Row]:
    await Expert().come(here)
    visitors = await crowd(here, CONNECTIONS)
    stores = [visitor.light for visitor in visitors]
    echoes = [await connected(peer, "/echo", _ignore) for _ in range(CONNECTIONS)]
    for visitor in visitors:
        await visitor.post("hello")
    stored, echoed = [], []
    for _ in range(RUNS):
        echoed.append(await _rate(echoes, b'{"type": "c', echo))
        stored.append(await _rate(stores, b'{"type":"done"', server))
    own, theirs = (median(load.cost for load in loads) * 1e6 for loads in (stored, echoed))
    ratio = median(a.rate / b.rate for a, b in zip(stored, echoed, strict=True))
    return [
        Row(
            figure="stored messages a second, each acknowledged",
            value=f"{median(load.rate for load in stored):.0f}/s",
            peer=f"{median(load.rate for load in echoed):.0f}/s, echo on the same stack",
            ratio=ratio,
            target="≥ 0.5 ×",
            met=ratio >= 0.5,
        ),
        Row(
            figure="  the server's work for one of them",
            value=f"{own:.0f} µs",
            peer=f"{theirs:.0f} µs, echo",
            ratio=own / theirs,
            target="",
        ),
    ]


class Load(NamedTuple):
    """What a server did while it was kept busy."""

    rate: float
    """Answers a second."""
    cost: float
    """Seconds of its work for each."""


async def _rate(lights: list[Light], answer: bytes, server: int) -> Load:
    """Keep every connection busy for a while."""
    count, over = 0, False

    def heard(light: Light, frame: bytes) -> None:
        nonlocal count
        if frame.startswith(answer):
            count += 1
            if not over:
                light.send(post(WORDS))

    for light in lights:
        light.heard = heard
        light.send(post(WORDS))
    await asyncio.sleep(WARM)
    began, before, worked = time.perf_counter(), count, cpu(server)
    await asyncio.sleep(SECONDS)
    answered, seconds = count - before, time.perf_counter() - began
    load = Load(answered / seconds, (cpu(server) - worked) / answered)
    over = True
    await asyncio.sleep(WARM)
    return load


def _ignore(_light: Light, _frame: bytes) -> None:
    """Nothing is asked yet."""
