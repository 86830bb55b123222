"""Paints the desk and its dialogs into a folder, from the story's conversations.

Run it as `python -m tests.support.gallery FOLDER [--language fr] [--dark] [--size 1280x800]`.
"""

import argparse
import asyncio
import os
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QDir, QLocale
from PySide6.QtWidgets import QApplication, QWidget

from pupitre.app.loop import DeskLoop
from pupitre.domain.commands import AnswerSurvey, Close
from pupitre.domain.ids import ConversationId, SubjectId
from pupitre.domain.people import VISITOR, Page
from pupitre.ui import languages, theme
from pupitre.ui.preferences import Language, Preferences
from pupitre.ui.views.emoji import EmojiButton, EmojiPicker
from pupitre.ui.window import DeskWindow
from tests.support.carriers import Door
from tests.support.gallery_files import show_files
from tests.support.story import Stage, act, demo_session

ROOT = Path(__file__).parents[2]
SETTLED = 0.3
EXPL = Page(url="https://velo.example/vtt/29-pouces/expl-500", title="VTT 29 pouces Expl 500")


def prepare(app: QApplication, language: Language, scheme: theme.Scheme, zoom: float) -> None:
    """Give the application its files, its language and its look."""
    QDir.setSearchPaths("icons", [str(ROOT / "resources" / "icons")])
    QDir.setSearchPaths("i18n", [str(ROOT / "resources" / "i18n")])
    QLocale.setDefault(languages.install(app, language))
    theme.apply(app, scheme, zoom)


async def settle() -> None:
    """Let the desk paint what it was told."""
    await asyncio.sleep(SETTLED)


class Photographer:
    """Takes numbered pictures."""

    def __init__(self, folder: Path, suffix: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder, self._suffix = folder, suffix

    async def take(self, window: QWidget, name: str) -> None:
        """Take a picture of a window."""
        await settle()
        window.grab().save(str(self._folder / f"{name}{self._suffix}.png"))


async def show(folder: Path, suffix: str, size: tuple[int, int]) -> None:
    """Open the desk over the story and take its pictures."""
    photographer = Photographer(folder, suffix)
    async with demo_session(kind=Door) as stage:
        window = DeskWindow(Preferences())
        window.resize(*size)
        window.open_desk(stage.session)
        window.show()
        await photographer.take(window, "desk-empty")
        stage.guests["Camille D."].reads(EXPL)
        window.show_conversation(_talk(stage, "Camille D."), write=True)
        await settle()
        await photographer.take(window, "desk")
        await show_files(window, stage, _talk(stage, "Camille D."), photographer.take)
        await _states(window, stage, photographer)
        await _dialogs(window, stage, photographer)
        window.leave_desk()
        window.deleteLater()


async def _states(window: DeskWindow, stage: Stage, photographer: Photographer) -> None:
    """Take pictures of the desk at work."""
    desk = window.desk
    assert desk is not None
    field = desk.current.pane.composer.field
    field.setPlainText("En ville, prévoyez des pneus plus lisses. https://velo.example/pneus")
    field.send_asked.emit()
    field.insertPlainText("Et une sonnette 🔔 ")
    await photographer.take(window, "desk-held")
    stage.clock.advance(timedelta(seconds=6))
    field.setPlainText("/")
    field.moveCursor(field.textCursor().MoveOperation.End)
    await photographer.take(window, "desk-canned")
    field.setPlainText("")
    await _emoji(window, photographer)
    desk.act("search")
    await photographer.take(window, "desk-palette")
    desk.back()
    desk.act("panes2")
    desk.page.panes.enter(desk.page.panes.panes()[1])
    window.show_conversation(_talk(stage, "Karim B."))
    await photographer.take(window, "desk-two")
    desk.act("panes4")
    await photographer.take(window, "desk-four")
    desk.act("panes1")
    stage.backend.reachable = False
    stage.backend.cut()
    field.setPlainText("Ceci attend le lien.")
    field.send_asked.emit()
    stage.clock.advance(timedelta(seconds=6))
    await photographer.take(window, "desk-lost")
    stage.backend.reachable = True


async def _emoji(window: DeskWindow, photographer: Photographer) -> None:
    button = window.findChild(EmojiButton)
    assert button is not None
    button.click()
    picker = window.findChild(EmojiPicker)
    assert picker is not None
    await photographer.take(picker, "emoji")
    picker.hide()


async def _dialogs(window: DeskWindow, stage: Stage, photographer: Photographer) -> None:
    dialogs = window.dialogs
    assert dialogs is not None
    camille = _talk(stage, "Camille D.")
    _close_some(stage)
    openers: dict[str, Callable[[], None]] = {
        "pause": lambda: dialogs.pause(camille),
        "close": lambda: dialogs.close(camille),
        "transfer": lambda: dialogs.transfer(camille),
        "paused": dialogs.paused_list,
        "settings": dialogs.settings,
        "closed": dialogs.closed_list,
        "figures": dialogs.statistics,
        "shift": dialogs.end_of_shift,
    }
    for name, opener in openers.items():
        opener()
        await settle()
        dialog = QApplication.activeModalWidget() or QApplication.activeWindow()
        assert dialog is not None
        await photographer.take(dialog, f"dialog-{name}")
        dialog.close()


def _close_some(stage: Stage) -> None:
    """Leave something behind for the lists of what is over."""
    for name, subject, score in (("Karim B.", "livraison", 5), ("Visiteur 1", "cadeau", 3)):
        guest = stage.guests[name]
        act(stage.floor, guest, Close(subjects=(SubjectId(subject),)))
        assert guest.conversation is not None
        answer = AnswerSurvey(csat=score, nps=2 * score, comment="Merci !")
        stage.floor.act(guest.conversation, answer, VISITOR)


def _talk(stage: Stage, name: str) -> ConversationId:
    return next(card.id for card in stage.session.cards() if card.name == name)


def main(arguments: list[str]) -> int:
    """Paint what was asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", default="en", choices=["en", "fr"])
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--zoom", type=float, default=1.0)
    asked = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["TZ"] = "Europe/Paris"
    time.tzset()
    app = QApplication(["gallery", *theme.STYLE])
    app.setQuitOnLastWindowClosed(False)
    scheme = theme.Scheme.DARK if asked.dark else theme.Scheme.LIGHT
    prepare(app, Language(asked.language), scheme, asked.zoom)
    wide, tall = (int(part) for part in asked.size.split("x"))
    suffix = f"-{asked.language}-{scheme}"
    with asyncio.Runner(loop_factory=lambda: DeskLoop(app)) as runner:
        runner.run(show(asked.folder, suffix, (wide, tall)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
