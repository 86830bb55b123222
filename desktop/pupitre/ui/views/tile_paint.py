"""The strokes of a message's files: pictures, cards, and how much of them has left."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from pupitre.client.attached import Attached
from pupitre.ui import file_words, icons, theme
from pupitre.ui.pictures import Pictures

CORNER = 9
_SIGN = 38
"""The square at the left of a card."""
_RING = 34
_TURN = 16
"""Qt counts a circle in sixteenths of a degree."""
_VEIL = QColor(10, 16, 26, 170)
_WHITE = QColor("#ffffff")


@dataclass(frozen=True, slots=True)
class Light:
    """On what a file is painted."""

    mine: bool
    """On the accent colour."""
    leaving: bool
    """Still on this computer: how much has left is shown, with the way to stop it."""


def paint_file(
    painter: QPainter, file: Attached, box: QRect, light: Light, pictures: Pictures | None
) -> None:
    """Paint a picture or a card."""
    painter.save()
    if file.is_picture:
        _paint_picture(painter, file, box, light, pictures)
    else:
        _paint_card(painter, file, box, light)
    painter.restore()


def _paint_picture(
    painter: QPainter, file: Attached, box: QRect, light: Light, pictures: Pictures | None
) -> None:
    ratio = painter.device().devicePixelRatioF()
    found = pictures.get(file, box.size(), ratio) if pictures else None
    path = QPainterPath()
    path.addRoundedRect(QRectF(box), theme.px(CORNER), theme.px(CORNER))
    if found is None:
        _paint_place(painter, path, box, gone=bool(pictures and pictures.is_gone(file)))
    else:
        _paint_pixels(painter, path, box, found)
    if light.leaving and not file.url:
        _paint_disc(painter, box.center())
        _paint_ring(painter, box.center(), file.sent, _WHITE)


def _paint_disc(painter: QPainter, centre: QPoint) -> None:
    """Darken the picture under the ring, so that it is seen on any."""
    radius = theme.px(_RING) // 2 + theme.px(7)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_VEIL)
    painter.drawEllipse(centre, radius, radius)


def _paint_place(painter: QPainter, path: QPainterPath, box: QRect, *, gone: bool) -> None:
    """Paint the place of a picture that has not come, or never will."""
    painter.fillPath(path, theme.colour("line"))
    side = 24
    sign = icons.pixmap("image-off" if gone else "image", "muted", side)
    corner = box.center() - QPoint(theme.px(side) // 2, theme.px(side) // 2)
    painter.drawPixmap(corner, sign)


def _paint_pixels(painter: QPainter, path: QPainterPath, box: QRect, found: QPixmap) -> None:
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.drawPixmap(box, found)
    painter.setClipping(False)
    edge = QColor(theme.colour("text"))
    edge.setAlphaF(0.08)
    painter.strokePath(path, QPen(edge, 1))


def _paint_card(painter: QPainter, file: Attached, box: QRect, light: Light) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_card_ground(mine=light.mine))
    painter.drawRoundedRect(box, theme.px(CORNER), theme.px(CORNER))
    side = theme.px(_SIGN)
    sign = QRect(box.left() + theme.px(9), 0, side, side)
    sign.moveTop(box.center().y() - side // 2 + 1)
    if light.leaving and not file.url:
        _paint_ring(painter, sign.center(), file.sent, _ink(mine=light.mine))
    else:
        _paint_sign(painter, sign, light)
    left = sign.right() + theme.px(10)
    words = QRect(left, box.top(), box.right() - theme.px(10) - left, box.height())
    _paint_words(painter, file, words, light)


def _paint_sign(painter: QPainter, box: QRect, light: Light) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("on_fill" if light.mine else "fill"))
    painter.drawRoundedRect(box, theme.px(8), theme.px(8))
    tint = "fill" if light.mine else "on_fill"
    inside = theme.px(20) // 2
    painter.drawPixmap(box.center() - QPoint(inside, inside), icons.pixmap("file-text", tint, 20))


def _paint_words(painter: QPainter, file: Attached, box: QRect, light: Light) -> None:
    name, facts = theme.metrics(13, bold=True), theme.metrics(11)
    top = box.top() + (box.height() - name.height() - facts.height() - theme.px(1)) // 2
    painter.setFont(theme.font(13, bold=True))
    painter.setPen(_ink(mine=light.mine))
    line = QRect(box.left(), top, box.width(), name.height())
    shown = name.elidedText(file.name, Qt.TextElideMode.ElideMiddle, box.width())
    painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
    painter.setFont(theme.font(11))
    painter.setPen(theme.colour("mine_muted" if light.mine else "theirs_muted"))
    below = QRect(box.left(), line.bottom() + theme.px(1), box.width(), facts.height())
    words = facts.elidedText(file_words.facts(file), Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)


def _paint_ring(painter: QPainter, centre: QPoint, sent: float | None, ink: QColor) -> None:
    """Paint how much has left, around the cross that stops it."""
    side = theme.px(_RING)
    ring = QRectF(0, 0, side, side)
    ring.moveCenter(QPointF(centre) + QPointF(0.5, 0.5))
    pale = QColor(ink)
    pale.setAlphaF(0.35)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(pale, theme.px(3)))
    painter.drawEllipse(ring)
    pen = QPen(ink, theme.px(3))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    if sent:
        painter.drawArc(ring, 90 * _TURN, -round(360 * _TURN * sent))
    arm = side / 7
    middle = ring.center()
    painter.setPen(QPen(ink, max(theme.px(2), 1)))
    for slope in (1, -1):
        painter.drawLine(middle - QPointF(arm, arm * slope), middle + QPointF(arm, arm * slope))


def _card_ground(*, mine: bool) -> QColor:
    ground = QColor(theme.colour("on_fill" if mine else "text"))
    ground.setAlphaF(0.16 if mine else 0.06)
    return ground


def _ink(*, mine: bool) -> QColor:
    return theme.colour("on_fill" if mine else "text")
