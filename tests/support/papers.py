"""Small files of a few kinds, drawn here without a library."""

import zlib
from pathlib import Path
from struct import pack

PDF = b"%PDF-1.4\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n"


def png(wide: int = 60, tall: int = 40, colour: tuple[int, int, int] = (30, 110, 230)) -> bytes:
    """Return a picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    header = pack(">IIBBBBB", wide, tall, 8, 2, 0, 0, 0)
    rows = (b"\0" + bytes(colour) * wide) * tall
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def written(folder: Path, name: str, content: bytes) -> Path:
    """Write a file and return where it is."""
    path = folder / name
    path.write_bytes(content)
    return path
