"""Puts the demo's day on: a real desk and server, visitors, pictures and the transcript."""

import asyncio
import logging
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from pupitre.app.demo import day
from pupitre.app.demo.camera import Camera
from pupitre.app.demo.stage import Stage
from pupitre.app.demo.tempo import Tempo
from pupitre.app.demo.transcript import Transcript
from pupitre.app.desk import Desk
from pupitre.app.folders import Folders
from pupitre.app.means import Means, system_notices
from pupitre.app.notifier import Notice, Notifier, Picked
from pupitre.app.secrets import MemorySecrets
from pupitre.app.tasks import spawn
from pupitre.backends.clock import SystemClock
from pupitre.ui import theme
from pupitre.ui.preferences import Preferences

log = logging.getLogger(__name__)

WIDTH, HEIGHT = 1280, 800
"""The pictures' size: the screen that is not there would be smaller."""
OPENING = 9
"""The hour at which the day begins."""


class Play:
    """One performance; without a folder it is shown on the screen."""

    def __init__(self, app: QApplication, folder: Path | None, tempo: Tempo) -> None:
        self._app = app
        self._folder = folder
        self._tempo = tempo
        self._begins = opening(SystemClock().now())
        file = None if folder is None else folder / "transcript.txt"
        self._desk: Desk | None = None
        self._clock: Callable[[], datetime] | None = None
        self._transcript = Transcript(file, self._now, echo=folder is None)

    async def run(self, data: Path, preferences: Preferences) -> int:
        """Play the day; return 0 when the story came true."""
        self._desk = desk = Desk(self._app, Folders.inside(data), self._means(), preferences)
        camera = Camera(self._folder)
        stage = Stage(desk, camera, self._transcript, self._tempo.pace)
        living = spawn(desk.live(), name="desk")
        if self._folder is not None:
            desk.window.resize(theme.px(WIDTH), theme.px(HEIGHT))
        try:
            async with asyncio.timeout(self._tempo.limit):
                await day.play(stage)
                await living
        except Exception:
            log.exception("the story did not come true")
            await stage.picture("went-wrong")
            return 1
        finally:
            await stage.everybody_goes()
            desk.leave()
            await living
        self._tell_result(camera)
        return 1 if desk.has_crashed else 0

    def _tell_result(self, camera: Camera) -> None:
        if self._folder is not None:
            count = len(camera.taken)
            print(f"{count} pictures and transcript.txt are in {self._folder}", file=sys.stderr)  # noqa: T201

    def _now(self) -> datetime:
        place = self._desk.place if self._desk else None
        if place is not None:
            self._clock = place.session.now
        return self._clock() if self._clock else self._begins

    def _means(self) -> Means:
        return Means(
            secrets=MemorySecrets,
            notifier=system_notices if self._folder is None else self._told,
            browse=lambda _address: None,
            clock_rate=self._tempo.clock_rate,
            begins=self._begins,
            port=0,
        )

    def _told(self, _picked: Picked, _fallback: Notifier) -> Notifier:
        return ToldNotices(self._transcript)


class ToldNotices:
    """Notices for the transcript, where nobody could see them."""

    def __init__(self, transcript: Transcript) -> None:
        self._transcript = transcript

    def show(self, notice: Notice) -> None:
        """Write down what the notice says and offers."""
        buttons = "".join(f" [{button.label}]" for button in notice.buttons)
        self._transcript.tell("(notice)", f"{notice.title} {notice.text}{buttons}")

    def withdraw(self, key: str) -> None:
        """Nothing shows: nothing is taken away."""

    async def run(self) -> None:
        """Have nothing to do."""


def opening(now: datetime) -> datetime:
    """Return nine o'clock of this day, here."""
    here = now.astimezone()
    return here.replace(hour=OPENING, minute=0, second=0, microsecond=0).astimezone(UTC)
