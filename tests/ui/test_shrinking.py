"""A picture that is too large is made smaller; nothing else is touched."""

import random
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from pupitre.client.shelf import NotKept, Shelf
from pupitre.domain.attachments import MAX_SIZE
from pupitre.ui.shrinking import EDGES, light, source
from tests.support.papers import png, written

_TURNED = 0x0112


def grain(wide: int, tall: int, mode: str = "RGB") -> Image.Image:
    """Return a picture in which no two pixels are alike, as a camera's are not."""
    depth = len(mode)
    return Image.frombytes(mode, (wide, tall), random.Random(7).randbytes(wide * tall * depth))


def photo(wide: int = 4600, tall: int = 3450) -> bytes:
    """Return a photograph of more than ten megabytes, taken with the camera on its side."""
    notes, made = Image.Exif(), BytesIO()
    notes[_TURNED] = 6
    picture = grain(wide // 4, tall // 4).resize((wide, tall), Image.Resampling.NEAREST)
    picture.save(made, "JPEG", quality=97, exif=notes)
    return made.getvalue()


def kept(folder: Path, path: Path) -> tuple[str, str, Image.Image, int]:
    """Attach a file; return its name, its type, the picture and its size."""
    shelf = Shelf(folder / "shelf")
    found = shelf.keep("one", source(path))
    copy = shelf.path("one")
    content = copy.read_bytes()
    return found.name, found.media_type, Image.open(BytesIO(content)), len(content)


def test_a_large_photograph_is_sent_smaller_and_upright(tmp_path: Path) -> None:
    content = photo()
    assert len(content) > MAX_SIZE
    name, kind, picture, size = kept(tmp_path, written(tmp_path, "photo.jpg", content))
    assert (name, kind) == ("photo.jpg", "image/jpeg")
    assert size <= MAX_SIZE
    wide, tall = picture.size
    assert max(picture.size) in EDGES
    assert tall / wide == pytest.approx(4600 / 3450, abs=0.01), "it stands as it was taken"
    assert not picture.getexif(), "nor where it was taken"


def test_a_large_screenshot_is_sent_as_a_photograph_on_white(tmp_path: Path) -> None:
    made, clear = BytesIO(), grain(1900, 1500, "RGBA")
    clear.paste((0, 0, 0, 0), (0, 0, 400, 400))
    clear.save(made, "PNG", compress_level=0)
    name, kind, picture, size = kept(tmp_path, written(tmp_path, "écran.png", made.getvalue()))
    assert (name, kind) == ("écran.jpg", "image/jpeg")
    assert size <= MAX_SIZE
    corner = picture.convert("RGB").getpixel((100, 100))
    assert isinstance(corner, tuple)
    assert min(corner) > 240


def test_what_is_small_enough_is_sent_as_it_is(tmp_path: Path) -> None:
    path = written(tmp_path, "small.png", png())
    shelf = Shelf(tmp_path / "shelf")
    shelf.keep("one", source(path))
    assert shelf.path("one").read_bytes() == png()
    assert light(png()) == png()


def _moving() -> bytes:
    made, frames = BytesIO(), [Image.new("RGB", (9, 9), colour) for colour in ("red", "blue")]
    frames[0].save(made, "GIF", save_all=True, append_images=frames[1:])
    return made.getvalue() + bytes(MAX_SIZE)


def _document() -> bytes:
    return b"%PDF-1.4\n" + bytes(MAX_SIZE)


def _broken() -> bytes:
    return png()[:40] + bytes(MAX_SIZE)


@pytest.mark.parametrize("content", [_moving, _document, _broken])
def test_what_cannot_be_made_smaller_is_refused(
    content: Callable[[], bytes], tmp_path: Path
) -> None:
    path = written(tmp_path, "it", content())
    with pytest.raises(NotKept, match="too_large"):
        Shelf(tmp_path / "shelf").keep("one", source(path))


def test_what_was_pasted_is_made_smaller_too() -> None:
    made = BytesIO()
    grain(2100, 1800).save(made, "PNG", compress_level=0)
    assert len(made.getvalue()) > MAX_SIZE
    smaller = light(made.getvalue())
    assert len(smaller) <= MAX_SIZE
    assert Image.open(BytesIO(smaller)).size == (2100, 1800)
