"""Text made inert, and still itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pupitre.server.mail.inert import inert, one_line


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Bonjour", "Bonjour"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\u202egnp\u202c", "gnp"),
        ("a\tb\x00c\x1b[0m", "a    bc[0m"),
        ("👩‍🚀 🇫🇷 é", "👩‍🚀 🇫🇷 é"),
        ("\n\nx\n\n", "x"),
    ],
)
def test_what_is_left(text: str, left: str) -> None:
    assert inert(text) == left


@given(st.text())
def test_a_header_is_one_line(text: str) -> None:
    line = one_line(text)
    assert "\n" not in line
    assert "\r" not in line
    assert len(line) <= 200
    assert one_line(line) == line
