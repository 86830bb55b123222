"""What both sockets do alike."""

import pytest

from pupitre.server.gateway import doors
from tests.support.clients import raw_expert, raw_visitor
from tests.support.server import Served


async def test_who_does_not_say_hello_is_let_go(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doors, "HELLO_WITHIN", 0.05)
    async with raw_expert(server.url) as desk, raw_visitor(server.url) as page:
        assert await desk.closing() == (1008, "no hello")
        assert await page.closing() == (1008, "no hello")


async def test_ten_bad_frames_before_hello_are_enough(server: Served) -> None:
    async with raw_visitor(server.url) as page:
        for _ in range(10):
            await page.send("nothing")
        assert await page.closing() == (1008, "too many bad frames")
        assert len(page.of("refused")) == 10
