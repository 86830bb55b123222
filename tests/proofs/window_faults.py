"""Faults of the link under the real window: what somebody looks at and writes stays untouched."""

import asyncio
import random
import tempfile
from pathlib import Path

from PySide6.QtGui import QTextCursor

from pupitre.backends.native import NativeBackend
from pupitre.client.views import LinkState
from tests.proofs import canon
from tests.proofs.lane import Lane, lane
from tests.proofs.link_faults import WITHIN, fresh_desk
from tests.proofs.sitting import Sitting, on_qt
from tests.proofs.tally import Tally, progress
from tests.proofs.weather import KINDS, drawn
from tests.support.story import until

LONG = 40
"""Messages that make a thread longer than the screen."""
HALF = "I am looking for the frame in"


def prove(faults: int, seed: int) -> Tally:
    """Have so many faults under a window."""
    tally = Tally(f"window: {faults} faults", seed)
    tally.must_be_none("scrolled", "focus, draft or cursor touched")
    tally.must_be_none("later than 15 s", "shown twice")
    on_qt(lambda: _run(tally, faults))
    return tally


async def _run(tally: Tally, faults: int) -> None:
    chance = random.Random(tally.seed)
    with tempfile.TemporaryDirectory(prefix="pupitre-window-") as name:
        async with lane(Path(name), chance) as (world, good, token):
            for number in range(LONG):
                await world.pages[number % 2].must_say(f"question {number} " + "and more " * 9)
            await until(lambda: not world.session.connection.waiting)
            sitting = Sitting(world.session)
            for number in range(faults):
                kind = drawn(chance)
                await _fault(tally, world, sitting, kind, good, token)
                tally.add(kind, 1)
                if (number + 1) % 10 == 0:
                    progress(f"{number + 1} of {faults} faults under a window")
            sitting.leave()
            await asyncio.sleep(0.1)


async def _fault(
    tally: Tally, world: Lane, sitting: Sitting, kind: str, good: NativeBackend, token: str
) -> None:
    chance = world.chance
    _settle_down(world, sitting)
    await asyncio.sleep(0.3)
    place, writing = sitting.place(), sitting.writing()
    assert writing[:2] == (True, HALF), writing
    async with asyncio.TaskGroup() as both:
        both.create_task(_others(world, chance.randint(1, 5)))
        await KINDS[kind](world.link, chance)
    async with fresh_desk(good, token) as fresh:
        try:
            await until(lambda: _alike(world, canon.folded(fresh)), WITHIN)
        except TimeoutError:
            tally.wrong("later than 15 s", f"{kind}: {world.session.connection}")
    await asyncio.sleep(0.3)
    if sitting.place() != place:
        tally.wrong("scrolled", f"{kind}: {place} {sitting.place()}")
    if sitting.writing() != writing:
        tally.wrong("focus, draft or cursor touched", f"{kind}: {writing} {sitting.writing()}")
    for id_ in world.talks:
        for text in canon.doubled(world.session, id_):
            tally.wrong("shown twice", text)


def _settle_down(world: Lane, sitting: Sitting) -> None:
    """Open a conversation, scroll somewhere, write half a sentence, put the cursor in it."""
    chance = world.chance
    sitting.opens(chance.choice(world.talks))
    field = sitting.pane.pane.composer.field
    field.setFocus()
    field.clear()
    sitting.types(HALF)
    cursor = field.textCursor()
    cursor.setPosition(chance.randint(0, len(HALF)))
    cursor.setPosition(chance.randint(0, len(HALF)), QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    sitting.scrolls(chance.uniform(0.05, 0.9))


async def _others(world: Lane, acts: int) -> None:
    """Have visitors write meanwhile, and the same expert note something elsewhere."""
    for _ in range(acts):
        if world.chance.random() < 0.8:
            await world._asks()
        else:
            note = {"type": "note", "text": world._fresh("note")}
            await world.elsewhere.ask(note, world._some())
        await asyncio.sleep(world.chance.uniform(0, 0.2))


def _alike(world: Lane, fresh: bytes) -> bool:
    link = world.session.connection
    is_there = link.state is LinkState.CONNECTED and not link.waiting
    return is_there and canon.folded(world.session) == fresh
