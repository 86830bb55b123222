"""The tray icon: the application's mark, how the desk stands, and what waits on the expert."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from pupitre.client.connection import LinkState
from pupitre.ui import icons

_SIDES = (16, 22, 24, 32, 48, 64)
_BLUE, _GREY, _RED = "#1f6feb", "#7c8798", "#c8372d"
_WHITE = QColor("#ffffff")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrayState:
    """What the icon shows."""

    available: bool = False
    link: LinkState = LinkState.SIGNED_OUT
    waiting: int = 0
    """Visitors who wait for this expert's answer."""
    paused: int = 0
    said: str = ""
    """The link's state in words, where it is not simply there."""

    @property
    def is_signed_in(self) -> bool:
        """Whether there is a desk behind the icon."""
        return self.link is not LinkState.SIGNED_OUT

    @property
    def linked(self) -> bool:
        """Whether what is shown is up to date."""
        return self.link in (LinkState.CONNECTED, LinkState.CATCHING_UP)


def tray_icon(state: TrayState) -> QIcon:
    """Return the icon in every size a tray may want; shapes say it as well as colours."""
    made = QIcon()
    for side in _SIDES:
        made.addPixmap(_picture(state, side))
    return made


def _picture(state: TrayState, side: int) -> QPixmap:
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    whole = QRectF(0, 0, side, side)
    live = state.linked and state.available
    mark = icons.drawing("pupitre", _BLUE, _BLUE if live else _GREY)
    QSvgRenderer(mark).render(painter, whole)
    if state.waiting:
        _paint_count(painter, side, state.waiting)
    elif not state.linked:
        _paint_cut(painter, side)
    elif not state.available:
        _paint_absent(painter, side)
    painter.end()
    return picture


def _corner(side: int, share: float) -> QRectF:
    """Return a square in the lower right corner."""
    wide = side * share
    return QRectF(side - wide, side - wide, wide, wide)


def _disc(painter: QPainter, box: QRectF, colour: str) -> None:
    painter.setPen(QPen(_WHITE, max(1.0, box.width() / 12)))
    painter.setBrush(QColor(colour))
    painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))


def _paint_count(painter: QPainter, side: int, count: int) -> None:
    """A red disc with the number: "9+" past nine."""
    box = _corner(side, 0.66)
    _disc(painter, box, _RED)
    words = str(count) if count < 10 else "9+"
    font = QFont(painter.font())
    font.setPixelSize(max(7, round(box.height() * (0.68 if len(words) == 1 else 0.52))))
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(_WHITE)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def _paint_cut(painter: QPainter, side: int) -> None:
    """No link: a bar across the whole mark."""
    painter.setPen(QPen(_WHITE, side / 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    ends = QPointF(side * 0.16, side * 0.84), QPointF(side * 0.84, side * 0.16)
    painter.drawLine(*ends)
    painter.setPen(QPen(QColor(_RED), side / 11, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(*ends)


def _paint_absent(painter: QPainter, side: int) -> None:
    """Unavailable: a disc with a bar, as on a closed road."""
    box = _corner(side, 0.56)
    _disc(painter, box, _GREY)
    painter.setPen(QPen(_WHITE, box.width() / 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    reach = box.width() * 0.22
    middle = box.center()
    painter.drawLine(middle - QPointF(reach, 0), middle + QPointF(reach, 0))
