"""Long work on the loop, in short pieces: others get their turn between them."""

import asyncio

SPELL = 0.002
"""Seconds of work at a stretch: a frame of the screen is eight times as long."""


class Breath:
    """Lets the loop breathe when it is time to."""

    def __init__(self, spell: float | None = None) -> None:
        self._loop = asyncio.get_running_loop()
        self._spell = SPELL if spell is None else spell
        self._until = self._loop.time() + self._spell

    async def take(self) -> None:
        """Go on at once, or after everybody else's turn."""
        if self._loop.time() >= self._until:
            await asyncio.sleep(0)
            self._until = self._loop.time() + self._spell
