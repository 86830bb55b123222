"""One look, light or dark, that follows the size of the text."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from pupitre.ui import theme
from pupitre.ui.tokens import DARK, LIGHT, contrast


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


@pytest.mark.parametrize("scheme", [theme.Scheme.LIGHT, theme.Scheme.DARK])
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_what_an_empty_field_is_for_can_be_read(
    screen: QApplication,
    qtbot: QtBot,
    scheme: theme.Scheme,
    kind: type[QLineEdit | QPlainTextEdit],
) -> None:
    theme.apply(screen, scheme)
    field = kind()
    qtbot.addWidget(field)
    field.ensurePolished()
    words = field.palette().placeholderText().color()
    assert words.alpha() == 255
    assert contrast(words, theme.colour("surface")) >= 4.5
    theme.apply(screen, theme.Scheme.LIGHT)
