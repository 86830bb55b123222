"""How long the server takes to answer: asked now and then, told when that becomes long."""

import asyncio
from collections.abc import Callable

EVERY = 5.0
"""Seconds between two questions."""
LONG = 2.0
"""Seconds after which somebody at the desk should know why nothing is acknowledged."""


class Pulse:
    """Asks for a sign of life on one link, and tells whether it is slow."""

    def __init__(self, ask: Callable[[], object], tell: Callable[[bool], None]) -> None:
        self._ask, self._tell = ask, tell
        self._answered = asyncio.Event()

    def heard(self) -> None:
        """Note an answer."""
        self._answered.set()

    async def run(self) -> None:
        """Ask until cancelled; a question that waits for its answer is the only one."""
        while True:
            self._answered.clear()
            self._ask()
            try:
                async with asyncio.timeout(LONG):
                    await self._answered.wait()
            except TimeoutError:
                self._tell(True)  # noqa: FBT003 - the one thing that is told
                await self._answered.wait()
            else:
                self._tell(False)  # noqa: FBT003 - the one thing that is told
            await asyncio.sleep(EVERY)
