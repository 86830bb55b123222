"""Calls hear early answers, follow nobody elsewhere, and can be broken off."""

import asyncio
import socket
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, suppress

import pytest

from pupitre.backends import http
from pupitre.backends.address import Address
from pupitre.backends.port import Unreachable

BIG = 8 * 1024 * 1024


@asynccontextmanager
async def answering(answer: bytes, *, read_all: bool = True) -> AsyncIterator[Address]:
    """Serve one fixed answer to one call, after the whole request or after its head."""
    served = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.IncompleteReadError, ConnectionError), closing(writer):
            await speak(reader, writer)
        with suppress(ConnectionError):
            await writer.wait_closed()
        served.set()

    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        if read_all and b"Content-Length" in head:
            await reader.readexactly(int(head.split(b"Content-Length: ")[1].split(b"\r")[0]))
        writer.write(answer)
        await writer.drain()
        if not answer:
            await reader.read()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        yield Address.parse(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}")
        await served.wait()  # `wait_closed` of Python 3.11 leaves this to us


def answer(status: str, body: str, *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers]
    return "\r\n".join([*lines, "", body]).encode()


def posted(address: Address, body: Iterator[bytes] | bytes, length: int) -> http.Call:
    headers = {"Content-Length": str(length)}
    return http.Call(method="POST", url=address.page("/x"), body=body, headers=headers)


async def test_an_answer_given_before_everything_was_sent_is_heard() -> None:
    refusal = answer("413 Content Too Large", '{"code": "too_large", "message": "Too large."}')
    async with answering(refusal, read_all=False) as address:
        chunks = (b"x" * 4096 for _ in range(BIG // 4096))
        with pytest.raises(http.Declined) as declined:
            await asyncio.to_thread(http.call, address, None, posted(address, chunks, BIG))
    assert declined.value.problem.code == "too_large"
    assert declined.value.problem.message == "Too large."


async def test_a_refusal_says_how_long_to_wait() -> None:
    refusal = answer("429 Too Many Requests", '{"code": "slow_down"}', "Retry-After: 7")
    async with answering(refusal) as address:
        with pytest.raises(http.Declined) as declined:
            await asyncio.to_thread(http.call, address, None, posted(address, b"x", 1))
    assert declined.value.problem.wait == 7


@pytest.mark.parametrize(
    "refusal",
    [
        answer("302 Found", "", "Location: http://127.0.0.1:9/"),
        answer("500 Internal Server Error", '{"code": "oops"}'),
        b"not even HTTP\r\n\r\n",
    ],
)
async def test_what_is_not_our_servers_answer_is_no_answer(refusal: bytes) -> None:
    async with answering(refusal) as address:
        with pytest.raises(Unreachable):
            await asyncio.to_thread(http.call, address, None, posted(address, b"x", 1))


@pytest.mark.parametrize("body", ["nothing here", "[]", "{}"])
async def test_a_refusal_without_a_code_has_none(body: str) -> None:
    async with answering(answer("404 Not Found", body)) as address:
        with pytest.raises(http.Declined) as declined:
            await asyncio.to_thread(http.call, address, None, posted(address, b"x", 1))
    assert (declined.value.problem.status, declined.value.problem.code) == (404, "")


async def test_a_server_that_is_full_says_so() -> None:
    refusal = answer("507 Insufficient Storage", '{"code": "storage", "message": "Full."}')
    async with answering(refusal) as address:
        with pytest.raises(http.Declined) as declined:
            await asyncio.to_thread(http.call, address, None, posted(address, b"x", 1))
    assert declined.value.problem.status == 507


async def test_no_more_is_read_than_was_asked_for() -> None:
    async with answering(answer("200 OK", "0123456789")) as address:
        asked = http.Call(method="GET", url=address.page("/x"), most=4)
        assert await asyncio.to_thread(http.call, address, None, asked) == b"0123"


async def test_a_call_that_waits_can_be_broken_off() -> None:
    """A thread that waits for a silent server would keep the program from leaving."""
    calls, waits = http.Calls(), threading.Event()

    def body() -> Iterator[bytes]:
        yield b"x"
        waits.set()

    async def end_it() -> None:
        await asyncio.to_thread(waits.wait)
        calls.break_off()

    async with answering(b"") as address, asyncio.timeout(5), asyncio.TaskGroup() as group:
        group.create_task(end_it())
        asked = posted(address, body(), 1)
        with pytest.raises(Unreachable):
            await asyncio.to_thread(http.call, address, None, asked, calls)


async def test_nothing_connects_after_the_end() -> None:
    calls = http.Calls()
    calls.break_off()
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        address = Address.parse(f"http://127.0.0.1:{server.getsockname()[1]}")
        asked = posted(address, b"x", 1)
        with pytest.raises(Unreachable):
            await asyncio.to_thread(http.call, address, None, asked, calls)
        server.setblocking(False)
        with pytest.raises(BlockingIOError):
            server.accept()
