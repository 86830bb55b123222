"""A picture is measured as it is shown."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from pupitre.backends.measure import NotAPicture, measures
from tests.support.papers import png, written


def photo(orientation: int) -> bytes:
    """Return a photograph that a telephone took, 8 by 4 as it lies in the file."""
    picture, notes, made = Image.new("RGB", (8, 4)), Image.Exif(), BytesIO()
    notes[0x0112] = orientation
    picture.save(made, "JPEG", exif=notes)
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "size"),
    [(png(60, 40), (60, 40)), (photo(1), (8, 4)), (photo(6), (4, 8)), (photo(8), (4, 8))],
)
def test_width_comes_before_height(tmp_path: Path, content: bytes, size: tuple[int, int]) -> None:
    assert measures(written(tmp_path, "a", content)) == size


def test_a_huge_picture_is_no_picture(tmp_path: Path) -> None:
    """Its pixels would fill the memory: only the head says 60,000 by 60,000."""
    head = png(1, 1).replace(b"\0\0\0\1\0\0\0\1", b"\0\0\xea\x60\0\0\xea\x60")
    with pytest.raises(NotAPicture):
        measures(written(tmp_path, "bomb.png", head))


def test_what_only_begins_like_one_is_none(tmp_path: Path) -> None:
    with pytest.raises(NotAPicture):
        measures(written(tmp_path, "a.png", png()[:20]))
