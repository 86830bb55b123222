"""A busy day in seconds: random experts and visitors, then all is checked against the events."""

import asyncio
import random
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.deadlines import deadlines
from pupitre.server.dues import COMMANDS
from pupitre.server.house import House, Limits
from pupitre.server.store import schema
from tests.server.keeping.saved import findings_in, sentences
from tests.support.clients import ExpertDesk, Frame, VisitorPage, expert_at, visitor_at
from tests.support.server import served

RATE = 7200.0
ACTS = 120
NAMES = ("alice", "bruno", "chloe")


def instant(house: House, hours: float) -> str:
    moment = house.clock.now() + timedelta(hours=hours)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def mine(desk: ExpertDesk) -> list[str]:
    """Return every conversation that ever came to this desk: some are no longer there."""
    return [frame["conversation"]["id"] for frame in desk.of("arrived")]


def act(chance: random.Random, house: House) -> Frame:
    """Return something that an expert may do to a conversation."""
    acts: list[Frame] = [
        {"type": "post", "text": "Oui ?", "attachments": []},
        {"type": "pause", "until": instant(house, chance.uniform(0.2, 3)), "keep": True},
        {"type": "pause", "until": instant(house, chance.uniform(0.2, 3)), "keep": False},
        {"type": "resume"},
        {"type": "release"},
        {"type": "transfer", "expert": chance.choice(NAMES), "note": "", "anyway": True},
        {"type": "transfer", "group": "velo-conseil", "note": "", "anyway": True},
        {"type": "close", "subjects": ["velo-autre"], "note": "", "survey": True},
        {"type": "seen", "seq": 99},
    ]
    return chance.choice(acts)


async def works(desk: ExpertDesk, house: House, chance: random.Random) -> None:
    for _ in range(ACTS):
        known = mine(desk)
        match chance.randrange(8):
            case 0:
                await desk.ask({"type": "availability", "available": chance.random() < 0.7})
            case 1:
                await desk.ask({"type": "slots", "slots": chance.randint(1, 4)})
            case _ if known:
                await desk.ask(act(chance, house), chance.choice(known[-6:]))
        await asyncio.sleep(chance.uniform(0, 0.02))


async def writes(page: VisitorPage, chance: random.Random) -> None:
    for number in range(ACTS // 3):
        if chance.random() < 0.1:
            await page.ask({"type": "end"})
        await page.say(f"message {number}")
        await asyncio.sleep(chance.uniform(0, 0.08))


@pytest.mark.parametrize("seed", [1, 2])
async def test_a_random_day_leaves_everything_as_the_events_say(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    async with served(tmp_path, clock_rate=RATE, limits=Limits(rates=1e6)) as server:
        async with AsyncExitStack() as stack, asyncio.TaskGroup() as tasks:
            for name in NAMES:
                desk = await stack.enter_async_context(expert_at(server.url, name))
                tasks.create_task(works(desk, server.house, chance))
            for _ in range(6):
                page = await stack.enter_async_context(visitor_at(server.url))
                tasks.create_task(writes(page, chance))
        await server.house.engine.rest()
        before = await checked(server.house)
    async with served(tmp_path, clock_rate=RATE) as server:
        after = await checked(server.house)
    assert sentences(await findings_in(tmp_path)) == ""
    assert before
    assert {it.id for it in before} <= {it.id for it in after}


async def checked(house: House) -> list[Conversation]:
    """Check, again while the clock changed something during the check."""
    for _ in range(20):
        seen = house.metrics.text()
        try:
            return await _checked(house)
        except AssertionError:
            if house.metrics.text() == seen:
                raise
    raise AssertionError("it never rests")


async def _checked(house: House) -> list[Conversation]:
    """Compare memory and projections with what the events add up to."""
    rows = await house.database.read(
        lambda it: it.execute(select(schema.conversations)).mappings().all()
    )
    talks = await house.queries.talks([row["id"] for row in rows])
    states = [talk.state for talk in talks]
    floor = house.present.floor
    for talk, state in zip(talks, states, strict=True):
        held = house.present.talk(state.id)
        assert held is None or held.state == state
        row = next(row for row in rows if row["id"] == state.id)
        assert (row["seq"], row["status"], row["owner"]) == (state.seq, state.status, state.owner)
        away = floor.experts[state.owner].away_since if state.owner else None
        due = deadlines(state, floor.missions[state.mission], away)
        wanted = {type(it.command).__name__.lower(): it.at for it in due}
        assert talk.due == {kind: at for kind, at in wanted.items() if kind in COMMANDS}
    opens = {
        id_: {it.id for it in states if (it.status, it.owner) == (Status.OPEN, id_)}
        for id_ in floor.experts
    }
    waiting = {it.id for it in states if it.status is Status.WAITING}
    assert {id_: floor.desks.get(id_, set()) for id_ in floor.experts} == opens
    assert set().union(*floor.waiting.values(), set()) == waiting
    assert {id_: it.open for id_, it in floor.experts.items()} == {
        id_: len(held) for id_, held in opens.items()
    }
    statement = select(schema.experts.c.id, schema.experts.c.open)
    stored = await house.database.read(lambda it: {row[0]: row[1] for row in it.execute(statement)})
    assert stored == {id_: len(held) for id_, held in opens.items()}
    return states
