"""Numbered pictures of the desk and its dialogs."""

import asyncio
from pathlib import Path

from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QWidget

SETTLED = 0.12
"""How many seconds a window has to lay itself out and to paint before its picture is taken."""
VEIL = QColor(10, 14, 22, 90)
"""Set over the window, as the frame that the system draws around a dialog is not there."""


class Camera:
    """Takes pictures of windows into a folder: `01-….png`, `02-….png`."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self.taken: list[Path] = []

    @property
    def is_loaded(self) -> bool:
        """Whether pictures are kept."""
        return self._folder is not None

    async def take(self, window: QWidget, name: str) -> None:
        """Take a picture of a window and of the dialog over it; none without a folder."""
        if self._folder is None:
            return
        await asyncio.sleep(SETTLED)
        path = self._folder / f"{len(self.taken) + 1:02}-{name}.png"
        if not _pictured(window).save(str(path)):
            raise OSError(f"{path} cannot be written")
        self.taken.append(path)


def _pictured(window: QWidget) -> QPixmap:
    picture = window.grab()
    dialogs = [child for child in window.findChildren(QDialog) if child.isVisible()]
    painter = QPainter(picture)
    for dialog in dialogs:
        painter.fillRect(picture.rect(), VEIL)
        shown = dialog.grab()
        ratio = shown.devicePixelRatio()
        left = (window.width() - shown.width() / ratio) / 2
        top = max(0.0, (window.height() - shown.height() / ratio) / 2)
        painter.drawPixmap(round(left), round(top), shown)
    painter.end()
    return picture
