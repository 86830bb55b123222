"""Icons drawn in the colour of the words beside them.

The files are Lucide's, found under Qt's search path `icons:` (set by the application
with `QDir.setSearchPaths("icons", [...])`).
"""

from functools import lru_cache

from PySide6.QtCore import QFile, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from pupitre.ui import theme


def icon(name: str, tint: str = "muted") -> QIcon:
    """Return an icon in one of the colours of `Tokens`; ask again when the theme changes."""
    made = QIcon()
    for side in (16, 20, 24):
        made.addPixmap(pixmap(name, tint, side))
    return made


def pixmap(name: str, tint: str = "muted", side: int = 16) -> QPixmap:
    """Return one icon as a picture `side` high in the drawing's measure."""
    screen = QGuiApplication.primaryScreen()
    ratio = max(screen.devicePixelRatio(), 1.0)
    return _drawn(name, theme.colour(tint).name(), theme.px(side), ratio)


@lru_cache(maxsize=256)
def _drawn(name: str, colour: str, side: int, ratio: float) -> QPixmap:
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(drawing(name, "currentColor", colour)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return picture


def drawing(name: str, ink: str, colour: str) -> bytes:
    """Return an icon's SVG with one colour in place of its ink; empty where there is no file."""
    file = QFile(f"icons:{name}.svg")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        return b"<svg xmlns='http://www.w3.org/2000/svg'/>"
    source = bytes(file.readAll().data())
    file.close()
    return source.replace(ink.encode(), colour.encode())
