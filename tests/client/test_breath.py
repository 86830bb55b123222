"""Long work leaves turns to others."""

import asyncio

from pupitre.client.breath import Breath


async def turns_during(spell: float, pieces: int) -> int:
    """Return how many turns others got during so many pieces of work."""
    turns = 0

    async def other() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    task = asyncio.get_running_loop().create_task(other())
    breath = Breath(spell)
    for _ in range(pieces):
        await breath.take()
    task.cancel()
    return turns


async def test_others_get_their_turn_when_it_is_time() -> None:
    assert await turns_during(0.0, 10) >= 9


async def test_short_work_is_not_interrupted() -> None:
    assert await turns_during(60.0, 10) == 0
