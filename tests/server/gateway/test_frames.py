"""Frames as bytes: heads of every size, and what is known of a stream that comes in pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.frames import Frame, Opcode

from pupitre.server.gateway.frames import head, missing, text_of

SIZES = st.sampled_from([0, 1, 5, 125, 126, 127, 1_000, 65_535, 65_536, 70_000])
WHOLE = st.sampled_from([Opcode.TEXT, Opcode.BINARY, Opcode.PING, Opcode.PONG])


def sent(opcode: Opcode, size: int, *, fin: bool = True) -> bytes:
    """Return a client's frame as the library writes it."""
    return Frame(opcode, b"x" * size, fin).serialize(mask=True)


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (0, b"\x81\x00"),
        (125, b"\x81\x7d"),
        (126, b"\x81\x7e\x00\x7e"),
        (65_535, b"\x81\x7e\xff\xff"),
        (65_536, b"\x81\x7f\x00\x00\x00\x00\x00\x01\x00\x00"),
    ],
)
def test_a_frame_says_how_long_it_is(size: int, expected: bytes) -> None:
    assert head(b"x" * size) == expected


@pytest.mark.parametrize("text", ["", "Écru", "x" * 125, "x" * 126, "é" * 30_000])
def test_a_text_that_came_by_itself_is_read(text: str) -> None:
    frame = Frame(Opcode.TEXT, text.encode()).serialize(mask=True)
    assert text_of(frame) == text.encode()
    assert text_of(frame + b"\x89") is None
    assert text_of(frame[:-1]) is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x81",
        sent(Opcode.TEXT, 3, fin=False),
        sent(Opcode.BINARY, 3),
        sent(Opcode.PING, 0),
        sent(Opcode.TEXT, 65_536),
        sent(Opcode.TEXT, 127)[:2] + b"\xff" * 131,
        b"\xc1" + sent(Opcode.TEXT, 3)[1:],
        Frame(Opcode.TEXT, b"not masked").serialize(mask=False),
    ],
)
def test_all_else_is_left_to_the_library(data: bytes) -> None:
    assert text_of(data) is None


@given(st.lists(st.tuples(WHOLE, SIZES), max_size=4), st.data())
def test_what_a_frame_lacks_is_told_or_not_known(
    frames: list[tuple[Opcode, int]], data: st.DataObject
) -> None:
    pieces = [sent(opcode, min(size, 125) if opcode & 8 else size) for opcode, size in frames]
    stream = b"".join(pieces)
    ends = {sum(map(len, pieces[:count])) for count in range(len(pieces) + 1)}
    cuts = data.draw(st.lists(st.integers(0, len(stream)), max_size=4).map(sorted))
    lacking = 0
    for start, end in zip([0, *cuts], [*cuts, len(stream)], strict=True):
        told = missing(stream[start:end], lacking)
        if told is None:
            return
        assert (told == 0) == (end in ends)
        assert end + told in ends
        lacking = told


def test_parts_of_a_message_are_not_followed() -> None:
    assert missing(sent(Opcode.TEXT, 3, fin=False), 0) is None
    assert missing(sent(Opcode.TEXT, 3) + sent(Opcode.CONT, 3), 0) is None
