"""The strokes of a card: name, mark, last words, reply clock, counts."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from pupitre.client.card import Card
from pupitre.ui import icons, marks, text, theme
from pupitre.ui.row_text import card_clock, last_words

translate = QCoreApplication.translate

_LEFT = 38
_RIGHT = 10
_FIRST = 18
_SECOND = 39
_DOT_AT = (15, 19)
_LINE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_END = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def paint_card(
    painter: QPainter, box: QRect, card: Card, now: datetime, *, types: bool = False
) -> None:
    """Paint a conversation inside its card's box."""
    dot = QPointF(box.left() + theme.px(_DOT_AT[0]), box.top() + theme.px(_DOT_AT[1]))
    marks.paint_dot(painter, dot, card.dot)
    free = _paint_clock(painter, box, card, now)
    _paint_name(painter, box, card, free)
    free = _paint_signs(painter, box, card)
    if types:
        _paint_words(painter, box, text.is_typing(), "accent", free)
    else:
        tint = "late" if card.suggests_goodbye else "muted"
        _paint_words(painter, box, second_line(card, now), tint, free)


def _band(box: QRect, middle: int, left: int, right: int) -> QRect:
    """Return a line's box inside the card, around a height of the drawing."""
    half = theme.px(12)
    return QRect(left, box.top() + theme.px(middle) - half, max(0, right - left), 2 * half)


def _paint_name(painter: QPainter, box: QRect, card: Card, free: int) -> None:
    font, metrics = theme.font(14, bold=True), theme.metrics(14, bold=True)
    left = box.left() + theme.px(_LEFT)
    name = text.visitor_name(card.name, card.number)
    all_of_it = free - theme.px(8) - left
    mark = _fitting_mark(card.mark, all_of_it - metrics.horizontalAdvance(name))
    room = max(theme.px(40), all_of_it - _chip_width(mark))
    shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
    painter.setFont(font)
    painter.setPen(theme.colour("text"))
    painter.drawText(_band(box, _FIRST, left, left + room + theme.px(4)), _LINE, shown)
    if mark:
        at = left + metrics.horizontalAdvance(shown) + theme.px(7)
        middle = box.top() + theme.px(_FIRST) + 0.5
        marks.paint_mark(painter, at, middle, mark, card.colour)


def _chip_width(mark: str) -> int:
    return marks.mark_width(mark) + theme.px(7) if mark else 0


def _fitting_mark(mark: str, room: int) -> str:
    """Shorten a mission's mark to two letters where a whole one would cut the name."""
    return mark if _chip_width(mark) <= room else mark[:2]


def _paint_clock(painter: QPainter, box: QRect, card: Card, now: datetime) -> int:
    """Paint the corner and return its left edge."""
    waits = card.waits_since is not None and card.pause is None
    waited = now - card.waits_since if card.waits_since is not None else timedelta()
    words = card_clock(card, now)
    right = box.right() + 1 - theme.px(_RIGHT)
    tint = "muted"
    if waits:
        tint = "bad" if waited > card.target else "late"
        right -= _paint_ring(
            painter, box, right, tint, waited / max(card.target, timedelta(seconds=1))
        )
    painter.setFont(theme.font(12, bold=waits))
    painter.setPen(theme.colour(tint))
    width = theme.metrics(12, bold=waits).horizontalAdvance(words)
    painter.drawText(_band(box, _FIRST - 1, right - width - 2, right), _END, words)
    return right - width


def _paint_ring(painter: QPainter, box: QRect, right: int, tint: str, share: float) -> int:
    """Paint how much of the reply target has passed, and return the room it took."""
    side = theme.px(10)
    middle = box.top() + theme.px(_FIRST - 1)
    ring = QRectF(right - side, middle - side / 2, side, side)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(tint), theme.px(13) / 10))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(tint))
    painter.drawPie(ring, 90 * 16, -round(min(share, 1.0) * 360 * 16))
    painter.restore()
    return side + theme.px(5)


def _paint_signs(painter: QPainter, box: QRect, card: Card) -> int:
    """Paint unread count, draft and lock at the right, and return the left edge."""
    right = box.right() + 1 - theme.px(_RIGHT)
    middle = box.top() + theme.px(_SECOND)
    if card.unread:
        count = str(card.unread) if card.unread < 100 else "99+"
        right = round(marks.paint_badge(painter, right, middle, count)) - theme.px(6)
    for name in signs(card):
        side = theme.px(14)
        tint = "accent" if name == "pencil" else "muted"
        painter.drawPixmap(right - side, middle - side // 2, icons.pixmap(name, tint, 14))
        right -= side + theme.px(5)
    return right


def signs(card: Card) -> tuple[str, ...]:
    """Return the icons of a card: a draft waits, writing is locked, an act is not confirmed."""
    return tuple(
        name
        for name, shown in (
            ("pencil", card.has_draft),
            ("lock", bool(card.locked)),
            ("clock", card.pending),
        )
        if shown
    )


def _paint_words(painter: QPainter, box: QRect, said: str, tint: str, free: int) -> None:
    left = box.left() + theme.px(_LEFT)
    room = free - theme.px(4) - left
    words = theme.metrics(13).elidedText(said, Qt.TextElideMode.ElideRight, room)
    painter.setFont(theme.font(13))
    painter.setPen(theme.colour(tint))
    painter.drawText(_band(box, _SECOND, left, left + room), _LINE, words)


def second_line(card: Card, now: datetime) -> str:
    """Return when a paused conversation is back, else the last words."""
    if card.pause is not None:
        return text.pause_line(card.pause, now)
    if card.suggests_goodbye:
        return translate("List", "Still silent: say goodbye and close?")
    return last_words(card)


def times(card: Card, now: datetime) -> tuple[str, str]:
    """Return what time alone changes on a card; the ring goes with a clock of seconds."""
    return card_clock(card, now), text.pause_line(card.pause, now) if card.pause else ""
