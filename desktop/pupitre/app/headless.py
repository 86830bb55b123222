"""`pupitre demo`: a day at the desk, played by itself, with or without a screen."""

import argparse
import asyncio
import os
import sys
import tempfile
from pathlib import Path

from pupitre.app.demo import tempo
from pupitre.app.demo.tempo import Tempo
from pupitre.app.folders import Unwritable, make


def run(options: argparse.Namespace) -> int:
    """Play the day; return 0 when the story came true."""
    folder: Path | None = options.headless
    if folder is None:
        return _shown()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        make(folder)
    except Unwritable as error:
        print(error, file=sys.stderr)  # noqa: T201 - the answer
        return 2
    return _played(folder, tempo.ALONE)


def _shown() -> int:
    from pupitre.app import screen

    if not screen.is_there():
        print("There is no screen here: use `pupitre demo --headless DIR`.", file=sys.stderr)  # noqa: T201
        return 2
    return _played(None, tempo.SHOWN)


def _played(folder: Path | None, how: Tempo) -> int:
    from pupitre.app import qt_words, screen
    from pupitre.app.demo.play import Play
    from pupitre.app.loop import DeskLoop
    from pupitre.ui.preferences import Language, Preferences
    from pupitre.ui.theme import Scheme

    preferences = Preferences(language=Language.ENGLISH, scheme=Scheme.LIGHT)
    qt_words.listen()
    app = screen.application(preferences)
    with (
        tempfile.TemporaryDirectory(prefix="pupitre-demo-") as data,
        asyncio.Runner(loop_factory=lambda: DeskLoop(app)) as runner,
    ):
        return runner.run(Play(app, folder, how).run(Path(data), preferences))
