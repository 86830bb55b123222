"""Colours are readable in both lights, and so are the missions' own."""

import pytest
from PySide6.QtGui import QColor

from pupitre.ui.tokens import DARK, LIGHT, Tokens, chip_colours, contrast, mixed

READ = [
    ("text", "surface"),
    ("text", "soft"),
    ("muted", "surface"),
    ("muted", "ground"),
    ("on_fill", "fill"),
    ("mine_muted", "fill"),
    ("theirs_muted", "theirs"),
    ("theirs_muted", "soft"),
    ("advice_text", "advice"),
    ("bad", "surface"),
    ("late", "surface"),
    ("tooltip_text", "tooltip"),
]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("words", "ground"), READ)
def test_words_can_be_read_on_their_ground(tokens: Tokens, words: str, ground: str) -> None:
    limit = 3.5 if words in ("mine_muted", "muted") else 4.4
    seen = contrast(QColor(getattr(tokens, words)), QColor(getattr(tokens, ground)))
    assert seen >= limit


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("colour", ["#0f7b4f", "#a34a00", "#ffee00", "#000000", "not a colour"])
def test_a_mark_can_be_read_whatever_the_missions_colour(tokens: Tokens, colour: str) -> None:
    ground, words = chip_colours(colour, tokens)
    assert contrast(ground, words) >= 4.4


def test_every_colour_is_one() -> None:
    for tokens in (LIGHT, DARK):
        assert all(QColor.isValidColorName(it) for it in tokens if isinstance(it, str))


def test_black_on_white_is_the_greatest_contrast() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21, abs=0.1)
    assert mixed(QColor("#000000"), QColor("#ffffff"), 0.5).name() in ("#7f7f7f", "#808080")
