"""The link breaks in each of its ways, and only in that way."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

import pytest

from tests.support.link import Link, link_to
from tests.support.listening import listening

A_WHILE = 0.3


@dataclass
class Echo:
    """A server that says again what it hears."""

    heard: bytearray = field(default_factory=bytearray)
    ended: int = 0
    """How many connections it knows to be over."""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(65_536):
                self.heard += data
                writer.write(data)
                await writer.drain()
        self.ended += 1


Talk = tuple[Echo, Link, asyncio.StreamReader, asyncio.StreamWriter]


@asynccontextmanager
async def talking() -> AsyncIterator[Talk]:
    echo = Echo()
    async with listening(echo.serve) as port, link_to(port) as link:
        reader, writer = await asyncio.open_connection("127.0.0.1", link.port)
        writer.write(b"hello")
        assert await reader.readexactly(5) == b"hello"
        try:
            yield echo, link, reader, writer
        finally:
            writer.transport.abort()


async def answered(reader: asyncio.StreamReader, count: int) -> float:
    """Return how long the answer took."""
    began = asyncio.get_running_loop().time()
    await reader.readexactly(count)
    return asyncio.get_running_loop().time() - began


async def silent(reader: asyncio.StreamReader) -> bool:
    try:
        async with asyncio.timeout(A_WHILE):
            return not await reader.read(1)
    except TimeoutError:
        return True


async def again(link: Link) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", link.port)
    try:
        writer.write(b"again")
        with suppress(OSError):
            return await reader.read(5)
        return b""
    finally:
        writer.transport.abort()


async def test_a_cut_ends_what_is_connected_and_nothing_else() -> None:
    async with talking() as (_, link, reader, _):
        link.cut()
        assert await reader.read(1) == b""
        assert await again(link) == b"again"
        assert link.attempts == 2


async def test_an_unplugged_link_refuses_until_it_is_plugged() -> None:
    async with talking() as (_, link, reader, _):
        link.unplug()
        assert await reader.read(1) == b""
        assert await again(link) == b""
        link.plug()
        assert await again(link) == b"again"


async def test_a_frozen_link_holds_everything_and_tells_nobody() -> None:
    async with talking() as (echo, link, reader, writer):
        link.freeze()
        writer.write(b"later")
        assert await silent(reader)
        assert (bytes(echo.heard), echo.ended) == (b"hello", 0)
        link.thaw()
        assert await reader.readexactly(5) == b"later"


async def test_a_stranded_connection_is_half_open_while_new_ones_pass() -> None:
    async with talking() as (echo, link, reader, writer):
        link.strand()
        writer.write(b"never")
        assert await silent(reader)
        assert await again(link) == b"again"
        link.mend()
        assert await silent(reader)
        writer.transport.abort()
        await asyncio.sleep(A_WHILE)
        assert bytes(echo.heard) == b"helloagain"
        assert echo.ended == 1, "nobody told the server that the stranded one is over"


async def test_a_delay_is_taken_each_way_and_keeps_the_order() -> None:
    async with talking() as (_, link, reader, writer):
        link.delay(0.5)
        for word in (b"one", b"two", b"six"):
            writer.write(word)
            await asyncio.sleep(0.01)
        assert await answered(reader, 9) > 0.9
        link.mend()
        writer.write(b"quick")
        assert await answered(reader, 5) < 0.9


async def test_a_trickle_lets_so_many_bytes_pass_a_second() -> None:
    async with talking() as (_, link, reader, writer):
        link.trickle(2_000)
        writer.write(b"x" * 1_000)
        assert await answered(reader, 1_000) > 0.4
        link.mend()
        writer.write(b"x" * 100_000)
        assert await answered(reader, 100_000) < 20, "50 s at that rate"


async def test_a_reset_comes_in_the_middle_of_a_frame() -> None:
    async with talking() as (echo, link, reader, writer):
        link.reset()
        writer.write(b"frame of twenty bytes")
        with pytest.raises(ConnectionResetError):
            await reader.readexactly(21)
        for _ in range(100):
            if echo.ended:
                break
            await asyncio.sleep(0.01)
        assert bytes(echo.heard) == b"helloframe of t"
        assert await again(link) == b"again"
