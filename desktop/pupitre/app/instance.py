"""One desk for one person's data: a second start hands its link to the first, and ends."""

import logging
import os
import sys
from enum import Enum
from pathlib import Path

import msgspec
from PySide6.QtCore import QEvent, QLockFile, QObject, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from typing_extensions import override

from pupitre.app import door

log = logging.getLogger(__name__)

PATIENCE = 5_000
"""How many milliseconds the first desk has to answer the second."""
LONGEST = 4_096
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


class Instance(QObject):
    """The door of the desk that is open; `asked` carries the link of who knocks, or ""."""

    asked = Signal(str)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._name = door.name(folder)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

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
        self._server.close()

    def _begin(self, link: str) -> Begun:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(PATIENCE):
            QLocalServer.removeServer(self._name)  # what a killed desk left
            if not self._server.listen(self._name):
                log.warning("no other start will be heard: %s", self._server.errorString())
            return Begun.FIRST
        _yield_the_front()
        request = Request(link=link[: LONGEST // 2], token=os.environ.get(WAYLAND_TOKEN, ""))
        socket.write(msgspec.json.encode(request) + b"\n")
        socket.flush()
        answered = socket.bytesAvailable() > 0 or socket.waitForReadyRead(PATIENCE)
        return Begun.HANDED_OVER if answered else Begun.NO_ANSWER

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setParent(self)
            socket.readyRead.connect(self._on_ready)
            socket.disconnected.connect(socket.deleteLater)
            self._read(socket)

    def _on_ready(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > LONGEST:
                socket.abort()
            return
        try:
            request = msgspec.json.decode(socket.readLine(LONGEST).data(), type=Request)
        except msgspec.DecodeError:
            socket.abort()
            return
        socket.write(b"ok\n")
        socket.flush()
        socket.disconnectFromServer()
        if request.token:
            os.environ[WAYLAND_TOKEN] = request.token  # Qt reads it when it asks for the front
        self.asked.emit(request.link)

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
