"""Files for tests, drawn here, and how a client of the contract sends and reads them."""

import asyncio
import contextlib
import io
import ssl
import struct
import zlib
from pathlib import Path
from typing import Any

import httpx
from PIL import Image

from tests.support.clients import VisitorPage
from tests.support.patience import LONG, soon

TLS = ssl.create_default_context()
"""Made once: each client would read the system's certificates again."""
PDF = b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"
ZIP = b"PK\x03\x04\x14\0\0\0\x08\0" + b"\0" * 60


def picture(kind: str = "PNG", size: tuple[int, int] = (640, 400), **options: Any) -> bytes:
    """Return a picture that is not one plain colour."""
    image = Image.linear_gradient("L").resize(size)
    if kind in ("PNG", "WEBP"):
        image = Image.merge("RGBA", (image, image.rotate(90).resize(size), image, image))
    else:
        image = image.convert("RGB")
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def bomb(width: int = 50_000, height: int = 50_000) -> bytes:
    """Return a small PNG that says it has that many pixels."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1_000_000, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def calls() -> httpx.AsyncClient:
    """Return a client that goes through no proxy."""
    return httpx.AsyncClient(trust_env=False, timeout=LONG, verify=TLS)


async def sent(
    url: str, token: str | None, content: bytes, name: str = "a.png", **headers: str
) -> httpx.Response:
    """Send a file as a browser's form does."""
    if token:
        headers["Authorization"] = f"Bearer {token}"
    async with calls() as http:
        return await http.post(
            f"{url}/api/attachments", files={"file": (name, content)}, headers=headers
        )


async def must_send(url: str, token: str, content: bytes, name: str = "a.png") -> dict[str, Any]:
    """Send a file that is taken; return what the server calls it."""
    answer = await sent(url, token, content, name)
    assert answer.status_code == 201, answer.text
    file: dict[str, Any] = answer.json()
    return file


def token(page: VisitorPage) -> str:
    """Return what a visitor's page is known by."""
    return str(page.of("welcome")[0]["visitor"])


def lying(folder: Path) -> list[str]:
    """Name every file that lies in a data folder."""
    return sorted(it.name for it in (folder / "attachments").rglob("*") if it.is_file())


async def nothing_half_written(folder: Path) -> None:
    """Wait until a thread has cleared what was not finished."""
    drafts = folder / "attachments" / ".drafts"
    await soon(lambda: not any(drafts.iterdir()))


class Slow:
    """A sender that stops in the middle of a file."""

    def __init__(self, url: str, token: str) -> None:
        self._url = httpx.URL(url)
        self._token = token

    async def begin(self, size: int | None = 1_000_000, body: bytes = b"") -> None:
        """Send the head, and this much of the file; without a size: in chunks."""
        self.reader, self.writer = await asyncio.open_connection(self._url.host, self._url.port)
        form = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
        length = "Transfer-Encoding: chunked" if size is None else f"Content-Length: {size}"
        head = (
            f"POST /api/attachments HTTP/1.1\r\nHost: {self._url.netloc.decode()}\r\n"
            f"Authorization: Bearer {self._token}\r\n{length}\r\n"
            "Content-Type: multipart/form-data; boundary=b\r\n\r\n"
        )
        framed = f"{len(form):x}\r\n".encode() + form + b"\r\n" if size is None else form + body
        self.writer.write(head.encode() + framed)
        await self.writer.drain()

    async def give_up(self) -> None:
        """Break the sending off."""
        self.writer.close()
        with contextlib.suppress(ConnectionError):
            await self.writer.wait_closed()
