"""Signing in says clearly what went wrong, and follows no redirection."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from pupitre.backends import sign_in
from pupitre.backends.address import Address
from pupitre.backends.port import AccessRefused, Unreachable
from tests.support.listening import listening


@asynccontextmanager
async def answering(status: str, body: str = "", *headers: str) -> AsyncIterator[Address]:
    """Serve one fixed HTTP answer."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close"]
        writer.write("\r\n".join([*lines, *headers, "", body]).encode())
        await writer.drain()

    async with listening(answer) as port:
        yield Address.parse(f"http://127.0.0.1:{port}")


async def begun(address: Address) -> object:
    return await asyncio.to_thread(sign_in.begin, address, None, "alice@demo.test", "x")


async def test_too_many_attempts_says_how_long_to_wait() -> None:
    answer = answering("429 Too Many Requests", '{"code": "slow_down"}', "Retry-After: 7")
    async with answer as address:
        with pytest.raises(AccessRefused) as refused:
            await begun(address)
    assert (refused.value.code, "7 s" in refused.value.sentence) == ("slow_down", True)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        ("200 OK", "<html>an hotel's wireless</html>"),
        ("200 OK", '{"token": 1}'),
        ("404 Not Found", "nothing here"),
        ("500 Internal Server Error", '{"code": "oops"}'),
        ("401 Unauthorized", "[]"),
    ],
)
async def test_what_is_not_our_server_is_unreachable(status: str, body: str) -> None:
    async with answering(status, body) as address:
        with pytest.raises(Unreachable):
            await begun(address)


async def test_a_password_is_not_carried_elsewhere() -> None:
    async with answering("307 Temporary Redirect", "", "Location: http://127.0.0.1:9/") as address:
        with pytest.raises(Unreachable):
            await begun(address)


async def test_another_refusal_is_told_as_it_is() -> None:
    async with answering("403 Forbidden", '{"code": "closed_account"}') as address:
        with pytest.raises(AccessRefused) as refused:
            await begun(address)
    assert refused.value.code == "closed_account"


async def test_nobody_there_is_unreachable() -> None:
    async with answering("200 OK") as address:
        pass
    with pytest.raises(Unreachable, match="There is no answer"):
        await begun(address)


async def test_signing_out_twice_is_no_trouble() -> None:
    async with answering("401 Unauthorized", '{"code": "not_signed_in"}') as address:
        await asyncio.to_thread(sign_in.end, address, None, "worn out")
