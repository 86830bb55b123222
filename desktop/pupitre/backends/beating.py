"""A WebSocket whose silence is noticed: any byte is a sign of life, nothing for long is its end.

The library's own keepalive counts answers to pings alone. On a slow link those queue behind a
long welcome, and a link that works was given up; on a dead one whose buffer is full the ping
itself waited for ever.
"""

import asyncio
from contextlib import suppress

from typing_extensions import override
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

QUIET = 2.0
"""Seconds without a byte after which one is asked for."""
DEAD = 9.0
"""Seconds without a byte after which nobody is there: a half-open link is found within 15."""


class BeatingConnection(ClientConnection):
    """Asks for a sign of life in every silence, and breaks off when none comes."""

    heard_at = 0.0

    @override
    def data_received(self, data: bytes) -> None:
        """Take in what came, and note that something did."""
        self.heard_at = self.loop.time()
        super().data_received(data)

    @override
    async def keepalive(self) -> None:
        """Listen for silence until the connection is lost, which cancels this."""
        self.heard_at = self.loop.time()
        while (left := self.heard_at + DEAD - self.loop.time()) > 0:
            if DEAD - left >= QUIET:
                await self._ask(left)
            await asyncio.sleep(min(QUIET, left))
        self.transport.abort()

    async def _ask(self, within: float) -> None:
        """Send a ping; its answer is heard as any other byte is."""
        with suppress(TimeoutError, ConnectionClosed):
            async with asyncio.timeout(within):
                await self.ping()
