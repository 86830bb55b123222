"""Faults of every kind between a desk and its server; afterwards the desk equals a fresh one."""

import asyncio
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from pupitre.backends.native import NativeBackend
from pupitre.client.session import Session
from pupitre.client.views import LinkState
from tests.proofs import audit, canon
from tests.proofs.book import Book
from tests.proofs.lane import Lane, lane
from tests.proofs.tally import Tally, progress
from tests.proofs.weather import KINDS, drawn
from tests.support.story import connected

WITHIN = 15.0
"""Seconds from the link's return until the desk knows all that a fresh one knows."""

ON_THE_WAY = 0.8
"""How often a message has just left, or is about to, when the link breaks."""


def prove(faults: int, lanes: int, seed: int) -> Tally:
    """Have so many faults on several links at once, and count."""
    tally = Tally(f"link: {faults} faults", seed)
    tally.must_be_none("later than 15 s", "not like a fresh desk", "shown twice")
    tally.must_be_none("lost", "doubled", "out of order", "rows told wrongly")
    asyncio.run(_run(tally, faults, lanes))
    return tally


async def _run(tally: Tally, faults: int, lanes: int) -> None:
    times: dict[str, list[float]] = defaultdict(list)
    chance = random.Random(tally.seed)
    kinds = [drawn(chance) for _ in range(faults)]
    async with asyncio.TaskGroup() as tasks:
        for place in range(lanes):
            mine = kinds[place::lanes]
            tasks.create_task(_lane(tally, mine, random.Random(f"{tally.seed}/{place}"), times))
    for kind in KINDS:
        if took := sorted(times[kind]):
            shown = f"{len(took):4}   median {took[len(took) // 2]:5.2f} s   max {took[-1]:5.2f} s"
            tally.counts[kind] = shown


async def _lane(
    tally: Tally, kinds: list[str], chance: random.Random, times: dict[str, list[float]]
) -> None:
    with tempfile.TemporaryDirectory(prefix="pupitre-faults-") as name:
        folder = Path(name)
        async with lane(folder, chance) as (world, good, token):
            for number, kind in enumerate(kinds):
                world.look()
                times[kind].append(await _fault(tally, world, kind, good, token))
                if (number + 1) % 20 == 0:
                    progress(f"{number + 1} of {len(kinds)} faults of this lane")
            drafts = {line for id_ in world.posted for line in world.drafted(id_)}
        _compare(tally, world, drafts, folder / "pupitre.sqlite3")
        audit.compare(tally, folder / "pupitre.sqlite3")
        tally.add("refused, and given back", len(world.refused))
        tally.add("held for the author's word", world.parked)


async def _fault(tally: Tally, world: Lane, kind: str, good: NativeBackend, token: str) -> float:
    """Have one fault while everybody writes; return how long the desk needed."""
    chance = world.chance
    for _ in range(chance.randint(0, 3)):
        await world.acts()
    if chance.random() < ON_THE_WAY:
        await world.posts()
        await asyncio.sleep(chance.uniform(0, 0.03))
    async with asyncio.TaskGroup() as both:
        both.create_task(_busy(world, chance.randint(1, 6)))
        await KINDS[kind](world.link, chance)
    back = asyncio.get_running_loop().time()
    async with fresh_desk(good, token) as fresh:
        try:
            async with asyncio.timeout_at(back + WITHIN):
                while not _alike(world.session, fresh):
                    world.decides()
                    await asyncio.sleep(0.02)
        except TimeoutError:
            _say_why(tally, world.session, fresh, kind)
        took = asyncio.get_running_loop().time() - back
        await asyncio.sleep(0.05)  # what is new is told in the next turns of the loop
        _compare_threads(tally, world, fresh)
    return took


async def _busy(world: Lane, acts: int) -> None:
    for _ in range(acts):
        await world.acts()


@asynccontextmanager
async def fresh_desk(good: NativeBackend, token: str) -> AsyncIterator[Session]:
    """Sign in anew, with nothing in memory or on disk."""
    session = Session(good, token)
    running = asyncio.get_running_loop().create_task(session.run())
    try:
        await connected(session)
        yield session
    finally:
        await session.close()
        await running


def _alike(session: Session, fresh: Session) -> bool:
    link = session.connection
    is_there = link.state is LinkState.CONNECTED and not (link.waiting or link.parked)
    return is_there and canon.folded(session) == canon.folded(fresh)


def _say_why(tally: Tally, session: Session, fresh: Session, kind: str) -> None:
    link = session.connection
    if link.state is not LinkState.CONNECTED or link.waiting:
        tally.wrong("later than 15 s", f"{kind}: {link.state}, {link.waiting} wait")
    else:
        parted = canon.difference(canon.folded(session), canon.folded(fresh))
        tally.wrong("not like a fresh desk", f"{kind}: {parted}")


def _compare_threads(tally: Tally, world: Lane, fresh: Session) -> None:
    """The rows of a fresh desk are the last ones of this desk; none is there twice."""
    for id_ in world.talks:
        mine, theirs = canon.rows(world.session, id_), canon.rows(fresh, id_)
        if theirs and mine[-len(theirs) :] != theirs:
            parted = [(a, b) for a, b in zip(mine[-len(theirs) :], theirs, strict=False) if a != b]
            tally.wrong("not like a fresh desk", f"rows of {id_}: {parted[:1]}")
        for text in canon.doubled(world.session, id_):
            tally.wrong("shown twice", text)
        model = world.models.get(id_)
        if model and model.count != len(world.session.thread(id_)):
            tally.wrong("rows told wrongly", str(id_))


def _compare(tally: Tally, world: Lane, drafts: set[str], database: Path) -> None:
    """Each message is in the events once, in order, or is a draft again."""
    stored: dict[str, list[str]] = {}
    ids: Counter[str] = Counter()
    for id_, entries in Book(database).entries.items():
        messages = [it.event for it in entries if hasattr(it.event, "text")]
        stored[id_] = [it.text for it in messages if it.text.startswith("answer")]
        ids.update(getattr(it, "id", it.text) for it in messages)
        asked = [it.text for it in messages if it.text.startswith("question")]
        world.asked.subtract(asked)
    for id_, texts in world.posted.items():
        for text in texts:
            times = stored[id_].count(text) + (text in drafts)
            if times != 1:
                tally.wrong("doubled" if times else "lost", text)
        asked = [text for text in texts if text in stored[id_] and text not in world.let_go]
        came = [text for text in stored[id_] if text not in world.let_go]
        if parted := [it for it in zip(came, asked, strict=False) if it[0] != it[1]]:
            tally.wrong("out of order", f"{id_}: stored and asked {parted[:6]}")
    for id_, count in ids.items():
        if count > 1:
            tally.wrong("doubled", f"{id_}, {count} times")
    for text in +world.asked:
        tally.wrong("lost", text)
    tally.add("written at the desk", sum(map(len, world.posted.values())))
