"""Stored messages a second, each acknowledged after its commit, beside peers that store nothing.

All get the same frames from the same number of connections; each waits for its answer before the
next. One peer answers with the frames that the server answers with, of the same sizes, on the same
sockets: what it cannot do without is its stack. The other, a bare echo, sends one frame for each.
"""

import asyncio
import tempfile
import time
from collections.abc import Callable, Sequence
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
WARM = 0.5
WORDS = "Bonjour, ce vélo existe-t-il en taille M ?"
DONE = b'{"type":"done"'


class Load(NamedTuple):
    """What a server did while it was kept busy."""

    rate: float
    """Answers a second."""
    cost: float
    """Seconds of its work for each."""
    own: float
    """Seconds of this program's work for each: what keeps the server busy must not be the limit."""


def run() -> list[Row]:
    """Load the servers in turn."""
    with tempfile.TemporaryDirectory() as folder:
        tireless(Path(folder))
        with Child("server", folder) as server, Child("echo") as echo:
            here = server.says("listening").split()[0]
            peer = echo.says("listening").split()[0]
            with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
                return _table(*runner.run(_compared(here, peer, server.pid, echo.pid)))


def _table(stored: list[Load], carried: list[Load], echoed: list[Load]) -> list[Row]:
    same, bare = "a peer with the same frames", "a bare echo"
    return [
        Row(
            figure="stored messages a second, each acknowledged",
            value=f"{_middle(stored).rate:.0f}/s",
            peer=f"{_middle(carried).rate:.0f}/s, {same}",
            ratio=(ratio := _ratio(stored, carried, lambda load: load.rate)),
            target="≥ 0.5 ×",
            met=ratio >= 0.5,
        ),
        _work("the server's work for one of them", stored, carried, same),
        Row(
            figure="  beside an echo of one frame for each",
            value=f"{_middle(stored).rate:.0f}/s",
            peer=f"{_middle(echoed).rate:.0f}/s, {bare}",
            ratio=_ratio(stored, echoed, lambda load: load.rate),
            target="",
        ),
        _work("the server's work for one of them", stored, echoed, bare),
        Row(
            figure="  the load's own work for one of them",
            value=f"{_middle(stored).own * 1e6:.0f} µs",
            peer=f"{_middle(carried).own * 1e6:.0f} and {_middle(echoed).own * 1e6:.0f} µs",
            target="",
        ),
    ]


def _work(figure: str, here: Sequence[Load], peer: Sequence[Load], name: str) -> Row:
    return Row(
        figure=f"  {figure}",
        value=f"{_middle(here).cost * 1e6:.0f} µs",
        peer=f"{_middle(peer).cost * 1e6:.0f} µs, {name}",
        ratio=_ratio(here, peer, lambda load: load.cost),
        target="",
    )


def _middle(loads: Sequence[Load]) -> Load:
    return Load(*(median(values) for values in zip(*loads, strict=True)))


def _ratio(here: Sequence[Load], peer: Sequence[Load], of: Callable[[Load], float]) -> float:
    """Return the median of the turns' ratios: what slows a turn down slows both."""
    return median(of(a) / of(b) for a, b in zip(here, peer, strict=True))


async def _compared(
    here: str, peer: str, server: int, echo: int
) -> tuple[list[Load], list[Load], list[Load]]:
    await Expert().come(here)
    visitors = await crowd(here, CONNECTIONS)
    stores = [visitor.light for visitor in visitors]
    listener = await connected(peer, "/listen", _ignore)
    talks = [await connected(peer, "/talk", _ignore) for _ in range(CONNECTIONS)]
    echoes = [await connected(peer, "/echo", _ignore) for _ in range(CONNECTIONS)]
    for visitor in visitors:
        await visitor.post("hello")
    loads: tuple[list[Load], list[Load], list[Load]] = ([], [], [])
    for _ in range(RUNS):
        loads[2].append(await loaded(echoes, b'{"type":"c', echo))
        loads[1].append(await loaded(talks, DONE, echo))
        loads[0].append(await loaded(stores, DONE, server))
    listener.close()
    return loads


async def loaded(lights: list[Light], answer: bytes, server: int) -> Load:
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
    began, before, worked, own = time.perf_counter(), count, cpu(server), time.process_time()
    await asyncio.sleep(SECONDS)
    answered, seconds = count - before, time.perf_counter() - began
    load = Load(
        rate=answered / seconds,
        cost=(cpu(server) - worked) / answered,
        own=(time.process_time() - own) / answered,
    )
    over = True
    await asyncio.sleep(WARM)
    return load


def _ignore(_light: Light, _frame: bytes) -> None:
    """Nothing is asked yet."""
