"""Heads of requests: not too long, and not too slow."""

import asyncio
from collections.abc import AsyncIterator, Callable

import httpx
import pytest

from pupitre.server import heads
from pupitre.server.heads import LONGEST
from tests.support.clients import visitor_at
from tests.support.patience import LONG
from tests.support.server import Served
from tests.support.uploads import calls

BEGINNING = b"GET /healthz HTTP/1.1\r\nHost: x\r\n"


class Line:
    """A connection, byte by byte."""

    def __init__(self, url: str) -> None:
        self._url = httpx.URL(url)

    async def __aenter__(self) -> "Line":
        self._in, self.out = await asyncio.open_connection(self._url.host, self._url.port)
        return self

    async def __aexit__(self, *_: object) -> None:
        self.out.close()

    async def answer(self) -> bytes:
        """Return what came until the other side hung up."""
        async with asyncio.timeout(LONG):
            try:
                return await self._in.read()
            except ConnectionError:
                return b""

    async def line(self) -> bytes:
        """Return the next line that came."""
        return await self._in.readline()

    async def pour(self, pieces: AsyncIterator[bytes]) -> int:
        """Send until the other side hangs up; return how much went."""
        sent = 0
        try:
            async for piece in pieces:
                self.out.write(piece)
                await self.out.drain()
                sent += len(piece)
        except ConnectionError:
            pass
        return sent


async def headers() -> AsyncIterator[bytes]:
    for number in range(20_000):
        yield b"X-%d: %s\r\n" % (number, b"y" * 10_000)


async def one_header() -> AsyncIterator[bytes]:
    yield b"X: "
    for _ in range(20_000):
        yield b"y" * 10_000


@pytest.mark.parametrize("pieces", [headers, one_header])
async def test_a_head_without_end_is_not_read_to_its_end(
    server: Served, pieces: Callable[[], AsyncIterator[bytes]]
) -> None:
    async with Line(server.url) as line:
        line.out.write(BEGINNING)
        sent = await line.pour(pieces())
    assert sent < 10 * 1024 * 1024, "what the systems' buffers hold, not 200 MB"


async def test_a_head_that_is_too_long_is_told_so(server: Served) -> None:
    async with Line(server.url) as line:
        line.out.write(BEGINNING + b"X: " + b"y" * LONGEST)
        answer = await line.answer()
    assert answer.startswith(b"HTTP/1.1 400")
    assert b"too long" in answer


async def test_a_head_just_under_the_limit_is_read(server: Served) -> None:
    async with calls() as http:
        answer = await http.get(f"{server.url}/healthz", headers={"X": "y" * (LONGEST - 1000)})
    assert answer.status_code == 200


async def test_trailers_without_end_are_not_read_to_their_end(server: Served) -> None:
    async with Line(server.url) as line:
        line.out.write(
            b"POST /api/session HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"
        )
        sent = await line.pour(headers())
    assert sent < 10 * 1024 * 1024


async def test_a_head_that_does_not_come_is_not_waited_for(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heads, "WITHIN", 0.2)
    async with Line(server.url) as silent, Line(server.url) as slow:
        slow.out.write(BEGINNING)
        assert await silent.answer() == b""
        assert await slow.answer() == b""


@pytest.mark.parametrize("pause", [0.02, 10.0])
async def test_the_rest_of_what_was_answered_is_not_waited_for(
    server: Served, monkeypatch: pytest.MonkeyPatch, pause: float
) -> None:
    monkeypatch.setattr(heads, "WITHIN", 1.0)

    async def trickle() -> AsyncIterator[bytes]:
        while True:
            yield b"a"
            await asyncio.sleep(pause)

    async with Line(server.url) as line:
        line.out.write(BEGINNING + b"Content-Length: 5000\r\n\r\n")
        async with asyncio.timeout(LONG):
            assert (await line.line()).startswith(b"HTTP/1.1 200")
            pouring = asyncio.get_running_loop().create_task(line.pour(trickle()))
            await line.answer()
        pouring.cancel()


async def test_a_body_that_comes_after_its_answer_does_no_harm(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heads, "WITHIN", 1.0)
    async with Line(server.url) as line:
        line.out.write(BEGINNING + b"Content-Length: 5\r\n\r\n")
        await line.line()
        line.out.write(b"aaaaa" + BEGINNING + b"\r\n")
        await asyncio.sleep(1.2)
        line.out.write(BEGINNING + b"Connection: close\r\n\r\n")
        assert (await line.answer()).count(b"HTTP/1.1 200") == 2


async def test_whatever_comes_in_time_may_last(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heads, "WITHIN", 1.0)
    async with visitor_at(server.url) as camille, Line(server.url) as line:
        for _ in range(3):
            line.out.write(BEGINNING + b"\r\n")
            await asyncio.sleep(0.15)
        await asyncio.sleep(1.2)
        assert (await camille.say("Bonjour"))["type"] == "done"
        line.out.write(BEGINNING + b"Connection: close\r\n\r\n")
        assert (await line.answer()).count(b"HTTP/1.1 200") == 4
