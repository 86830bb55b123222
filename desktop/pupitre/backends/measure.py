"""How large a picture is, as it is shown; its pixels are not read."""

from pathlib import Path

_ORIENTATION = 0x0112
_SIDEWAYS = 5
"""Orientations from here on turn the picture by a quarter (EXIF 2.3, tag 274)."""


class NotAPicture(Exception):
    """What was taken for a picture cannot be read as one."""


def measures(path: Path) -> tuple[int, int]:
    """Return width and height; blocking, so for a thread."""
    from PIL import Image

    try:
        with Image.open(path) as picture:
            wide, tall = picture.size
            lies = picture.getexif().get(_ORIENTATION, 1) >= _SIDEWAYS
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise NotAPicture(str(error)) from error
    return (tall, wide) if lies else (wide, tall)
