"""A server of a few lines is over when its block is, whatever was said last."""

import asyncio
from asyncio import StreamReader, StreamWriter

from tests.support.listening import listening


async def test_what_a_conversation_still_does_is_waited_for() -> None:
    said: list[str] = []

    async def talk(reader: StreamReader, writer: StreamWriter) -> None:
        await reader.read()
        for _ in range(20):
            await asyncio.sleep(0)
        said.append("bye")

    async with listening(talk) as port:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.transport.abort()
    assert said == ["bye"]


async def test_who_stays_is_shown_the_door() -> None:
    async def talk(reader: StreamReader, writer: StreamWriter) -> None:
        await reader.read()

    async with listening(talk) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    assert await reader.read() == b""
    writer.transport.abort()


async def test_who_left_before_being_let_in_leaves_nothing_behind() -> None:
    """`nothing_lost` fails this when a task of the server outlives it."""

    async def talk(reader: StreamReader, writer: StreamWriter) -> None:
        writer.write(b"hello")
        await writer.drain()

    for turns in range(6):
        async with listening(talk) as port:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            for _ in range(turns):
                await asyncio.sleep(0)
            writer.transport.abort()
