"""The application has its name, icon, language and look; and we know when there is no screen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from pupitre.app import screen
from pupitre.ui import languages, theme
from pupitre.ui.preferences import Language, Preferences
from pupitre.ui.theme import Scheme
from pupitre.ui.tokens import DARK


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    locale = QLocale()
    yield
    app = QCoreApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app)
    languages.install(app, Language.ENGLISH)
    QLocale.setDefault(locale)


def test_the_application_has_its_name_and_icon() -> None:
    app = screen.application(Preferences(language=Language.FRENCH, scheme=Scheme.DARK))
    assert app.applicationName() == "pupitre"
    assert not app.quitOnLastWindowClosed()
    assert not app.windowIcon().isNull()
    assert theme.tokens() == DARK
    assert QLocale().language() is QLocale.Language.French
    assert screen.application(Preferences()) is app


@pytest.mark.parametrize(
    ("environment", "platform", "there"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_screen_is_there_or_not(environment: dict[str, str], platform: str, there: bool) -> None:
    assert screen.is_there(environment, platform) is there
