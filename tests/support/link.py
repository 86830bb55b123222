"""A link that a test can break: a TCP proxy on the loopback, cut, frozen or closed at will."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

CHUNK = 65_536


class Link:
    """Connections to one port, passed on to another for as long as the link is well."""

    def __init__(self, port: int) -> None:
        self._to = port
        self._well = asyncio.Event()
        self._well.set()
        self._refusing = False
        self._writers: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self.port = 0

    def cut(self) -> None:
        """Break what is connected now; new connections pass."""
        for writer in self._writers:
            writer.transport.abort()

    def unplug(self) -> None:
        """Break everything, and refuse what comes until `plug`."""
        self._refusing = True
        self.cut()

    def plug(self) -> None:
        """Let connections pass again."""
        self._refusing = False

    def freeze(self) -> None:
        """Become half open: connections stay and nothing passes, and nobody is told."""
        self._well.clear()

    def thaw(self) -> None:
        """Let pass again what was held, and what comes."""
        self._well.set()

    async def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Pass one connection on, both ways, until either side ends."""
        task = asyncio.current_task()
        assert task
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        if self._refusing:
            writer.transport.abort()
            return
        with suppress(OSError):
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._to)
            self._writers |= {writer, far_writer}
            try:
                async with asyncio.TaskGroup() as ways:
                    ways.create_task(self._pass(reader, far_writer))
                    ways.create_task(self._pass(far_reader, writer))
            finally:
                self._writers -= {writer, far_writer}
                writer.transport.abort()
                far_writer.transport.abort()

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(CHUNK):
                await self._well.wait()
                writer.write(data)
                await writer.drain()
        writer.transport.abort()

    async def end(self) -> None:
        """Break everything for good."""
        self.unplug()
        self.thaw()
        await asyncio.gather(*self._tasks)


@asynccontextmanager
async def link_to(port: int) -> AsyncIterator[Link]:
    """Open a link to a server on this computer; `port` is where to connect instead."""
    link = Link(port)
    server = await asyncio.start_server(link.accept, "127.0.0.1", 0)
    link.port = server.sockets[0].getsockname()[1]
    try:
        yield link
    finally:
        server.close()
        await link.end()
