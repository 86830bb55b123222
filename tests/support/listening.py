"""A server of a few lines for a test, with which everything is over when the test is."""

import asyncio
from asyncio import IncompleteReadError, StreamReader, StreamWriter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

Talk = Callable[[StreamReader, StreamWriter], Awaitable[None]]
TURNS = 5
"""After so many turns of a loop what was accepted is a conversation (asyncio takes three)."""


class Conversations:
    """The connections that came, from their first byte to the end of their socket."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk
        self._tasks: set[asyncio.Task[object]] = set()
        self._writers: set[StreamWriter] = set()

    async def hold(self, reader: StreamReader, writer: StreamWriter) -> None:
        """Talk as the test wants, then hang up; who hung up first is no failure."""
        task = asyncio.current_task()
        assert task
        self._tasks.add(task)
        self._writers.add(writer)
        try:
            with suppress(ConnectionError, IncompleteReadError):
                await self._talk(reader, writer)
        finally:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()

    async def end(self) -> None:
        """Break off what still goes on, and wait until every socket is closed."""
        for _ in range(TURNS):
            await asyncio.sleep(0)
        for writer in self._writers:
            writer.transport.abort()
        await asyncio.gather(*self._tasks, return_exceptions=True)  # asyncio tells what failed


@asynccontextmanager
async def listening(talk: Talk) -> AsyncIterator[int]:
    """Hand each connection to `talk`, in a task of its own; give the port.

    `asyncio.start_server` leaves its handlers to themselves: `wait_closed` waits for nobody before
    Python 3.12, and one that outlives its test fails another one.
    """
    conversations = Conversations(talk)
    server = await asyncio.start_server(conversations.hold, "127.0.0.1", 0)
    try:
        yield int(server.sockets[0].getsockname()[1])
    finally:
        server.close()
        await conversations.end()
        await server.wait_closed()
