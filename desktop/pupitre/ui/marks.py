"""The small signs of a conversation, painted: presence dot, mission mark, unread badge."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from pupitre.domain.standing import Dot
from pupitre.ui import theme
from pupitre.ui.tokens import chip_colours

DOT = 11
"""The dot's width in the drawing."""
_MARK_HEIGHT = 15
_MARK_SIDE = 6
_BADGE_HEIGHT = 18


def paint_dot(painter: QPainter, centre: QPointF, dot: Dot, width: float = DOT) -> None:
    """Paint presence: green disc, red hollow diamond or grey dashed ring (V3)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = theme.px(width) / 2
    match dot:
        case Dot.ON_SITE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("good"))
            painter.drawEllipse(centre, radius, radius)
        case Dot.LEFT:
            painter.setPen(QPen(theme.colour("bad"), theme.px(16) / 10))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolygon(_diamond(centre, radius))
        case Dot.UNKNOWN:
            pen = QPen(theme.colour("muted"), theme.px(18) / 10)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([2.0, 1.45])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, radius - 0.5, radius - 0.5)
    painter.restore()


def _diamond(centre: QPointF, radius: float) -> QPolygonF:
    return QPolygonF(
        [
            centre + QPointF(0, -radius),
            centre + QPointF(radius, 0),
            centre + QPointF(0, radius),
            centre + QPointF(-radius, 0),
        ]
    )


def mark_width(text: str) -> int:
    """Return how wide a mission's mark is."""
    metrics = theme.metrics(11, bold=True)
    return metrics.horizontalAdvance(text.upper()) + 2 * theme.px(_MARK_SIDE)


def paint_mark(painter: QPainter, left: float, middle: float, text: str, colour: str) -> float:
    """Paint a mission's mark, vertically around `middle`, and return its right edge."""
    ground, words = chip_colours(colour, theme.tokens())
    height = theme.px(_MARK_HEIGHT)
    box = QRectF(left, round(middle - height / 2), mark_width(text), height)
    _paint_pill(painter, box, ground, theme.px(4))
    painter.setFont(theme.font(11, bold=True))
    painter.setPen(words)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text.upper())
    return box.right()


def badge_width(text: str) -> int:
    """Return how wide a count is, at least round."""
    metrics = theme.metrics(11, bold=True)
    return max(theme.px(22), metrics.horizontalAdvance(text) + theme.px(14))


def paint_badge(painter: QPainter, right: float, middle: float, text: str) -> float:
    """Paint a count in a pill that ends at `right`, and return its left edge."""
    height = theme.px(_BADGE_HEIGHT)
    width = badge_width(text)
    box = QRectF(right - width, round(middle - height / 2), width, height)
    _paint_pill(painter, box, theme.colour("fill"), height / 2)
    painter.setFont(theme.font(11, bold=True))
    painter.setPen(theme.colour("on_fill"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    return box.left()


def _paint_pill(painter: QPainter, box: QRectF, ground: QColor, radius: float) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, radius, radius)
    painter.restore()


class DotSign(QWidget):
    """A presence dot among other widgets; words beside it say the same."""

    def __init__(self, parent: QWidget | None = None, *, width: float = DOT) -> None:
        super().__init__(parent)
        self._dot = Dot.UNKNOWN
        self._width = width
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_dot(self, dot: Dot) -> None:
        """Show where the visitor is."""
        self._dot = dot
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Leave room for the antialiased edge."""
        side = theme.px(self._width) + 3
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dot in the middle."""
        painter = QPainter(self)
        paint_dot(painter, QRectF(self.rect()).center(), self._dot, self._width)
        painter.end()


class MarkSign(QWidget):
    """A mission's mark among other widgets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._colour = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_mark(self, text: str, colour: str) -> None:
        """Show a mission by its mark and colour."""
        self._text, self._colour = text, colour
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Fit the mark's word."""
        return QSize(mark_width(self._text), theme.px(_MARK_HEIGHT) + 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark from the left."""
        painter = QPainter(self)
        paint_mark(painter, 0, self.height() / 2, self._text, self._colour)
        painter.end()
