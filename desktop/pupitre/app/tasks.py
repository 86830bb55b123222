"""Background tasks: started under a name, kept, and heard when they die."""

import asyncio
from collections.abc import Coroutine

_alive: set[asyncio.Task[None]] = set()


def spawn(coro: Coroutine[object, object, None], *, name: str) -> asyncio.Task[None]:
    """Start a task that is named, kept, and heard when it dies."""
    task = asyncio.get_running_loop().create_task(coro, name=name)
    _alive.add(task)
    task.add_done_callback(_reap)
    return task


async def stop(*tasks: asyncio.Task[None] | None) -> None:
    """Cancel these tasks and wait until they are over; their errors are heard as always."""
    running = [task for task in tasks if task is not None and not task.done()]
    for task in running:
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)


async def stop_all() -> None:
    """Cancel every task that was spawned here, but the one that asks."""
    loop, asking = asyncio.get_running_loop(), asyncio.current_task()
    await stop(*(task for task in _alive if task is not asking and task.get_loop() is loop))


def _reap(task: asyncio.Task[None]) -> None:
    _alive.discard(task)
    if task.cancelled() or (error := task.exception()) is None:
        return
    task.get_loop().call_exception_handler(
        {"message": f"the task {task.get_name()} died", "exception": error, "task": task}
    )
