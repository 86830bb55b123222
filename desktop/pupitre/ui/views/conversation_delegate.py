"""Paints the conversation list's rows: titles, cards, waiting groups."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from pupitre.ui import icons, marks, theme
from pupitre.ui.models.conversations import ConversationModel, short_name
from pupitre.ui.models.entries import CardEntry, GroupEntry, SectionEntry
from pupitre.ui.views.card_paint import paint_card

CARD = 60
TITLE = 36
GROUP = 34
_SIDE = 8
_TITLE_SIDE = 16
_SIGN = 12
_GAP = 5
_END = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LINE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_STATE = QStyle.StateFlag


class ConversationDelegate(QStyledItemDelegate):
    """Every row of a kind has the same height."""

    def __init__(
        self, model: ConversationModel, now: Callable[[], datetime], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._now = now

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of that kind of row."""
        row = self._model.at(index.row())
        tall = CARD if isinstance(row, CardEntry) else TITLE
        return QSize(0, theme.px(GROUP if isinstance(row, GroupEntry) else tall))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        row = self._model.at(index.row())
        painter.save()
        match row:
            case CardEntry(card=card, types=types):
                box = option.rect.adjusted(theme.px(_SIDE), 0, -theme.px(_SIDE), -theme.px(2))
                _paint_ground(painter, box, option.state)
                paint_card(painter, box, card, self._now(), types=types)
            case SectionEntry():
                _paint_title(painter, option.rect, row, option.state)
            case GroupEntry():
                _paint_group(painter, option.rect, row)
        painter.restore()


def _paint_ground(painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if state & _STATE.State_Selected:
        painter.setBrush(theme.colour("soft"))
    elif state & _STATE.State_MouseOver:
        painter.setBrush(theme.colour("raised"))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    if state & _STATE.State_HasFocus:
        painter.setPen(QPen(theme.colour("accent"), 1.5))
        box = box.adjusted(1, 1, -1, -1)
    painter.drawRoundedRect(box, theme.px(8), theme.px(8))


def title_in(width: int, row: SectionEntry) -> str:
    """Return a section's name, shortened where its sign and count would not fit beside it."""
    metrics = theme.metrics(12, bold=True)
    beside = metrics.horizontalAdvance(str(row.count)) + theme.px(_SIGN + 2 * _GAP)
    return metrics.elidedText(short_name(row), Qt.TextElideMode.ElideRight, width - beside)


def _paint_title(
    painter: QPainter, rect: QRect, row: SectionEntry, state: QStyle.StateFlag
) -> None:
    font = theme.font(12, bold=True)
    side = theme.px(_TITLE_SIDE)
    band = rect.adjusted(side, theme.px(6), -side, 0)
    painter.setFont(font)
    painter.setPen(theme.colour("accent" if state & _STATE.State_HasFocus else "muted"))
    name = title_in(band.width(), row)
    painter.drawText(band, _LINE, name)
    painter.drawText(band, _END, str(row.count))
    if row.count:
        side = theme.px(_SIGN)
        at = band.left() + QFontMetrics(font).horizontalAdvance(name) + theme.px(_GAP)
        sign = icons.pixmap("chevron-right" if row.folded else "chevron-down", "muted", 12)
        painter.drawPixmap(at, band.center().y() + 1 - side // 2, sign)


def _paint_group(painter: QPainter, rect: QRect, row: GroupEntry) -> None:
    font = theme.font(13)
    left = rect.left() + theme.px(46)
    right = rect.right() - theme.px(18)
    painter.setFont(font)
    painter.setPen(theme.colour("text"))
    room = right - left - theme.px(90)
    name = QFontMetrics(font).elidedText(row.name, Qt.TextElideMode.ElideRight, room)
    painter.drawText(QRect(left, rect.top(), room, rect.height()), _LINE, name)
    at = left + QFontMetrics(font).horizontalAdvance(name) + theme.px(8)
    marks.paint_mark(painter, at, rect.center().y() + 1, row.mark, row.colour)
    painter.setFont(theme.font(12, bold=True))
    painter.setPen(theme.colour("muted"))
    painter.drawText(QRect(left, rect.top(), right - left, rect.height()), _END, str(row.waiting))
