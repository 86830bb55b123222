"""The index of instants: never early, once, and the nearest first."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from sqlalchemy.exc import OperationalError

from pupitre.domain.ids import ConversationId
from pupitre.server import scheduler as module
from pupitre.server.clock import Clock
from pupitre.server.scheduler import Deadline, Scheduler
from pupitre.server.store.queries import Due
from pupitre.server.turns.turn import OutOfOrder
from tests.support import patience

C1, C2 = ConversationId("c1"), ConversationId("c2")


class Desk:
    """What was fired, and what the store still holds."""

    def __init__(self) -> None:
        self.clock = Clock(60.0)
        self.stored: list[Due] = []
        self.fired: list[Deadline] = []
        self.early: list[Deadline] = []
        self.broken = 0
        self.unreadable = 0
        self.index = Scheduler(self.clock, self.load, self.fire)

    async def load(self, limit: int) -> Sequence[Due]:
        if self.unreadable:
            self.unreadable -= 1
            raise OperationalError("select", {}, Exception("disk I/O error"))
        return sorted(self.stored)[:limit]

    async def fire(self, due: Sequence[Deadline]) -> None:
        if self.broken:
            self.broken -= 1
            raise OutOfOrder
        self.early += [
            (conversation, kind)
            for at, conversation, kind in self.stored
            if (conversation, kind) in due and at > self.clock.now()
        ]
        self.fired += due
        self.stored = [it for it in self.stored if it[1:] not in due]

    def later(self, seconds: float, conversation: ConversationId) -> None:
        at = self.clock.now() + timedelta(seconds=seconds)
        self.stored.append((at, conversation, "wake"))
        self.index.note({(conversation, "wake"): at})


@asynccontextmanager
async def running(desk: Desk) -> AsyncIterator[None]:
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(desk.index.run())
        await asyncio.sleep(0)
        yield
        task.cancel()


async def until(desk: Desk, count: int) -> None:
    await patience.until(lambda: len(desk.fired) >= count)


async def test_what_is_due_fires_once_and_in_order() -> None:
    desk = Desk()
    async with running(desk):
        desk.later(4, C2)
        desk.later(2, C1)
        await until(desk, 2)
        await asyncio.sleep(0.05)
    assert desk.fired == [(C1, "wake"), (C2, "wake")]
    assert not desk.early


async def test_what_was_overdue_at_the_start_fires() -> None:
    desk = Desk()
    desk.stored.append((desk.clock.now() - timedelta(days=1), C1, "wake"))
    async with running(desk):
        await until(desk, 1)


async def test_a_changed_deadline_counts_and_the_old_one_does_not() -> None:
    desk = Desk()
    async with running(desk):
        desk.later(1, C1)
        desk.index.note({(C1, "wake"): None})
        desk.later(2, C2)
        await until(desk, 1)
    assert desk.fired == [(C2, "wake")]


@pytest.mark.logs("what is due has to wait")
async def test_what_could_not_be_stored_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "AFTER_FAILURE", 0.01)
    desk = Desk()
    desk.broken = 2
    async with running(desk):
        desk.later(0.5, C1)
        await until(desk, 1)
    assert desk.fired == [(C1, "wake")]


@pytest.mark.logs("what is due has to wait")
async def test_a_store_that_cannot_be_read_is_read_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "AFTER_FAILURE", 0.01)
    desk = Desk()
    desk.unreadable = 2
    async with running(desk):
        await patience.until(lambda: not desk.unreadable)
        desk.later(0.5, C1)
        await until(desk, 1)
    assert desk.fired == [(C1, "wake")]


async def test_only_the_next_ones_are_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WINDOW", 3)
    desk = Desk()
    now = desk.clock.now()
    names = [ConversationId(f"c{number:02}") for number in range(10)]
    desk.stored = [
        (now + timedelta(seconds=number), name, "wake") for number, name in enumerate(names)
    ]
    async with running(desk):
        await asyncio.sleep(0.01)
        assert len(desk.index._at) <= 3
        await until(desk, 10)
    assert [conversation for conversation, _ in desk.fired] == names


async def test_a_grace_can_be_cancelled() -> None:
    desk, done = Desk(), []
    async with running(desk):
        desk.index.grace("a", timedelta(seconds=1), lambda: done.append("a"))
        desk.index.grace("b", timedelta(seconds=1), lambda: done.append("b"))
        desk.index.cancel("a")
        await patience.until(lambda: done)
        await asyncio.sleep(0.05)
    assert done == ["b"]
