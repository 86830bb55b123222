"""A link of 2 kB/s that takes 2 s each way: the desk says so, stays usable, and never stutters."""

import asyncio
import random
import tempfile
from pathlib import Path

from pupitre.backends.native import NativeBackend
from pupitre.client.changes import ConnectionChanged
from pupitre.client.session import Session
from pupitre.client.views import LinkState
from tests.client.listening import Ear
from tests.proofs import canon
from tests.proofs.lane import Lane, lane
from tests.proofs.sitting import Beats, Sitting, on_qt, p99
from tests.proofs.tally import Tally, options
from tests.support.story import until

RATE, DELAY = 2_000, 2.0
WORDS = "Bonjour, un instant, je regarde cela pour vous et je reviens. "
FRAME = 16.7
"""Milliseconds of one picture on the screen."""
STUTTER = 100.0
"""Milliseconds after a key from which on one notices."""
ANSWERED_WITHIN = 60.0


def main(arguments: list[str]) -> int:
    """Type so many characters; 1 when the desk stuttered, hid it, or lost the link."""
    chosen = options(__doc__ or "", arguments, keys=600)
    return prove(chosen.keys, chosen.seed).told()


def prove(keys: int, seed: int) -> Tally:
    """Work at a desk on such a link."""
    tally = Tally(f"slow link: {RATE} B/s, {DELAY:g} s each way", seed)
    tally.must_be_none("link lost", "not said", "stutters", "not answered", "not like a fresh desk")
    on_qt(lambda: _run(tally, keys))
    return tally


async def _run(tally: Tally, keys: int) -> None:
    chance = random.Random(tally.seed)
    with tempfile.TemporaryDirectory(prefix="pupitre-slow-") as name:
        async with lane(Path(name), chance) as (world, _, token):
            for number in range(20):
                await world.pages[number % 2].must_say(f"question {number}")
            sitting = Sitting(world.session)
            sitting.opens(world.talks[0])
            await asyncio.sleep(1)
            quiet = await _typed(tally, world, sitting, keys // 3)
            world.link.delay(DELAY)
            world.link.trickle(RATE)
            await _says_so(tally, sitting)
            ear = Ear(world.session.changes)
            slow = await _typed(tally, world, sitting, keys)
            await _answered(tally, world)
            lost = [it.connection.state for it in ear.all(ConnectionChanged)]
            if any(state is not LinkState.CONNECTED for state in lost):
                tally.wrong("link lost", str(lost))
            await _first_sign_in(tally, world, token)
            _compare(tally, quiet, slow)
            world.link.mend()
            sitting.leave()
            await asyncio.sleep(0.1)


async def _typed(tally: Tally, world: Lane, sitting: Sitting, keys: int) -> Beats:
    """Type and send, while visitors write; return how the loop went."""
    beats = Beats()
    for number in range(keys):
        sitting.types(WORDS[number % len(WORDS)])
        if number % len(WORDS) == len(WORDS) - 1:
            sitting.sends()
            tally.add("messages sent meanwhile", 1)
        if number % 20 == 0:
            await world.pages[number // 20 % 2].say(f"still there? {number}")
        await asyncio.sleep(world.chance.uniform(0.04, 0.12))
    beats.stop()
    return beats


async def _says_so(tally: Tally, sitting: Sitting) -> None:
    began = asyncio.get_running_loop().time()
    try:
        await until(lambda: "slow" in sitting.link_says(), 15)
    except TimeoutError:
        tally.wrong("not said", sitting.link_says())
    took = asyncio.get_running_loop().time() - began
    tally.counts["says that the link is slow after"] = f"{took:.1f} s: “{sitting.link_says()}”"


async def _answered(tally: Tally, world: Lane) -> None:
    """Everything sent is stored in the end, and nothing is missing."""
    began = asyncio.get_running_loop().time()
    try:
        await until(lambda: not world.session.connection.waiting, ANSWERED_WITHIN)
    except TimeoutError:
        tally.wrong("not answered", str(world.session.connection))
    took = asyncio.get_running_loop().time() - began
    tally.counts["last message stored after"] = f"{took:.1f} s"


async def _first_sign_in(tally: Tally, world: Lane, token: str) -> None:
    """A desk that knows nothing yet gets everything over such a link, and is like the other."""
    began = asyncio.get_running_loop().time()
    session = Session(NativeBackend(f"http://127.0.0.1:{world.link.port}"), token)
    running = asyncio.get_running_loop().create_task(session.run())
    try:
        await until(lambda: session.connection.state is LinkState.CONNECTED, ANSWERED_WITHIN)
        await until(lambda: canon.folded(session) == canon.folded(world.session), ANSWERED_WITHIN)
    except TimeoutError:
        tally.wrong("not like a fresh desk", str(session.connection))
    took = asyncio.get_running_loop().time() - began
    tally.counts["a first sign-in takes"] = f"{took:.1f} s"
    await session.close()
    await running


def _compare(tally: Tally, quiet: Beats, slow: Beats) -> None:
    """The loop's gaps while typing, on a good link and on this one."""
    for name, beats in (("good link", quiet), ("slow link", slow)):
        tally.counts[f"keys, {name}: loop busy"] = (
            f"p99 {p99(beats.work):.1f} ms, max {max(beats.work):.1f} ms"
        )
        tally.counts[f"keys, {name}: by the clock"] = (
            f"p99 {p99(beats.gaps):.1f} ms, max {max(beats.gaps):.1f} ms"
        )
    if p99(slow.work) > FRAME or max(slow.work) > STUTTER:
        tally.wrong("stutters", f"p99 {p99(slow.work):.1f} ms, max {max(slow.work):.1f} ms")
