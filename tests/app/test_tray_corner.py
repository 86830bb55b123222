"""The tray's menu leads to the window and to the way out, in the language of the screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from pupitre.app import screen
from pupitre.app.leaving import Leaving
from pupitre.app.tray_corner import TrayCorner
from pupitre.app.tray_notices import TrayNotices
from pupitre.ui import languages
from pupitre.ui.dialogs.paused import PausedDialog
from pupitre.ui.preferences import Language, Preferences
from pupitre.ui.window import DeskWindow
from tests.app.afternoon import afternoon


@pytest.fixture
def app() -> Iterator[QApplication]:
    locale = QLocale()
    made = screen.application(Preferences(language=Language.ENGLISH))
    yield made
    languages.install(made, Language.ENGLISH)
    QLocale.setDefault(locale)


def _corner(window: DeskWindow, left: list[str]) -> TrayCorner:
    leaving = Leaving(window, lambda: None, lambda: left.append("quit"), lambda _: None)
    return TrayCorner(window, leaving, TrayNotices(lambda *_: None))


def test_quitting_goes_through_the_way_out(app: QApplication) -> None:
    window, left = DeskWindow(Preferences()), list[str]()
    corner = _corner(window, left)
    corner.tray.quit_action.trigger()
    assert left == ["quit"]
    window.deleteLater()


async def test_the_paused_list_opens_over_the_window(app: QApplication, tmp_path: Path) -> None:
    window = DeskWindow(Preferences())
    corner = _corner(window, [])
    async with afternoon(tmp_path) as at:
        window.open_desk(at.place.session)
        corner.tray.paused_asked.emit()
        assert window.isVisible()
        assert window.findChild(PausedDialog) is not None
        window.leave_desk()
    window.deleteLater()


async def test_another_language_makes_another_menu(app: QApplication, tmp_path: Path) -> None:
    window = DeskWindow(Preferences())
    corner = _corner(window, [])
    assert corner.tray.quit_action.text() == "Quit"
    async with afternoon(tmp_path) as at:
        at.place.use_tray(corner.tray)
        languages.install(app, Language.FRENCH)
        corner.renew(at.place)
        assert corner.tray.quit_action.text() == "Quitter"
        assert corner.tray.state.paused == 3
    window.deleteLater()
