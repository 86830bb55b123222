"""The screen is told soon after a rest, and no more often than it can show."""

import asyncio

from pupitre.client.pace import Pace
from tests.support.story import until

EVERY = 0.05


class Told:
    """When somebody was called back."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self.at: list[float] = []

    def now(self) -> None:
        self.at.append(self._loop.time())

    async def times(self, count: int) -> list[float]:
        await until(lambda: len(self.at) >= count)
        return self.at


async def test_after_a_rest_it_is_told_at_the_next_turn() -> None:
    told = Told()
    Pace(EVERY).later(told.now)
    assert told.at == []
    await asyncio.sleep(0)
    assert len(told.at) == 1


async def test_what_follows_waits_for_the_screen() -> None:
    told, pace = Told(), Pace(EVERY)
    for _ in range(3):
        pace.later(told.now)
    first, second, third = await told.times(3)
    assert second - first > EVERY * 0.9
    assert third - second > EVERY * 0.9


async def test_a_rest_is_not_saved_up() -> None:
    told, pace = Told(), Pace(EVERY)
    pace.later(told.now)
    await asyncio.sleep(4 * EVERY)
    pace.later(told.now)
    pace.later(told.now)
    _, second, third = await told.times(3)
    assert third - second > EVERY * 0.9


async def test_a_breath_lets_others_go_first() -> None:
    told = Told()
    Pace(EVERY, breath=0.01).later(told.now)
    await asyncio.sleep(0)
    assert told.at == []
    await told.times(1)
