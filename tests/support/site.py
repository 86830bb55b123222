"""A site on another origin than the server: one page, under the policy that a test gives it."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager


@asynccontextmanager
async def site(page: str, headers: Mapping[str, str]) -> AsyncIterator[str]:
    """Serve the page to every request until the end of the block; gives its address."""
    body = page.encode()
    told = {"Content-Type": "text/html", "Content-Length": len(body), "Connection": "close"}
    head = "".join(f"{name}: {value}\r\n" for name, value in (told | dict(headers)).items())

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(65_536)
        writer.write(f"HTTP/1.1 200 OK\r\n{head}\r\n".encode() + body)
        writer.close()
        await writer.wait_closed()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
