"""The icon is drawn in each form that a system asks for."""

import struct

import pytest

import drawings
from tests.architecture.sources import ROOT

SVG = ROOT / "resources" / "icons" / "pupitre.svg"
PNG = b"\x89PNG\r\n\x1a\n"


def side(image: bytes) -> int:
    """Read the width that a PNG states."""
    assert image.startswith(PNG)
    return int(struct.unpack(">I", image[16:20])[0])


@pytest.mark.parametrize("size", [16, 48, 512])
def test_a_png_has_the_size_that_was_asked(size: int) -> None:
    assert side(drawings.png(SVG, size)) == size


def test_an_ico_leads_to_a_png_of_each_size() -> None:
    icon = drawings.ico(SVG)
    zero, kind, count = struct.unpack("<HHH", icon[:6])
    assert (zero, kind, count) == (0, 1, len(drawings.ICO_SIZES))
    for number, size in enumerate(drawings.ICO_SIZES):
        entry = struct.unpack("<BBBBHHII", icon[6 + 16 * number : 22 + 16 * number])
        length, place = entry[-2:]
        assert side(icon[place : place + length]) == size
        assert entry[0] == size % 256


def test_an_icns_says_its_length_and_those_of_its_parts() -> None:
    icon = drawings.icns(SVG)
    assert (icon[:4], struct.unpack(">I", icon[4:8])[0]) == (b"icns", len(icon))
    place, found = 8, {}
    while place < len(icon):
        length = struct.unpack(">I", icon[place + 4 : place + 8])[0]
        found[icon[place : place + 4].decode()] = side(icon[place + 8 : place + length])
        place += length
    assert found == drawings.ICNS_KINDS
