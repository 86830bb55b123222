"""The peer of the desk's window: an empty one, painted."""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow
from typing_extensions import override


class Bare(QMainWindow):
    """A window of the desk's size with nothing in it."""

    told = False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.told:
            self.told = True
            QTimer.singleShot(0, say)


def say() -> None:
    """Tell the time, and the work so far."""
    print("painted", time.monotonic(), time.process_time(), flush=True)


app = QApplication(sys.argv)
window = Bare()
window.resize(1280, 800)
window.show()
sys.exit(app.exec())
