"""Whole frames in and out: heads of every size, order kept with what must be waited for."""

import json
from functools import partial

import pytest

from pupitre.server.gateway.shortcut import _head
from tests.support.clients import Frame, expert_at, fresh, visitor_at
from tests.support.server import Served


@pytest.mark.parametrize(
    ("size", "head"),
    [
        (0, b"\x81\x00"),
        (125, b"\x81\x7d"),
        (126, b"\x81\x7e\x00\x7e"),
        (65_535, b"\x81\x7e\xff\xff"),
        (65_536, b"\x81\x7f\x00\x00\x00\x00\x00\x01\x00\x00"),
    ],
)
def test_a_frame_says_how_long_it_is(size: int, head: bytes) -> None:
    assert _head(b"x" * size) == head


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
