"""Whole frames in and out, however they come; order kept with what must be waited for."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from functools import partial
from urllib.parse import urlsplit

import pytest
from websockets.frames import Frame as Piece
from websockets.frames import Opcode

from tests.bench.light import HEADS
from tests.bench.visitors import HELLO
from tests.support.clients import Frame, expert_at, fresh, visitor_at
from tests.support.server import Served


async def test_frames_of_every_size_arrive_whole(server: Served) -> None:
    async with visitor_at(server.url) as page:
        await page.must_say("Bonjour")
        (link,) = server.house.visitors
        sizes = (1, 60, 70, 1_000, 65_000, 70_000, 200_000)
        for size in sizes:
            link.send(json.dumps({"type": "unheard of", "text": "é" * size}, ensure_ascii=False))
        for size in sizes:
            heard = await page.hear(partial(_is_as_long_as, size))
            assert heard["type"] == "unheard of"


def _is_as_long_as(size: int, frame: Frame) -> bool:
    return len(frame.get("text", "")) == size


async def test_a_frame_in_pieces_is_one_frame(server: Served) -> None:
    async with visitor_at(server.url) as page:
        await page.socket.send(iter(['{"type":', '"ping"}']))
        assert await page.of_type("pong")


async def test_what_follows_a_query_waits_for_its_answer(server: Served) -> None:
    async with expert_at(server.url) as alice:
        await alice.of_type("welcome")
        mark = len(alice.frames)
        query = {"type": "query", "id": fresh(), "query": {"type": "search", "text": "velo"}}
        await alice.send(query)
        for _ in range(3):
            await alice.send({"type": "ping"})
        await alice.hear(lambda _: len(alice.of("pong")) == 3)
        kinds = [frame["type"] for frame in alice.frames[mark:]]
        assert kinds == ["answer", "pong", "pong", "pong"]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 50, 1_000])
async def test_frames_may_come_in_pieces_or_together(server: Served, size: int) -> None:
    """One piece may hold a part of a frame, a whole one, or several."""
    count = 40
    async with raw_page(server.url) as (reader, writer):
        pings = Piece(Opcode.TEXT, b'{"type":"ping"}').serialize(mask=True) * count
        for start in range(0, len(pings), size):
            writer.write(pings[start : start + size])
            await writer.drain()
            await asyncio.sleep(0)
        heard = b""
        while heard.count(b'{"type":"pong"}') < count:
            more = await reader.read(4_096)
            assert more, "the server has closed"
            heard += more


@contextlib.asynccontextmanager
async def raw_page(url: str) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    """Open a visitor's socket and say hello."""
    address = urlsplit(url)
    reader, writer = await asyncio.open_connection(address.hostname, address.port)
    try:
        writer.write(HEADS.format(path="/ws/visitor").encode())
        await reader.readuntil(b"\r\n\r\n")
        writer.write(Piece(Opcode.TEXT, HELLO).serialize(mask=True))
        await reader.readuntil(b'"type":"welcome"')
        yield reader, writer
    finally:
        writer.close()
        await writer.wait_closed()
