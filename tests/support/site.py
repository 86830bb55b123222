"""A site on another origin than the server: one page, under the policy that a test gives it."""

from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from tests.support.listening import listening


@asynccontextmanager
async def site(page: str, headers: Mapping[str, str]) -> AsyncIterator[str]:
    """Serve the page to every request until the end of the block; gives its address."""
    body = page.encode()
    told = {"Content-Type": "text/html", "Content-Length": len(body), "Connection": "close"}
    head = "".join(f"{name}: {value}\r\n" for name, value in (told | dict(headers)).items())

    async def answer(reader: StreamReader, writer: StreamWriter) -> None:
        await reader.read(65_536)
        writer.write(f"HTTP/1.1 200 OK\r\n{head}\r\n".encode() + body)
        await writer.drain()

    async with listening(answer) as port:
        yield f"http://127.0.0.1:{port}"
