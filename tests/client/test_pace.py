"""The screen is told soon after a rest, and no more often than it can show."""

import asyncio

from pupitre.client.pace import TURN, Pace, Screen
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
    Pace(Screen(), EVERY).later(told.now)
    assert told.at == []
    await asyncio.sleep(0)
    assert len(told.at) == 1


async def test_what_follows_waits_for_the_screen() -> None:
    told, pace = Told(), Pace(Screen(), EVERY)
    for count in (1, 2, 3):
        pace.later(told.now)
        await told.times(count)
    first, second, third = told.at
    assert second - first > EVERY * 0.9
    assert third - second > EVERY * 0.9


async def test_a_rest_is_not_saved_up() -> None:
    told, pace = Told(), Pace(Screen(), EVERY)
    pace.later(told.now)
    await asyncio.sleep(4 * EVERY)
    for count in (2, 3):
        pace.later(told.now)
        await told.times(count)
    assert told.at[2] - told.at[1] > EVERY * 0.9


async def test_a_call_that_was_spared_is_made_at_once() -> None:
    told, pace = Told(), Pace(Screen(), EVERY, spared=1)
    pace.later(told.now)
    await asyncio.sleep(4 * EVERY)
    for count in (2, 3, 4, 5):
        pace.later(told.now)
        await told.times(count)
    _, second, third, fourth, fifth = told.at
    assert third - second < EVERY * 0.5
    assert fourth - second > EVERY * 0.9
    assert fifth - fourth > EVERY * 0.9


async def test_a_breath_lets_others_go_first() -> None:
    told = Told()
    Pace(Screen(), EVERY, breath=0.01).later(told.now)
    await asyncio.sleep(0)
    assert told.at == []
    await told.times(1)


async def test_what_comes_after_leaves_the_screen_the_time_to_show_what_came_before() -> None:
    rows, cards, screen = Told(), Told(), Screen()
    Pace(screen, EVERY).later(rows.now)
    Pace(screen, EVERY, breath=0.0001).later(cards.now)
    (first,), (second,) = await rows.times(1), await cards.times(1)
    assert second - first > TURN * 0.9
