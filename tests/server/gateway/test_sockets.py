"""One WebSocket: patience and its limits."""

import pytest

from pupitre.server.hub import QUEUE_LIMIT
from tests.support.clients import raw_visitor, visitor_at
from tests.support.server import Served


async def test_a_side_that_names_no_version_gets_the_first(server: Served) -> None:
    async with visitor_at(server.url, subprotocols=None) as page:
        assert page.socket.subprotocol is None
    async with visitor_at(server.url) as page:
        assert page.socket.subprotocol == "pupitre.v1"


async def test_a_reader_that_is_too_slow_is_let_go(server: Served) -> None:
    async with visitor_at(server.url) as page:
        (link,) = server.house.visitors
        link.send("x" * (QUEUE_LIMIT - 10))
        link.send("y" * 20)  # before the reader could take any of it
        assert (await page.closing())[0] == 1013
    assert len(server.house.visitors) == 0


@pytest.mark.logs("Invalid UTF-8 sequence received from client")
async def test_text_that_is_not_unicode_closes(server: Served) -> None:
    async with raw_visitor(server.url) as page:
        await page.socket.send(b"\xff\xfe", text=True)
        assert (await page.closing())[0] == 1007


async def test_a_huge_message_closes(server: Served) -> None:
    async with raw_visitor(server.url) as page:
        await page.send("x" * 2_000_000)
        assert (await page.closing())[0] == 1009
