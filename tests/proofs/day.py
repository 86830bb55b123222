"""A whole day in minutes: random experts and visitors, then everything against its events."""

import asyncio
import random
import tempfile
from pathlib import Path

from pupitre.backends.native import NativeBackend
from pupitre.client.session import Session
from pupitre.domain.conversation import Status
from pupitre.domain.events import Resumed, ResumeReason
from pupitre.domain.evolution import fold
from tests.proofs import audit, kept
from tests.proofs.book import Book
from tests.proofs.people import RandomExpert, RandomVisitor, World
from tests.proofs.tally import Tally, options, progress
from tests.support.clients import token_of
from tests.support.server import ServerProgram
from tests.support.story import connected

NAMES = ("alice", "bruno", "chloe")
LEAVING = 2.0
"""Real seconds for the last visitors to count as gone."""
LOOKS = 20


def main(arguments: list[str]) -> int:
    """Live a day; 1 when anything in the database is not what its events say."""
    chosen = options(__doc__ or "", arguments, hours=24, visitors=200, minutes=4)
    return prove(chosen.hours, chosen.visitors, chosen.minutes * 60.0, chosen.seed).told()


def prove(hours: float, visitors: int, seconds: float, seed: int, *, kill: bool = True) -> Tally:
    """Live so many hours in so many real seconds; the server is killed once in their middle."""
    tally = Tally(f"day: {hours} h, 3 experts, {visitors} visitors", seed)
    with tempfile.TemporaryDirectory(prefix="pupitre-day-") as folder:
        asyncio.run(_run(tally, hours, visitors, seconds, Path(folder), kill=kill))
    return tally


async def _run(
    tally: Tally, hours: float, visitors: int, seconds: float, folder: Path, *, kill: bool
) -> None:
    rate = hours * 3600 / seconds
    config = folder / "pupitre.toml"
    config.write_text(f'[server]\ndata = "{folder}"\n[limits]\nrates = 1e6\n')
    program = ServerProgram(folder, "--config", str(config), "--clock-rate", str(rate))
    await asyncio.to_thread(program.start)
    try:
        world = World(lambda: program.url, rate)
        tokens = [await token_of(program.url, name) for name in NAMES]
        await _live(tally, world, tokens, visitors, seconds, program if kill else None)
        await asyncio.sleep(LEAVING)
        await _compare_desks(tally, program.url, tokens, folder / "pupitre.sqlite3")
        status, logged = await asyncio.to_thread(program.stop)
    finally:
        program.end()
    if status or "Traceback" in logged:
        tally.wrong("errors logged", logged[-2_000:])
    _compare(tally, world, folder / "pupitre.sqlite3")


async def _live(
    tally: Tally,
    world: World,
    tokens: list[str],
    visitors: int,
    seconds: float,
    killed: ServerProgram | None,
) -> None:
    chances = [random.Random(f"{tally.seed}/{number}") for number in range(visitors + len(NAMES))]
    async with asyncio.TaskGroup() as tasks:
        for name, token in zip(NAMES, tokens, strict=True):
            expert = RandomExpert(world, chances.pop(), name, token)
            tasks.create_task(expert.live(), name=name)
        for chance in chances:
            tasks.create_task(RandomVisitor(world, chance).live(), name="visitor")
        for quarter in range(4):
            await asyncio.sleep(seconds / 4)
            progress(f"{25 * (quarter + 1)} % of the day, {world.acts} acts")
            if quarter == 1 and killed:
                await asyncio.to_thread(killed.kill)
                await asyncio.to_thread(killed.start)
                tally.counts["kills of the server at noon"] = 1
        world.over.set()


async def _compare_desks(tally: Tally, url: str, tokens: list[str], database: Path) -> None:
    """What each expert's fresh desk folds is what the file's events add up to."""
    tally.must_be_none("desks unlike the events")
    for name, token in zip(NAMES, tokens, strict=True):
        session = Session(NativeBackend(url), token)
        running = asyncio.get_running_loop().create_task(session.run())
        await connected(session)
        for look in range(LOOKS):
            mine = {it.state.id: it.state for it in session._desk.replica.here()}
            theirs = _owned(Book(database), str(session.you.id if session.you else ""))
            if mine == theirs:
                break
            await asyncio.sleep(0.2)
            if look == LOOKS - 1:
                tally.wrong("desks unlike the events", f"{name}: {mine.keys() ^ theirs.keys()}")
        tally.add("conversations on the desks", len(mine))
        await session.close()
        await running


def _owned(book: Book, expert: str) -> dict[str, object]:
    states = (fold(book.blank(row), book.entries[row["id"]]) for row in book.rows("conversations"))
    live = (Status.OPEN, Status.PAUSED)
    return {it.id: it for it in states if it.owner == expert and it.status in live}


def _compare(tally: Tally, world: World, database: Path) -> None:
    """Count what happened, and everything that is not as it should be."""
    tally.must_be_none("lost", "doubled")
    tally.counts["commands"] = world.acts
    tally.counts["answers"] = ", ".join(
        f"{code} {count}" for code, count in sorted(world.answers.items(), key=lambda it: -it[1])
    )
    tally.counts["messages acknowledged"] = len(world.acknowledged)
    ids = [id_ for every in kept.messages(database).values() for id_ in every]
    for id_ in world.acknowledged - set(ids):
        tally.wrong("lost", id_)
    if len(ids) != len(set(ids)):
        tally.wrong("doubled", f"{len(ids) - len(set(ids))} messages")
    book = Book(database)
    _count_events(tally, book)
    audit.compare(tally, database)


def _count_events(tally: Tally, book: Book) -> None:
    counts: dict[str, int] = {}
    late = [0.0]
    for row in book.rows("conversations"):
        state = book.blank(row)
        for entry in book.entries[row["id"]]:
            kind = type(entry.event).__name__
            counts[kind] = counts.get(kind, 0) + 1
            match entry.event:
                case Resumed(reason=ResumeReason.EXPIRED) if state.pause:
                    late.append((entry.at - state.pause.until).total_seconds())
            state = fold(state, [entry])
    tally.counts["events by kind"] = ", ".join(
        f"{kind} {count}" for kind, count in sorted(counts.items(), key=lambda it: -it[1])
    )
    tally.counts["pauses ended by the clock"] = len(late) - 1
    tally.counts["the latest of them"] = f"{max(late):.1f} s after its time, by the server's clock"
