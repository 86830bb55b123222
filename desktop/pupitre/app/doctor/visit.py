"""One visit of the doctor: looks at everything, prints a line for each, and leaves."""

import argparse
import asyncio
import logging
import ssl
from collections.abc import Callable

import truststore
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from pupitre.app import qt_words, screen
from pupitre.app.about import about
from pupitre.app.aside import Aside
from pupitre.app.doctor import link, surroundings
from pupitre.app.doctor.finding import Finding, Verdict, shown, status
from pupitre.app.folders import Folders
from pupitre.app.settings import SettingsFile
from pupitre.backends.clock import SystemClock
from pupitre.ui.preferences import Language, Preferences

translate = QCoreApplication.translate


def run(options: argparse.Namespace) -> int:
    """Look at everything; 1: the desk cannot work like this."""
    logging.getLogger().addHandler(logging.NullHandler())
    folders = Folders.chosen(options.data)
    kept = SettingsFile(folders.settings).load()
    chosen = Language(options.language) if options.language else kept.preferences.language
    app = _speaking(Preferences(language=chosen))
    print(about(), flush=True)  # noqa: T201 - it was asked for
    with asyncio.Runner(loop_factory=_loop_factory(app)) as runner:
        findings = runner.run(examine(folders, options.server or kept.account.server))
    print(shown(findings))  # noqa: T201 - it was asked for
    return status(findings)


async def examine(folders: Folders, server: str) -> list[Finding]:
    """Look at everything around the desk, then at the way to its server."""
    around = [surroundings.folders(folders), await surroundings.keyring()]
    around += [await surroundings.notifications(), surroundings.tray(has_screen=screen.is_there())]
    return [*around, surroundings.spelling(), *await _server(server)]


async def _server(address: str) -> list[Finding]:
    if not address:
        told = translate(
            "Doctor", "None is chosen yet; the desk can be tried on this computer alone."
        )
        return [Finding("server", Verdict.GOOD, told)]
    tls = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return await Aside("doctor").do(link.look, address, tls, SystemClock().now)


def _speaking(preferences: Preferences) -> QCoreApplication:
    """Return an application that speaks the language, with windows where there is a screen."""
    qt_words.listen()
    return (screen.application if screen.is_there() else screen.without_windows)(preferences)


def _loop_factory(app: QCoreApplication) -> Callable[[], asyncio.AbstractEventLoop]:
    """Return Qt's loop where there is a screen: notifications need it on some systems."""
    if not isinstance(app, QApplication):
        return asyncio.new_event_loop
    from pupitre.app.loop import DeskLoop

    return lambda: DeskLoop(app)
