"""A task that dies is heard, and none is left behind."""

import asyncio
from typing import Any

from pupitre.app.tasks import spawn, stop, stop_all
from tests.support.loop import until


async def test_a_task_that_dies_is_heard() -> None:
    heard: list[dict[str, Any]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: heard.append(context))

    async def die() -> None:
        raise ValueError("no")

    spawn(die(), name="the session")
    await until(lambda: heard)
    assert heard[0]["message"] == "the task the session died"
    assert isinstance(heard[0]["exception"], ValueError)


async def test_a_task_that_is_stopped_says_nothing() -> None:
    task = spawn(_wait(), name="waits")
    await stop(task, None)
    assert task.cancelled()


async def test_everything_stops_but_the_one_who_asks() -> None:
    others = [spawn(_wait(), name=f"waits {n}") for n in range(3)]
    asked = spawn(stop_all(), name="asks")
    await asked
    assert all(task.cancelled() for task in others)
    assert not asked.cancelled()


async def _wait() -> None:
    await asyncio.Event().wait()
