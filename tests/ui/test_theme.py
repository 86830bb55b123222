"""One look, light or dark, that follows the size of the text."""

from dataclasses import fields

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from pupitre.ui import theme
from pupitre.ui.tokens import DARK, LIGHT, Tokens, chip_colours, contrast

READ = [
    ("text", "surface"),
    ("text", "soft"),
    ("muted", "surface"),
    ("muted", "ground"),
    ("on_fill", "fill"),
    ("mine_muted", "fill"),
    ("theirs_muted", "theirs"),
    ("advice_text", "advice"),
    ("bad", "surface"),
    ("late", "surface"),
    ("tooltip_text", "tooltip"),
]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("words", "ground"), READ)
def test_words_can_be_read_on_their_ground(tokens: Tokens, words: str, ground: str) -> None:
    limit = 3.5 if words in ("mine_muted", "muted") else 4.4
    assert contrast(QColor(getattr(tokens, words)), QColor(getattr(tokens, ground))) >= limit


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("colour", ["#0f7b4f", "#a34a00", "#ffee00", "#000000", "not a colour"])
def test_a_mark_can_be_read_whatever_the_missions_colour(tokens: Tokens, colour: str) -> None:
    ground, words = chip_colours(colour, tokens)
    assert contrast(ground, words) >= 4.4


def test_every_colour_is_one() -> None:
    for tokens in (LIGHT, DARK):
        values = [getattr(tokens, field.name) for field in fields(tokens)]
        assert all(QColor.isValidColorName(it) for it in values if isinstance(it, str))


def test_a_forced_scheme_is_the_one_shown(screen: QApplication) -> None:
    theme.apply(screen, theme.Scheme.DARK)
    assert theme.tokens() is DARK
    assert screen.palette().window().color().name() == DARK.surface
    theme.apply(screen, theme.Scheme.LIGHT)
    assert theme.tokens() is LIGHT


def test_lengths_follow_the_size_of_the_text(screen: QApplication) -> None:
    plain = theme.px(100)
    theme.apply(screen, theme.Scheme.LIGHT, zoom=1.5)
    assert theme.px(100) == pytest.approx(1.5 * plain, rel=0.1)
    assert theme.font(14).pixelSize() == pytest.approx(theme.px(14))
    theme.apply(screen, theme.Scheme.LIGHT)


def test_a_role_dresses_a_widget_again(screen: QApplication, qtbot: QtBot) -> None:
    button = QPushButton("Send")
    qtbot.addWidget(button)
    theme.role(button, "primary")
    assert button.property("role") == "primary"
    assert button.grab().toImage().pixelColor(6, button.height() // 2).name() == LIGHT.fill
