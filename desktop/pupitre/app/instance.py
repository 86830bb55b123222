"""One desk for one person's data: a second start hands its link to the first, and ends."""

import logging
import os
import sys
from collections.abc import Callable
from enum import Enum
from pathlib import Path

import msgspec
from PySide6.QtCore import QEvent, QLockFile, QObject, Signal
from PySide6.QtGui import QFileOpenEvent
from typing_extensions import override

from pupitre.app import door
from pupitre.app.doorbell import LONGEST, Bell, Heard, Ring, UnixBell, ring

log = logging.getLogger(__name__)

PATIENCE = 5_000
"""How many milliseconds the first desk has to answer the second."""
WAYLAND_TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - the right to come to the front, once

ANYBODY = -1
"""Windows' word for whichever process asks first."""


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What a second start asks of the first."""

    link: str = ""
    token: str = ""
    """Wayland's: whoever was clicked may bring another window to the front."""


class Begun(Enum):
    """What became of a start."""

    FIRST = "first"
    HANDED_OVER = "handed over"
    NO_ANSWER = "no answer"


def way_of_this_system() -> tuple[Callable[[Heard], Bell], Ring]:
    """Return how to listen and how to ring here."""
    if sys.platform == "win32":
        from pupitre.app import pipe_bell  # QtNetwork takes 3 MiB

        return pipe_bell.PipeBell, pipe_bell.ring
    return UnixBell, ring


class Instance(QObject):
    """The door of the desk that is open; `asked` carries the link of who knocks, or ""."""

    asked = Signal(str)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._name = door.name(folder)
        bell, self._ring = way_of_this_system()
        self._bell = bell(self._hear)

    def begin(self, link: str) -> Begun:
        """Be the one desk, or hand the link to it."""
        lock = QLockFile(f"{door.session_folder() / Path(self._name).name}.lock")
        lock.tryLock(PATIENCE)
        try:
            return self._begin(link)
        finally:
            lock.unlock()

    def end(self) -> None:
        """Close the door: the next start is a first one."""
        self._bell.close()

    def _begin(self, link: str) -> Begun:
        token = os.environ.get(WAYLAND_TOKEN, "")
        request = Request(link=link[: LONGEST // 2], token=token)
        _yield_the_front()
        answered = self._ring(self._name, msgspec.json.encode(request), PATIENCE / 1000)
        if answered is not None:
            return Begun.HANDED_OVER if answered else Begun.NO_ANSWER
        if trouble := self._bell.listen(self._name):
            log.warning("no other start will be heard: %s", trouble)
        return Begun.FIRST

    def _hear(self, line: bytes) -> bool:
        try:
            request = msgspec.json.decode(line, type=Request)
        except msgspec.DecodeError:
            return False
        if request.token:
            os.environ[WAYLAND_TOKEN] = request.token  # Qt reads it when it asks for the front
        self.asked.emit(request.link)
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear links the way macOS tells them; installed there alone."""
        if isinstance(event, QFileOpenEvent) and event.type() == QEvent.Type.FileOpen:
            self.asked.emit(event.url().toString())
            return True
        return super().eventFilter(watched, event)


def _yield_the_front() -> None:
    """Let the desk that answers come to the front: Windows leaves it to whoever was clicked."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(ANYBODY)
