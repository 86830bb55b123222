"""Short blocking work (disk, keyring) done in order in a thread, away from Qt's."""

import asyncio
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")


class Aside:
    """One thread that does one thing after the other, and never delays the end of the program.

    asyncio's own threads are waited for when the program leaves: a keyring that asks its
    owner something would hold the desk's window for as long as nobody answers.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._work: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._thread: threading.Thread | None = None

    async def do(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call `work` in the thread and return, or raise, what it did."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[T] = loop.create_future()

        def deliver(result: T | None, error: BaseException | None) -> None:
            if answer.done():
                return
            if error is not None:
                answer.set_exception(error)
            else:
                answer.set_result(cast("T", result))

        def call() -> None:
            result, error = None, None
            try:
                result = work(*args, **kwargs)
            except BaseException as raised:  # noqa: BLE001 - carried to the one who asked
                error = raised
            if not loop.is_closed():
                loop.call_soon_threadsafe(deliver, result, error)

        self._work.put(call)
        self._start()
        return await answer

    def _start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while True:
            self._work.get()()
