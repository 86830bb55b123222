"""Bubbles painted once, as pictures, and laid down again while they look the same."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap

from pupitre.ui import theme

_KEPT = 32
"""More than are in sight at once: each takes some hundred kilobytes."""
_EDGE = 1
"""How far a line around a bubble reaches beyond it."""

Look = tuple[object, ...]
"""What a picture depends on, its size too; compared at each paint, so best by identity."""


@dataclass(frozen=True, slots=True, eq=False)
class Print:
    """A picture, and what it shows."""

    look: Look
    ratio: float
    picture: QPixmap


class Prints:
    """The last pictures, by the keys of their rows.

    A message that comes moves all the others up: what they cost is then a copy of pixels.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Print] = OrderedDict()

    def lay(
        self, painter: QPainter, box: QRect, key: str, look: Look, paint: Callable[[QPainter], None]
    ) -> None:
        """Lay the picture in its box, on the thread's ground; `paint` makes it."""
        ratio = painter.device().devicePixelRatioF()
        if not ratio.is_integer():  # its edges would lie between two pixels
            paint(painter)
            return
        known = self._kept.get(key)
        if known is None or known.look != look or known.ratio != ratio:
            known = self._kept[key] = Print(look, ratio, _picture(box, ratio, paint))
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        painter.drawPixmap(box.left() - _EDGE, box.top() - _EDGE, known.picture)

    def forget(self) -> None:
        """Keep no picture: other rows are shown."""
        self._kept.clear()


def _around(box: QRect) -> QRect:
    return box.adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE)


def _picture(box: QRect, ratio: float, paint: Callable[[QPainter], None]) -> QPixmap:
    place = _around(box)
    picture = QPixmap(place.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(theme.colour("ground"))
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-place.topLeft())
        paint(painter)
    return picture
