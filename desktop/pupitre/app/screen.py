"""The Qt application: made once, with its name, icon, language and look."""

import os
import sys
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QDir
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from pupitre.app.places import resources
from pupitre.ui import languages, theme
from pupitre.ui.preferences import Preferences

NAME = "pupitre"
"""What the system and assistive technology call the program."""
TITLE = "Pupitre"


def application(preferences: Preferences) -> QApplication:
    """Make the application, or dress the one there is."""
    existing = QApplication.instance()
    belong()
    app = existing if isinstance(existing, QApplication) else QApplication([NAME, *theme.STYLE])
    app.setQuitOnLastWindowClosed(False)  # the last window's end would be the loop's (T13)
    app.setApplicationName(NAME)
    app.setApplicationDisplayName(TITLE)
    app.setDesktopFileName(NAME)
    _find_resources()
    app.setWindowIcon(QIcon("icons:pupitre.svg"))
    dress(app, preferences)
    return app


def without_windows(preferences: Preferences) -> QCoreApplication:
    """Make an application that only speaks the language that was chosen."""
    app = QCoreApplication.instance() or QCoreApplication([NAME])
    _find_resources()
    languages.install(app, preferences.language)
    return app


def _find_resources() -> None:
    for kind in ("icons", "i18n"):
        QDir.setSearchPaths(kind, [str(resources() / kind)])


def belong() -> None:
    """Be the program of the shortcut, on Windows: one place in the taskbar, and its toasts."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(TITLE)


def dress(app: QApplication, preferences: Preferences) -> None:
    """Speak the language and wear the look that were chosen; windows made before keep theirs."""
    languages.install(app, preferences.language)
    theme.apply(app, preferences.scheme)


def is_there(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Tell whether a window can be shown."""
    if not platform.startswith("linux"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
