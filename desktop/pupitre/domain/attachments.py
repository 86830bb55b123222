"""Files in messages: what may be attached, how it is recognised, what it is called."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from pupitre.domain.ids import AttachmentId

MAX_SIZE = 10 * 1024 * 1024
"""Bytes in a file."""
MAX_PER_MESSAGE = 10
"""Files in a message."""
MAX_NAME = 120
"""Characters in a file's name."""
IMAGES = ("image/png", "image/jpeg", "image/gif", "image/webp")
"""Shown in the thread; the others are only downloaded."""
HEAD = 4096
"""How many of a file's first bytes tell what it is."""

_ENDINGS = {
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/gif": (".gif",),
    "image/webp": (".webp",),
    "application/pdf": (".pdf",),
    "text/plain": (".txt",),
}
_OF_PICTURES = frozenset(ending for kind in IMAGES for ending in _ENDINGS[kind])
_MARKS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
)
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_PLAIN_CONTROLS = frozenset(b"\t\n\r\f")
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
"""What Windows takes for a device."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*%#&;`$]')


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file in a message; its addresses begin at the server's."""

    id: AttachmentId
    name: str = ""
    media_type: str = ""
    size: int = 0
    """Bytes."""
    url: str = ""
    """Where it is, with its signature: it stays the same as long as the file."""
    width: int | None = None
    height: int | None = None
    """Pixels; of images only."""
    thumbnail: str | None = None
    """Where a smaller picture of it is; of images only."""


def named(ids: Iterable[str]) -> tuple[Attachment, ...]:
    """Return attachments of which nothing but the id is known, as a message travels."""
    return tuple(Attachment(id=AttachmentId(id_)) for id_ in ids)


def media_type_of(head: bytes) -> str | None:
    """Say what a file is by its first bytes, never by its name; None: nothing that may be sent."""
    for mark, media_type in _MARKS:
        if head.startswith(mark):
            return media_type
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    return "text/plain" if _is_text(head[:HEAD]) else None


def _is_text(head: bytes) -> bool:
    """Whether this begins a text in UTF-8: no control characters but line ends and tabs."""
    if not head.removeprefix(_BYTE_ORDER_MARK):
        return False
    if any((byte < 32 and byte not in _PLAIN_CONTROLS) or byte == 127 for byte in head):
        return False
    try:
        head.decode()
    except UnicodeDecodeError as error:
        return len(head) == HEAD and error.reason == "unexpected end of data"
    return True


def safe_name(name: str, media_type: str = "") -> str:
    """Return a name that is harmless on any disk and in any address, with its type's ending."""
    last = re.split(r"[/\\]", name)[-1]
    shown = "".join(c for c in unicodedata.normalize("NFC", last) if _is_shown(c))
    plain = " ".join(_FORBIDDEN.sub("_", shown).split()).strip(". ")
    if _RESERVED.match(plain):
        plain = f"_{plain}"
    stem, dot, ending = plain.rpartition(".")
    endings, own = _ENDINGS.get(media_type, ()), f"{dot}{ending.casefold()}"
    if endings and own not in endings:
        if media_type not in IMAGES or own not in _OF_PICTURES:
            stem = plain  # only a picture's ending gives way, to that of another kind
        dot, ending = ".", endings[0][1:]
    elif not dot:
        stem, ending = plain, ""
    tail = f"{dot}{ending}"[: MAX_NAME // 4]
    return f"{stem[: MAX_NAME - len(tail)].rstrip('. ') or 'file'}{tail}"


def _is_shown(character: str) -> bool:
    return character == " " or unicodedata.category(character)[0] not in "CZ"
