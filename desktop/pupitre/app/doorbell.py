"""One line from another start of this program, over a Unix socket; Windows has Qt's pipes."""

import contextlib
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QSocketNotifier, Slot

Heard = Callable[[bytes], bool]
"""Takes a line without its end; returns whether it makes sense, and so is answered."""

Ring = Callable[[str, bytes, float], bool | None]
"""Says a line; returns whether it was answered within these seconds, None: by nobody."""

_UNIX: int = getattr(socket, "AF_UNIX", 0)  # Windows' Python has none, and Windows rings by pipes
LONGEST = 4_096
ANSWER = b"ok\n"


class Bell(Protocol):
    """Where other starts ring; one that listens is one that was closed before it goes."""

    def listen(self, name: str) -> str:
        """Hear who rings there from now on; return what keeps it from that, or nothing."""

    def close(self) -> None:
        """Hear nobody more: the name is free."""


class UnixBell(QObject):
    """A socket in the session's folder, for this person alone.

    Qt's own would do as well, at 3 MiB for QtNetwork and all that it is linked with.
    """

    def __init__(self, heard: Heard) -> None:
        super().__init__()
        self._heard = heard
        self._name = ""
        self._socket: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None

    def listen(self, name: str) -> str:
        """Take the place of what a killed desk left there."""
        listening = socket.socket(_UNIX, socket.SOCK_STREAM)
        try:
            Path(name).unlink(missing_ok=True)
            listening.bind(name)
            Path(name).chmod(0o600)  # nobody is heard before `listen`
            listening.listen()
        except OSError as error:
            listening.close()
            return error.strerror or str(error)
        listening.settimeout(0)
        self._name, self._socket = name, listening
        self._notifier = QSocketNotifier(listening.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_ring)
        return ""

    def close(self) -> None:
        """Take the socket away, and its name."""
        if self._socket is not None and self._notifier is not None:
            self._notifier.setEnabled(False)
            self._socket.close()
            self._socket = None
            Path(self._name).unlink(missing_ok=True)
            for caller in self.findChildren(_Caller):
                caller.hang_up()

    @Slot()
    def _on_ring(self) -> None:
        if self._socket is not None:
            with contextlib.suppress(OSError):  # whoever rang is gone
                _Caller(self._socket.accept()[0], self._heard, self)


class _Caller(QObject):
    """One who rang, until they said something or were too long about it."""

    def __init__(self, line: socket.socket, heard: Heard, parent: QObject) -> None:
        super().__init__(parent)
        line.settimeout(0)
        self._line, self._heard, self._said = line, heard, b""
        self._notifier = QSocketNotifier(line.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_word)

    @Slot()
    def _on_word(self) -> None:
        try:
            word = self._line.recv(LONGEST)
        except OSError:
            word = b""
        self._said += word
        line, ended, _ = self._said.partition(b"\n")
        if ended and self._heard(line):
            with contextlib.suppress(OSError):
                self._line.send(ANSWER)
        if ended or not word or len(self._said) > LONGEST:
            self.hang_up()

    def hang_up(self) -> None:
        """Hear no more of them."""
        self._notifier.setEnabled(False)
        self._line.close()
        self.deleteLater()


def ring(name: str, line: bytes, patience: float) -> bool | None:
    """Say a line there; return whether it was answered within these seconds, None: by nobody."""
    with socket.socket(_UNIX, socket.SOCK_STREAM) as ringing:
        ringing.settimeout(patience)
        try:
            ringing.connect(name)
        except TimeoutError:
            return False
        except OSError:
            return None
        try:
            ringing.sendall(line + b"\n")
            return bool(ringing.recv(len(ANSWER)))
        except OSError:
            return False
