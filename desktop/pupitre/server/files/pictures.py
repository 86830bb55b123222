"""Pictures, drawn again: what is kept was written here, without what a camera or a person hid."""

import io
import logging
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageCms, ImageOps
from typing_extensions import override

from pupitre.domain.attachments import MAX_SIZE

MAX_SCANS = 100
"""Passes of a JPEG; each decodes the whole picture again, and usual ones have ten."""
MAX_PIXELS = 32_000_000
"""More than a phone's usual photo; decoded, that is 128 MB."""
THUMBNAIL = 480
"""Pixels of the longer side of the smaller picture."""
_FORMATS = {
    "image/png": "PNG",
    "image/jpeg": "JPEG",
    "image/gif": "GIF",
    "image/webp": "WEBP",
}
_log = logging.getLogger(__name__)
Image.MAX_IMAGE_PIXELS = None  # the limit is checked here, before anything is decoded


class Damaged(Exception):
    """This is no picture of the kind that its first bytes say."""


class TooManyPixels(Exception):
    """Decoded, it would take too much memory: a bomb, or a very large picture."""


class TooLong(Exception):
    """It was packed more tightly than it is here: written again, it is over the limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A picture written again, and a smaller one of it."""

    width: int
    height: int
    content: bytes
    small: bytes


def redraw(source: Path, media_type: str) -> Drawn:
    """Decode a picture and write it again: upright, its first frame, without metadata.

    Whatever a decoder trips over makes the file a damaged one.
    """
    try:
        return _redrawn(source, _FORMATS[media_type])
    except (TooManyPixels, TooLong):
        raise
    except Exception as error:  # noqa: BLE001 -- hostile bytes: a decoder's trouble is the file's
        _log.info("a picture was not taken: %s", type(error).__name__)
        raise Damaged from None


def _redrawn(source: Path, kind: str) -> Drawn:
    if kind == "JPEG" and source.read_bytes().count(_SCAN) > MAX_SCANS:
        raise Damaged
    with Image.open(source, formats=[kind]) as opened:
        _check(opened)
        opened.load()
        _check(opened)
        original = opened.format == "JPEG" and opened.getexif().get(_ORIENTATION, 1) == 1
        upright = opened if original else (ImageOps.exif_transpose(opened))
        coloured = _in_srgb(upright)
        keeps = original and coloured is opened
        coloured.info = {key: it for key, it in coloured.info.items() if key == "transparency"}
        return Drawn(
            width=coloured.width,
            height=coloured.height,
            content=_written(coloured, kind, keeps=keeps),
            small=_small(coloured),
        )


_ORIENTATION = 0x0112
_SCAN = b"\xff\xda"
"""Begins a pass; within one, the same bytes are written otherwise."""


def _check(picture: Image.Image) -> None:
    if picture.width * picture.height > MAX_PIXELS:
        raise TooManyPixels


def _in_srgb(picture: Image.Image) -> Image.Image:
    """Return the picture in the colours that every screen takes for granted."""
    if picture.mode == "CMYK":
        return picture.convert("RGB")
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "RGBA"):
        return picture
    try:
        its, ours = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(picture, its, ours) or picture
    except (ImageCms.PyCMSError, OSError):
        return picture


class _Bounded(io.BytesIO):
    """Holds what is written, up to the size of a file."""

    @override
    def write(self, data: object, /) -> int:
        written = super().write(data)  # type: ignore[arg-type] # Pillow writes bytes only
        if self.tell() > MAX_SIZE:
            raise TooLong
        return written


def _written(picture: Image.Image, kind: str, *, keeps: bool) -> bytes:
    """Write the picture; a JPEG that is not turned keeps its own quality, others get a high one."""
    options: dict[str, object] = {}
    if kind == "JPEG":
        options = {"quality": "keep"} if keeps else {"quality": 92}
        if not keeps and picture.mode not in ("RGB", "L"):
            picture = picture.convert("RGB")
    elif kind == "WEBP":
        options = {"quality": 90}
    target = _Bounded()
    picture.save(target, kind, **options)
    return target.getvalue()


def _small(picture: Image.Image) -> bytes:
    """Return a smaller picture: PNG where something shines through, JPEG otherwise."""
    shines = picture.has_transparency_data
    small = picture.convert("RGBA" if shines else "RGB")
    small.thumbnail((THUMBNAIL, THUMBNAIL))
    small.info = {}
    target = _Bounded()
    small.save(target, "PNG" if shines else "JPEG", **({} if shines else {"quality": 82}))
    return target.getvalue()
