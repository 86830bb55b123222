"""Text as search compares it, and names made harmless."""

import pytest

from pupitre.server.folding import folded, harmless


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Écru", "ecru"),
        ("CŒUR", "coeur"),
        ("straße", "strasse"),
        ("ﬁn", "fin"),
        ("Việt", "viet"),
        ("שָׁלוֹם", "שלום"),
        ("a\u034fb", "a\u034fb"),
        ("Ελλάς", "ελλασ"),
    ],
)
def test_accents_and_capitals_do_not_count(text: str, plain: str) -> None:
    assert folded(text) == plain


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (None, None),
        ("Zoé  Martin\n", "Zoé Martin"),
        ("\u202eevil\u2066", "evil"),
        ("a\x00b\x1b[31m", "ab[31m"),
        (" \u200b ", None),
    ],
)
def test_a_name_cannot_turn_the_line_around(name: str | None, shown: str | None) -> None:
    assert harmless(name) == shown
