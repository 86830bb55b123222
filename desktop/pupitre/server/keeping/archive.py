"""A saved server in one file: a zip that says what is in it, with the sum of every part."""

import hashlib
import os
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import IO

import msgspec

from pupitre import __version__

MANIFEST = "manifest.json"
FORMAT = 1
DATABASE = "pupitre.sqlite3"
ASIDE = "replaced-"
"""How folders begin that hold what a restored server replaced."""
_PIECE = 1 << 20
_PACKED = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".small")
"""What is small already: packing it again only takes time."""


class Damaged(Exception):
    """The file is no saved server, or not whole; the message is one sentence for people."""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One file of the data folder."""

    path: str
    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a saved server holds."""

    format: int = FORMAT
    program: str = __version__
    made_at: datetime
    conversations: int
    events: int
    parts: tuple[Part, ...] = ()


def add(archive: zipfile.ZipFile, source: Path, path: str) -> Part:
    """Put a file in; return what it is."""
    digest, size = hashlib.sha256(), 0
    info = zipfile.ZipInfo.from_file(source, path, strict_timestamps=False)
    is_packed = source.suffix in _PACKED or PurePosixPath(path).parts[0] == "attachments"
    info.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
    with source.open("rb") as reading, archive.open(info, "w", force_zip64=True) as writing:
        while piece := reading.read(_PIECE):
            digest.update(piece)
            size += len(piece)
            writing.write(piece)
    return Part(path=path, size=size, sha256=digest.hexdigest())


def manifest_of(archive: zipfile.ZipFile) -> Manifest:
    """Read what is in it; raise Damaged where that cannot be trusted."""
    try:
        found = msgspec.json.decode(archive.read(MANIFEST), type=Manifest)
    except (KeyError, msgspec.DecodeError):
        raise Damaged("This is no saved server of Pupitre.") from None
    if found.format != FORMAT:
        raise Damaged(f"It was saved by a newer version of Pupitre ({found.program}).")
    names = [part.path for part in found.parts]
    if DATABASE not in names or not all(map(_stays_inside, names)):
        raise Damaged("This is no saved server of Pupitre.")
    return found


def _stays_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return (
        not path.is_absolute() and ".." not in path.parts and "\\" not in name and ":" not in name
    )


def take_out(archive: zipfile.ZipFile, part: Part, target: Path) -> None:
    """Write a part to its place; raise Damaged where it is not what was put in."""
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    digest, size = hashlib.sha256(), 0
    try:
        with target.open("wb") as writing:
            target.chmod(0o600)
            for piece in _pieces(archive, part):
                digest.update(piece)
                size += len(piece)
                writing.write(piece)
            writing.flush()
            os.fsync(writing.fileno())
    except (KeyError, zipfile.BadZipFile, EOFError) as error:
        raise Damaged(f"“{part.path}” in it is damaged.") from error
    if (size, digest.hexdigest()) != (part.size, part.sha256):
        raise Damaged(f"“{part.path}” in it is damaged.")


def _pieces(archive: zipfile.ZipFile, part: Part) -> Iterator[bytes]:
    with archive.open(part.path) as reading:
        yield from _read(reading)


def _read(reading: IO[bytes]) -> Iterator[bytes]:
    while piece := reading.read(_PIECE):
        yield piece
