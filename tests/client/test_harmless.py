"""Names from strangers cannot disturb the text around them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pupitre.client import harmless


@pytest.mark.parametrize(
    ("wild", "tame"),
    [
        ("Camille D.", "Camille D."),
        ("  Camille \n\t D. ", "Camille D."),
        ("\u202eneergtnecyrC\u202c", "neergtnecyrC"),
        ("a\u2066b\u2069c\u200f", "abc"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("\x1b[31mred\x07", "[31mred"),
        ("Ина́ 👩\u200d🔧", "Ина́ 👩\u200d🔧"),
        ("ليلى", "ليلى"),
        ("Z" + "\u0335" * 40, "Z" + "\u0335" * 3),
        ("", ""),
        (None, ""),
        ("\u202e", ""),
    ],
)
def test_a_name_is_made_harmless(wild: str | None, tame: str) -> None:
    assert harmless.name(wild) == tame


@given(st.text(max_size=300))
def test_whatever_comes_is_one_short_line_with_nothing_hidden(text: str) -> None:
    for made, limit in (
        (harmless.name(text), harmless.NAME_LIMIT),
        (harmless.line(text), harmless.PREVIEW_LIMIT),
    ):
        assert len(made) <= limit
        assert len(made.splitlines()) <= 1
        hidden = {unicodedata.category(c) for c in made if c not in "\u200c\u200d"}
        assert not hidden & {"Cc", "Cf", "Co", "Cs", "Cn"}


def test_what_is_plain_at_a_glance_has_nothing_to_hide() -> None:
    plain = [chr(code) for code in range(0x3000) if harmless._PLAIN.fullmatch(chr(code))]
    assert {"é", "œ", "’", "…", "€", "\u202f", "\n"} <= set(plain)
    assert [it for it in plain if f"a{it}b".split() != harmless._sifted(f"a{it}b").split()] == []
    assert not {"\u00ad", "\u0301", "\u200b", "\u202e", "\u2028"} & set(plain)


def test_a_long_text_is_cut_with_a_sign() -> None:
    assert harmless.line("mot " * 500).endswith("…")


@given(st.text(min_size=1, max_size=40))
def test_a_number_has_four_digits_and_never_changes(id_: str) -> None:
    assert 1000 <= harmless.number(id_) <= 9999
    assert harmless.number(id_) == harmless.number(id_)


def test_numbers_are_the_same_tomorrow() -> None:
    assert harmless.number("visitor-1") == 2068
