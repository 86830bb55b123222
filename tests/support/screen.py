"""A screen for widget tests: icons, look, language and time zone as the application sets them."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QDir, QEvent, QLocale, Qt, QTranslator
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from pupitre.ui import languages, theme
from pupitre.ui.blocks import Button
from pupitre.ui.preferences import Language
from tests.architecture.sources import ROOT

NOON = datetime(2026, 11, 22, 14, 47, tzinfo=UTC)
"""A Sunday, 15:47 in Paris: the moment of the pictures."""


def noon() -> datetime:
    """Be a clock that stands still."""
    return NOON


@pytest.fixture
def paris(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put this computer in Paris."""
    monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def screen(qapp: QApplication, paris: None) -> Iterator[QApplication]:
    """Show the desk in English and in the light."""
    QDir.setSearchPaths("icons", [str(ROOT / "resources" / "icons")])
    QDir.setSearchPaths("i18n", [str(ROOT / "resources" / "i18n")])
    theme.apply(qapp, theme.Scheme.LIGHT)
    speak(qapp, Language.ENGLISH)
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.setParent(None)
    QLocale.setDefault(QLocale.c())


@pytest.fixture
def french(screen: QApplication) -> QApplication:
    """Show the desk in French."""
    speak(screen, Language.FRENCH)
    return screen


def speak(app: QApplication, language: Language) -> None:
    """Choose the language of what is shown from now on."""
    languages.install(app, language)


def types(widget: QWidget, words: str) -> None:
    """Write words into a field; QTest's own keys know no accents."""
    widget.setFocus()
    key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, words)
    QApplication.sendEvent(widget, key)


def presses(widget: QWidget, key: Qt.Key) -> None:
    """Press a key and let it go."""
    QTest.keyClick(widget, key)


def cut_words(window: QWidget) -> list[str]:
    """Name the labels and buttons of a shown window that have no room for their words."""
    shown: list[QLabel | QPushButton] = [
        *window.findChildren(QLabel),
        *window.findChildren(QPushButton),
    ]
    return [it.text() for it in shown if it.isVisible() and it.text() and _is_cut(it)]


def _is_cut(words: QLabel | QPushButton) -> bool:
    if isinstance(words, QLabel) and words.wordWrap():
        return words.heightForWidth(words.width()) > words.height()
    if type(words) not in (QLabel, QPushButton, Button):
        return False
    needed = words.sizeHint()
    return needed.width() > words.width() or needed.height() > words.height()


def unnamed(widget: QWidget) -> list[QWidget]:
    """Return what can be pressed or written in that a screen reader cannot name."""
    found = [it for kind in (QAbstractButton, QLineEdit) for it in widget.findChildren(kind)]
    faces = [(it, QAccessible.queryAccessibleInterface(it)) for it in found if not it.isHidden()]
    return [it for it, face in faces if not face.text(QAccessible.Text.Name)]
