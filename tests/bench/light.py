"""A WebSocket client so light that it does not get in the way of what it measures.

It sends text unmasked (a mask of zeros), never asks for compression, and reads only whole
frames of the sizes that a server sends. One object per connection, no task per connection.
"""

import asyncio
import struct
from collections.abc import Callable
from typing import Any

from typing_extensions import override

HEADS = (
    "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
TEXT, CLOSE = 0x81, 0x88
NO_MASK = b"\0\0\0\0"


class Light(asyncio.Protocol):
    """One connection; `heard` is called with the bytes of each text frame."""

    def __init__(self, path: str, heard: Callable[["Light", bytes], None]) -> None:
        self.heard = heard
        self.open: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._path = path
        self._buffer = bytearray()
        self._transport: Any = None

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport
        self._transport.write(HEADS.format(path=self._path).encode())

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        if not self.open.done():
            self.open.set_exception(exc or ConnectionError("closed"))

    @override
    def data_received(self, data: bytes) -> None:
        self._buffer += data
        if not self.open.done():
            head, found, rest = bytes(self._buffer).partition(b"\r\n\r\n")
            if not found:
                return
            assert b" 101 " in head.split(b"\r\n")[0], head
            self._buffer = bytearray(rest)
            self.open.set_result(None)
        self._read()

    def _read(self) -> None:
        buffer = self._buffer
        while len(buffer) >= 2:
            size, start = buffer[1] & 0x7F, 2
            if size == 126:
                size, start = int.from_bytes(buffer[2:4]), 4
            elif size == 127:
                size, start = int.from_bytes(buffer[2:10]), 10
            if len(buffer) < start + size:
                return
            kind, body = buffer[0], bytes(buffer[start : start + size])
            del buffer[: start + size]
            if kind == TEXT:
                self.heard(self, body)

    def send(self, text: bytes) -> None:
        """Send a text frame."""
        size = len(text)
        head = bytes((TEXT, 0x80 | size)) if size < 126 else struct.pack("!BBH", TEXT, 0xFE, size)
        self._transport.write(head + NO_MASK + text)

    def close(self) -> None:
        """Cut the connection."""
        self._transport.abort()


async def connected(url: str, path: str, heard: Callable[[Light, bytes], None]) -> Light:
    """Open a connection to a server at `http://host:port`."""
    host, _, port = url.removeprefix("http://").partition(":")
    loop = asyncio.get_running_loop()
    _, light = await loop.create_connection(lambda: Light(path, heard), host, int(port))
    await light.open
    return light
