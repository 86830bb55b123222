"""Pictures are drawn again: upright, in sRGB, without what they hid."""

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from pupitre.domain.attachments import MAX_SIZE
from pupitre.server.files.pictures import (
    MAX_PIXELS,
    MAX_SCANS,
    Damaged,
    Drawn,
    TooLong,
    TooManyPixels,
    redraw,
)
from tests.support.uploads import bomb, picture

DESCRIPTION, ORIENTATION, MAKER = 0x010E, 0x0112, 0x010F
SECRET = "48.8566 N 2.3522 E"


def drawn(tmp_path: Path, content: bytes, media_type: str) -> Drawn:
    (tmp_path / "picture").write_bytes(content)
    return redraw(tmp_path / "picture", media_type)


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def exif(orientation: int = 1) -> bytes:
    said = Image.Exif()
    said[DESCRIPTION], said[MAKER], said[ORIENTATION] = SECRET, "Camera", orientation
    return said.tobytes()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_each_kind_stays_its_kind(tmp_path: Path, kind: str) -> None:
    result = drawn(tmp_path, picture(kind), f"image/{kind.lower()}")
    assert (result.width, result.height) == (640, 400)
    assert opened(result.content).format == kind
    assert opened(result.content).size == (640, 400)
    assert max(opened(result.small).size) == 480


def hiding(kind: str, **more: Any) -> bytes:
    """Return a picture with everything that its kind can hide."""
    options: dict[str, Any] = {"exif": exif(), "xmp": SECRET.encode(), "comment": SECRET}
    if kind == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_text("Comment", SECRET)
        text.add_itxt("XML:com.adobe.xmp", SECRET)
        options = {"pnginfo": text, "exif": exif()}
    return picture(kind, **options, **more)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_what_a_picture_hides_is_not_kept(tmp_path: Path, kind: str) -> None:
    content = hiding(kind)
    assert SECRET.encode() in content
    result = drawn(tmp_path, content, f"image/{kind.lower()}")
    for kept in (result.content, result.small):
        assert SECRET.encode() not in kept
        assert b"Exif" not in kept
        assert b"Camera" not in kept
        assert not opened(kept).getexif()


def test_what_follows_a_picture_is_not_kept(tmp_path: Path) -> None:
    result = drawn(tmp_path, picture("JPEG") + b"PK\x03\x04 a zip" * 99, "image/jpeg")
    assert b"PK\x03\x04" not in result.content


def test_a_photo_that_lay_on_its_side_stands_up(tmp_path: Path) -> None:
    result = drawn(tmp_path, picture("JPEG", exif=exif(orientation=6)), "image/jpeg")
    assert (result.width, result.height) == (400, 640)
    assert opened(result.content).size == (400, 640)
    assert opened(result.small).size == (300, 480)


def test_an_upright_jpeg_keeps_its_quality(tmp_path: Path) -> None:
    content = picture("JPEG", quality=71)
    result = drawn(tmp_path, content, "image/jpeg")
    tables = [getattr(opened(each), "quantization", None) for each in (content, result.content)]
    assert tables[0] == tables[1]


def test_only_the_first_frame_of_an_animation_is_kept(tmp_path: Path) -> None:
    frames = [Image.new("P", (40, 30), colour) for colour in range(5)]
    target = io.BytesIO()
    frames[0].save(target, "GIF", save_all=True, append_images=frames[1:], duration=50)
    result = drawn(tmp_path, target.getvalue(), "image/gif")
    assert getattr(opened(result.content), "n_frames", 1) == 1


def test_transparency_is_kept(tmp_path: Path) -> None:
    glass = Image.new("RGBA", (60, 60), (255, 0, 0, 0))
    target = io.BytesIO()
    glass.save(target, "PNG")
    result = drawn(tmp_path, target.getvalue(), "image/png")
    for kept in (result.content, result.small):
        assert opened(kept).convert("RGBA").getpixel((9, 9)) == (255, 0, 0, 0)


def test_a_palette_with_a_transparent_colour_is_kept(tmp_path: Path) -> None:
    image = Image.new("P", (20, 20), 3)
    target = io.BytesIO()
    image.save(target, "GIF", transparency=3)
    result = drawn(tmp_path, target.getvalue(), "image/gif")
    assert opened(result.content).convert("RGBA").getchannel("A").getpixel((5, 5)) == 0
    assert opened(result.small).format == "PNG"


def test_colours_of_another_profile_become_srgb(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ"))
    result = drawn(tmp_path, picture("JPEG", icc_profile=profile.tobytes()), "image/jpeg")
    assert "icc_profile" not in opened(result.content).info


def test_a_printers_colours_become_a_screens(tmp_path: Path) -> None:
    target = io.BytesIO()
    Image.new("CMYK", (50, 50), (0, 255, 255, 0)).save(target, "JPEG")
    result = drawn(tmp_path, target.getvalue(), "image/jpeg")
    assert opened(result.content).mode == "RGB"


def test_a_bomb_is_recognised_before_it_goes_off(tmp_path: Path) -> None:
    with pytest.raises(TooManyPixels):
        drawn(tmp_path, bomb(), "image/png")
    with pytest.raises(TooManyPixels):
        drawn(tmp_path, bomb(MAX_PIXELS // 100 + 1, 100), "image/png")


def test_a_jpeg_that_is_decoded_again_and_again_is_refused(tmp_path: Path) -> None:
    content = picture("JPEG", progressive=True)
    (head, *scans) = content.split(b"\xff\xda")
    assert 2 < len(scans) < MAX_SCANS
    assert drawn(tmp_path, content, "image/jpeg").width == 640
    many = b"\xff\xda".join([head, *scans[:-1] * MAX_SCANS, scans[-1]])
    with pytest.raises(Damaged):
        drawn(tmp_path, many, "image/jpeg")


@pytest.mark.parametrize("side", [(1, 1), (5000, 1), (1, 5000)])
def test_odd_sizes_are_pictures_too(tmp_path: Path, side: tuple[int, int]) -> None:
    result = drawn(tmp_path, picture("PNG", side), "image/png")
    assert (result.width, result.height) == side
    assert min(opened(result.small).size) >= 1


def test_what_was_packed_more_tightly_is_too_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pupitre.server.files.pictures.MAX_SIZE", 100)
    with pytest.raises(TooLong):
        drawn(tmp_path, picture(), "image/png")
    assert MAX_SIZE > 100


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (picture()[:300], "image/png"),
        (picture("JPEG")[:300], "image/jpeg"),
        (picture("GIF")[:-100], "image/gif"),
        (picture("WEBP")[:100], "image/webp"),
        (picture("GIF"), "image/png"),
        (b"\xff\xd8\xff" + b"\0" * 99, "image/jpeg"),
        (b"GIF89a" + b"\xff" * 99, "image/gif"),
        (b"", "image/png"),
    ],
)
def test_what_cannot_be_decoded_is_damaged(tmp_path: Path, content: bytes, media_type: str) -> None:
    with pytest.raises(Damaged):
        drawn(tmp_path, content, media_type)
