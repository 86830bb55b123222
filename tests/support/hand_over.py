"""A window that holds a file to be dragged elsewhere: `python hand_over.py FILE X Y`.

It is another program for the desk, so a drop from it comes through the system as any other.
"""

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel
from typing_extensions import override

SIDE = 120


class Held(QLabel):
    """The file, under the pointer."""

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let it be dragged away."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(sys.argv[1])])
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.exec(Qt.DropAction.CopyAction)


app = QApplication(["hand-over"])
held = Held("drag me")
held.setWindowTitle("hand-over")
held.setWindowFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
held.setGeometry(int(sys.argv[2]), int(sys.argv[3]), SIDE, SIDE)
held.show()
app.exec()
