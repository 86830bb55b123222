"""A link that a test can break: a TCP proxy on the loopback, with every fault of a network."""

import asyncio
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from tests.support.listening import listening

CHUNK = 65_536
HELD = 64
"""Chunks on their way in one direction; more of them wait at the sender's."""
BEAT = 0.05
"""Seconds between two drops of a trickle."""
AT_ONCE = struct.pack("ii", 1, 0)
"""`SO_LINGER`: closing throws away what is on its way, and says so (RST)."""


@dataclass
class Weather:
    """What passing is like now, for every connection of a link."""

    well: asyncio.Event = field(default_factory=asyncio.Event)
    """Clear: nothing passes, and nobody is told."""
    delay: float = 0.0
    """Seconds that everything takes, each way."""
    rate: float | None = None
    """Bytes a second, each way."""
    resetting: bool = False
    """The next bytes are cut in their middle."""


class Way:
    """One direction of one connection: what comes in leaves later, slower, or not at all."""

    def __init__(
        self,
        weather: Weather,
        reader: asyncio.StreamReader,
        back: asyncio.StreamWriter,
        writer: asyncio.StreamWriter,
    ) -> None:
        self._weather, self._reader = weather, reader
        self._back, self._writer = back, writer
        self._held: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(HELD)
        self.stranded = False
        """Whatever comes is swallowed, also that the other side has gone."""

    async def run(self) -> None:
        """Pass on until this side has nothing more to say."""
        async with asyncio.TaskGroup() as both:
            taking = both.create_task(self._take())
            giving = both.create_task(self._give())
            giving.add_done_callback(lambda _: taking.cancel())  # it may wait for room for ever

    async def _take(self) -> None:
        now = asyncio.get_running_loop().time
        with suppress(OSError):
            while data := await self._reader.read(CHUNK):
                await self._held.put((now(), data))
        await self._held.put((now(), b""))

    async def _give(self) -> None:
        with suppress(OSError):
            while (held := await self._held.get())[1]:
                await self._pass(*held)
        while self.stranded:  # noqa: ASYNC110 - only the link's end ends it
            await asyncio.sleep(BEAT)
        self._writer.transport.abort()

    async def _pass(self, came: float, data: bytes) -> None:
        weather = self._weather
        late = came + weather.delay - asyncio.get_running_loop().time()
        if late > 0:
            await asyncio.sleep(late)
        if weather.resetting and len(data) > 1:
            await self._reset(data[: len(data) // 2])
            return
        while data:
            await weather.well.wait()
            drop = CHUNK if weather.rate is None else max(1, round(weather.rate * BEAT))
            if not self.stranded:
                self._writer.write(data[:drop])
                await self._writer.drain()
            if weather.rate is not None:
                await asyncio.sleep(len(data[:drop]) / weather.rate)
            data = data[drop:]

    async def _reset(self, first: bytes) -> None:
        """Let the first bytes arrive, then break off as a router that forgot us does."""
        self._weather.resetting = False
        self._writer.write(first)
        await self._writer.drain()
        await asyncio.sleep(BEAT)
        reset(self._back)
        reset(self._writer)
        raise ConnectionResetError


class Link:
    """Connections to one port, passed on to another as the weather allows."""

    def __init__(self, port: int) -> None:
        self._to = port
        self._weather = Weather()
        self._weather.well.set()
        self._refusing = False
        self._writers: set[asyncio.StreamWriter] = set()
        self._ways: set[Way] = set()
        self.port = 0
        self.attempts = 0
        """How often somebody connected, also in vain."""

    def cut(self) -> None:
        """Break what is connected now; new connections pass."""
        for writer in self._writers:
            writer.transport.abort()

    def unplug(self) -> None:
        """Break everything, and refuse what comes until `plug`."""
        self.refuse()
        self.cut()

    def refuse(self) -> None:
        """Refuse new connections until `plug`; those that are there stay."""
        self._refusing = True

    def plug(self) -> None:
        """Let connections pass again."""
        self._refusing = False

    def freeze(self) -> None:
        """Hold everything: connections stay and nothing passes, and nobody is told."""
        self._weather.well.clear()

    def thaw(self) -> None:
        """Let pass again what was held, and what comes."""
        self._weather.well.set()

    def strand(self) -> None:
        """Leave what is connected now half open for ever, without a word; new connections pass."""
        for way in self._ways:
            way.stranded = True

    def delay(self, seconds: float) -> None:
        """Have everything take that long from now on, each way."""
        self._weather.delay = seconds

    def trickle(self, rate: float | None) -> None:
        """Let so many bytes a second pass, each way; None: as many as there are."""
        self._weather.rate = rate

    def reset(self) -> None:
        """Break off with a reset in the middle of the next frame, whoever sends it."""
        self._weather.resetting = True

    def mend(self) -> None:
        """End every fault; what is broken or stranded stays so."""
        self._weather.delay, self._weather.rate, self._weather.resetting = 0.0, None, False
        self.plug()
        self.thaw()

    async def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Pass one connection on, both ways, until either side ends."""
        self.attempts += 1
        if self._refusing:
            writer.transport.abort()
            return
        with suppress(OSError):
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._to)
            ways = {
                Way(self._weather, reader, writer, far_writer),
                Way(self._weather, far_reader, far_writer, writer),
            }
            await self._pass(ways, {writer, far_writer})

    async def _pass(self, ways: set[Way], writers: set[asyncio.StreamWriter]) -> None:
        self._writers |= writers
        self._ways |= ways
        try:
            async with asyncio.TaskGroup() as both:
                for way in ways:
                    both.create_task(way.run())
        finally:
            self._writers -= writers
            self._ways -= ways
            for writer in writers:
                writer.transport.abort()

    def end(self) -> None:
        """Break everything for good."""
        self.mend()
        for way in self._ways:
            way.stranded = False
        self.unplug()


def reset(writer: asyncio.StreamWriter) -> None:
    """Close a connection at once, as broken: the other side reads a reset."""
    plug = writer.get_extra_info("socket")
    with suppress(OSError):
        plug.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)
    writer.transport.abort()


@asynccontextmanager
async def link_to(port: int) -> AsyncIterator[Link]:
    """Open a link to a server on this computer; `port` is where to connect instead."""
    link = Link(port)
    async with listening(link.accept) as link.port:
        try:
            yield link
        finally:
            link.end()
