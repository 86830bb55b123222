"""The strokes of a thread: bubble, foot, separator, event line, note, undo."""

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QPainter, QPen

from pupitre.client.views import Delivery, MessageRow
from pupitre.domain.people import Role
from pupitre.ui import icons, theme
from pupitre.ui.pictures import Pictures
from pupitre.ui.views.bubble_store import foot_icon
from pupitre.ui.views.bubbles import Bubble, selected
from pupitre.ui.views.tile_paint import Light, paint_file

translate = QCoreApplication.translate

CENTRED = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextWordWrap)
_UNCONFIRMED = (Delivery.HELD, Delivery.QUEUED, Delivery.PARKED)


def undo_word() -> str:
    """Return the word that takes a message back."""
    return translate("ThreadView", "Undo")


def paint_bubble(
    painter: QPainter, row: MessageRow, bubble: Bubble, box: QRect, chosen: tuple[int, int] | None
) -> None:
    """Paint a message: mine on the accent colour, a colleague's on a soft one, refused on red.

    What is not sent is paler.
    """
    refused = row.delivery is Delivery.REFUSED
    mine = row.mine and not refused
    painter.setPen(QPen(theme.colour("bad"), 1) if refused else Qt.PenStyle.NoPen)
    theirs = "theirs" if row.author is Role.VISITOR else "soft"
    painter.setBrush(theme.colour("bad_soft" if refused else "fill" if mine else theirs))
    painter.setOpacity(0.8 if row.delivery in _UNCONFIRMED else 1.0)
    painter.drawRoundedRect(box, theme.px(12), theme.px(12))
    painter.setOpacity(1.0)
    painter.setPen(theme.colour("on_fill" if mine else "text"))
    ranges = [selected(chosen[0], chosen[1] - chosen[0], mine=mine)] if chosen else []
    bubble.layout.draw(painter, bubble.text_origin(box), ranges)
    tint = "bad" if refused else "mine_muted" if mine else "theirs_muted"
    _paint_foot(painter, row, bubble, bubble.foot_box(box), tint)


def paint_files(
    painter: QPainter, row: MessageRow, bubble: Bubble, box: QRect, pictures: Pictures | None
) -> None:
    """Paint a message's files, as they are now, in the places that were laid out for them."""
    if not bubble.tiles:
        return
    light = Light(mine=row.mine and row.delivery is not Delivery.REFUSED, leaving=row.is_leaving)
    now = {file.key: file for file in row.attachments}
    for tile in bubble.tiles:
        file = now.get(tile.file.key, tile.file)
        paint_file(painter, file, tile.box.translated(box.topLeft()), light, pictures)


def _paint_foot(painter: QPainter, row: MessageRow, bubble: Bubble, foot: QRect, tint: str) -> None:
    sign = foot_icon(row)
    if sign is not None:
        side = theme.px(12)
        top = foot.bottom() + 1 - side - theme.px(1)
        painter.drawPixmap(foot.right() + 1 - side, top, icons.pixmap(sign, tint, 12))
        foot.setRight(foot.right() - theme.px(16))
    painter.setFont(theme.font(11))
    painter.setPen(theme.colour(tint))
    painter.drawText(foot, _RIGHT, bubble.foot)


def paint_undo(painter: QPainter, box: QRect) -> None:
    """Paint the button that takes a held message back."""
    painter.setPen(QPen(theme.colour("strong_line"), 1))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setFont(theme.font(13, bold=True))
    painter.setPen(theme.colour("accent"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, undo_word())


def paint_day(painter: QPainter, box: QRect, day: str) -> None:
    """Write the day above its first message."""
    painter.setFont(theme.font(12))
    painter.setPen(theme.colour("muted"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, day)


def paint_unread(painter: QPainter, box: QRect) -> None:
    """Draw the line above the first message that had not been read."""
    words = translate("ThreadView", "New")
    painter.setFont(theme.font(12))
    painter.setPen(theme.colour("accent"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    half = (painter.fontMetrics().horizontalAdvance(words) + theme.px(16)) // 2
    middle, centre = box.center().y(), box.center().x()
    painter.fillRect(box.left(), middle, centre - half - box.left(), 1, theme.colour("line"))
    painter.fillRect(centre + half, middle, box.right() - centre - half, 1, theme.colour("line"))


def paint_event(painter: QPainter, box: QRect, words: str, *, note: bool) -> None:
    """Write what happened; a note, which only experts see, has its own ground."""
    painter.setFont(theme.font(12))
    painter.setPen(theme.colour("muted"))
    if note:
        _paint_note(painter, box, words)
        painter.setPen(theme.colour("advice_text"))
    painter.drawText(box, CENTRED, words)


def _paint_note(painter: QPainter, box: QRect, words: str) -> None:
    wide = painter.fontMetrics().boundingRect(box, CENTRED, words).width() + theme.px(28)
    ground = QRect(0, 0, wide, box.height() - theme.px(6))
    ground.moveCenter(box.center())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("advice"))
    painter.drawRoundedRect(ground, theme.px(8), theme.px(8))


def paint_focus(painter: QPainter, box: QRect) -> None:
    """Draw a ring around the row that the keyboard is on."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("accent"), 2))
    painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), theme.px(14), theme.px(14))
