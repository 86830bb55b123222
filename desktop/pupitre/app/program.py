"""`pupitre` without a command: opens the desk, or plays the demo where there is no screen."""

import argparse
import logging
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pupitre.app import door, held, logs, qt_words, screen, second_stage
from pupitre.app.folders import Folders, Unwritable
from pupitre.app.opening import Opening
from pupitre.app.settings import Account, SettingsFile
from pupitre.backends.clock import SystemClock
from pupitre.ui.preferences import Language, Preferences
from pupitre.ui.theme import Scheme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from pupitre.app.instance import Instance

DEMO_FOLDER = Path("pupitre-demo")
MISUSED = 2
"""The exit status of what could not even start."""
log = logging.getLogger(__name__)


def run(options: argparse.Namespace) -> int:
    """Live one desk's life; return the exit status."""
    if not screen.is_there():
        return _play_instead()
    folders = Folders.chosen(options.data)
    try:
        folders.prepare()
    except Unwritable as error:
        print(error, file=sys.stderr)  # noqa: T201 - there is nowhere to keep anything
        if not _is_mended(folders, error, options):
            return MISUSED
    logs.keep()
    settings = SettingsFile(folders.settings).load()
    preferences = _preferences(settings.preferences, options)
    qt_words.listen()
    app = screen.application(preferences)
    try:
        instance = _only_one(app, folders, options) if door.may_be_open(folders.settings) else None
        opening = Opening(preferences, settings, _proposed(options))
        if instance is not None:
            opening.keep(instance.asked)
        opening.show(folders.data, SystemClock().now)
        second_stage.load(app, opening.window)
        if instance is None:
            instance = _only_one(app, folders, options)
            opening.keep(instance.asked)
    except Elsewhere as other:
        return _say_open(answered=other.answered)
    logs.start(folders.logs)
    from pupitre.app import life

    follower = life.live(app, folders, opening, instance, options.link)
    instance.end()
    if follower is not None:
        _start(follower)
    return 0


class Elsewhere(Exception):
    """Another desk of these settings is open."""

    def __init__(self, *, answered: bool) -> None:
        super().__init__("another desk of these settings is open")
        self.answered = answered


def _only_one(app: "QApplication", folders: Folders, options: argparse.Namespace) -> "Instance":
    """Be the one desk of these settings, or hand the link to it and raise `Elsewhere`."""
    from pupitre.app.instance import Begun, Instance

    instance = Instance(folders.settings)
    begun = instance.begin(options.link)
    if begun is not Begun.FIRST:
        raise Elsewhere(answered=begun is Begun.HANDED_OVER)
    if sys.platform == "darwin":
        app.installEventFilter(instance)
    return instance


def _is_mended(folders: Folders, error: Unwritable, options: argparse.Namespace) -> bool:
    """Say it in a window too: whoever clicked on an icon reads no terminal."""
    from pupitre.app.standstill import wait_until_writable

    app = screen.application(_preferences(Preferences(), options))
    return wait_until_writable(app, folders, error)


def _start(program: Path) -> None:
    """Become the version that took over, with the same words."""
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"  # it is no child of this one
    os.execv(program, [str(program), *sys.argv[1:]])  # noqa: S606 - no shell is wanted


def _say_open(*, answered: bool) -> int:
    if answered:
        return 0
    print(  # noqa: T201 - somebody waits for a window
        "Pupitre is already open and does not answer: end it, then start it again.",
        file=sys.stderr,
    )
    return 1


def _play_instead() -> int:
    print(  # noqa: T201 - somebody waits for a window
        "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window "
        f"can open.\nPlaying a day at the desk into ./{DEMO_FOLDER}/ instead.",
        file=sys.stderr,
    )
    from pupitre.app.headless import run as play

    held.let_go()  # there is nothing to put away
    return play(argparse.Namespace(headless=DEMO_FOLDER))


def _preferences(kept: Preferences, options: argparse.Namespace) -> Preferences:
    """Return what was chosen before, and for this run on the command line."""
    chosen = kept
    if options.language:
        chosen = replace(chosen, language=Language(options.language))
    if options.theme:
        chosen = replace(chosen, scheme=Scheme(options.theme))
    return chosen


def _proposed(options: argparse.Namespace) -> Account | None:
    """Return the account to sign in with, when the command line names one."""
    if not options.server:
        return None
    return Account(server=options.server, email=options.email or "")
