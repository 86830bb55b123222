"""One line from another start of this program, over Qt's local sockets: pipes on Windows."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from pupitre.app.doorbell import ANSWER, LONGEST, Heard


class PipeBell(QObject):
    """Where other starts ring."""

    def __init__(self, heard: Heard) -> None:
        super().__init__()
        self._heard = heard
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def listen(self, name: str) -> str:
        """Hear who rings there from now on; return what keeps it from that, or nothing."""
        QLocalServer.removeServer(name)  # what a killed desk left
        return "" if self._server.listen(name) else self._server.errorString()

    def close(self) -> None:
        """Hear nobody more: the name is free."""
        self._server.close()

    @Slot()
    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setParent(self)
            socket.readyRead.connect(self._on_ready)
            socket.disconnected.connect(socket.deleteLater)
            self._read(socket)

    @Slot()
    def _on_ready(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > LONGEST:
                socket.abort()
            return
        if not self._heard(bytes(socket.readLine(LONGEST).data()).rstrip(b"\n")):
            socket.abort()
            return
        socket.write(ANSWER)
        socket.flush()
        socket.disconnectFromServer()


def ring(name: str, line: bytes, patience: float) -> bool | None:
    """Say a line there; return whether it was answered within these seconds, None: by nobody."""
    wait = round(patience * 1000)
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(wait):
        return None
    socket.write(line + b"\n")
    socket.flush()
    return socket.bytesAvailable() > 0 or socket.waitForReadyRead(wait)
