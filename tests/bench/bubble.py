"""From a visitor's send to the bubble on the expert's screen, stored on the way."""

import asyncio
import tempfile
import time
from pathlib import Path

from websockets.asyncio.client import connect

from tests.bench.afternoon import crowded
from tests.bench.child import Child
from tests.bench.measure import spread
from tests.bench.screen import screen
from tests.bench.table import Row, ratio_row
from tests.bench.tireless import Expert, tireless
from tests.bench.visitors import crowd, post

WARM, MESSAGES = 20, 300
REST = 0.01


def run() -> list[Row]:
    """Send to the desk and to a bare echo in turn."""
    with (
        tempfile.TemporaryDirectory() as served,
        tempfile.TemporaryDirectory() as folder,
        screen() as env,
        Child("bare_socket") as bare,
    ):
        tireless(Path(served))
        with Child("server", served) as server:
            url = server.says("listening").split()[0]
            crowded(Path(folder), 1, server=url)
            with asyncio.Runner() as runner:
                token = runner.run(_available(url))
                with Child("desk", folder, token, env=env | {"HOME": folder}) as desk:
                    here, peer, kept = runner.run(_compared(url, desk, bare.says("listening")))
    (p50, p99), (bare50, bare99), (kept50, kept99) = spread(here), spread(peer), spread(kept)
    name = "bare round trip"
    return [
        ratio_row(
            "visitor's send to the painted bubble, p50",
            p50 * 1000,
            bare50 * 1000,
            unit="ms",
            name=name,
            most=3,
        ),
        ratio_row("  p99", p99 * 1000, bare99 * 1000, unit="ms", name=name, most=5),
        Row(
            figure="  the same visitor's send to its acknowledgement: what storing safely costs",
            value=f"{kept50 * 1000:.4g} ms",
            peer=f"p99 {kept99 * 1000:.4g} ms",
            ratio=kept50 / bare50,
            target="",
        ),
    ]


async def _available(url: str) -> str:
    expert = Expert()
    await expert.come(url)
    return expert.token


async def _compared(url: str, desk: Child, bare: str) -> tuple[list[float], ...]:
    """Return the times of both ways, and of a message that is stored, one after the other."""
    (visitor,) = await crowd(url, 1)
    await visitor.post("bonjour")
    await asyncio.to_thread(desk.tell, "show bonjour")
    await asyncio.to_thread(desk.says, "show")
    await asyncio.to_thread(desk.tell, "watch")
    await asyncio.to_thread(desk.says, "watch")
    here, peer, kept = [], [], []
    async with connect(bare, compression=None) as socket:
        for number in range(WARM + MESSAGES):
            frame = post(f"n{number}")
            began = time.monotonic()
            await socket.send(frame.decode())
            await socket.recv()
            peer.append(time.monotonic() - began)
            began = time.monotonic()
            visitor.light.send(frame)
            painted = await asyncio.to_thread(_painted, desk, f"n{number}")
            here.append(painted - began)
            await asyncio.sleep(REST)
    for number in range(WARM + MESSAGES):
        began = time.monotonic()
        await visitor.post(f"k{number}")
        kept.append(time.monotonic() - began)
        await asyncio.sleep(REST)
    return here[WARM:], peer[WARM:], kept[WARM:]


def _painted(desk: Child, text: str) -> float:
    while True:
        words = desk.says("bubble").split()
        if words[0] == text:
            return float(words[1])
