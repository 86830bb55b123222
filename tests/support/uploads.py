"""Files for tests, drawn here, and how a client of the contract sends and reads them."""

import io
import struct
import zlib
from typing import Any

import httpx
from PIL import Image

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
    return httpx.AsyncClient(trust_env=False, timeout=20)


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
