"""Where a message's files are in its bubble: pictures first, then cards with a name."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt

from pupitre.client.attached import Attached
from pupitre.ui import theme

INSET = 5
"""Between the bubble's edge and what it holds."""
GAP = 5
_WIDEST, _TALLEST = 320, 260
_LEAST = QSize(72, 56)
_UNKNOWN = QSize(220, 150)
"""The place of a picture whose size nobody told."""
_SQUARE = 150
_CARD_WIDE, CARD_TALL = 264, 56


@dataclass(frozen=True, slots=True)
class Tile:
    """A file's place, from the bubble's top left corner."""

    file: Attached
    box: QRect


def arrange(files: Sequence[Attached], room: int) -> tuple[tuple[Tile, ...], QSize]:
    """Return the places of files in a bubble that may be `room` wide, and what they take.

    They depend on what is known before a picture has come, so that no row moves when it does.
    """
    inset, gap = theme.px(INSET), theme.px(GAP)
    pictures = [it for it in files if it.is_picture]
    others = [it for it in files if not it.is_picture]
    sizes = _picture_sizes(pictures, room - 2 * inset)
    tiles: list[Tile] = []
    top, wide = inset, 0
    for place, (file, size) in enumerate(zip(pictures, sizes, strict=True)):
        left = inset if place % 2 == 0 else inset + size.width() + gap
        tiles.append(Tile(file, QRect(QPoint(left, top), size)))
        wide = max(wide, left + size.width())
        if place % 2 or place == len(pictures) - 1:
            top += size.height() + gap
    card = QSize(
        max(min(theme.px(_CARD_WIDE), room - 2 * inset), wide - inset), theme.px(CARD_TALL)
    )
    for file in others:
        tiles.append(Tile(file, QRect(QPoint(inset, top), card)))
        wide = max(wide, inset + card.width())
        top += card.height() + gap
    return tuple(tiles), QSize(wide + inset, top) if tiles else QSize(0, 0)


def _picture_sizes(pictures: Sequence[Attached], room: int) -> list[QSize]:
    if len(pictures) == 1:
        return [_alone(pictures[0], room)]
    side = min(theme.px(_SQUARE), (room - theme.px(GAP)) // 2)
    return [QSize(side, side)] * len(pictures)


def _alone(file: Attached, room: int) -> QSize:
    """Return the size of a picture that stands alone: its own shape, never enlarged."""
    most = QSize(min(theme.px(_WIDEST), room), theme.px(_TALLEST))
    own = QSize(file.width or 0, file.height or 0)
    if own.isEmpty():
        own = QSize(theme.px(_UNKNOWN.width()), theme.px(_UNKNOWN.height()))
    if own.width() > most.width() or own.height() > most.height():
        own = own.scaled(most, Qt.AspectRatioMode.KeepAspectRatio)
    least = QSize(theme.px(_LEAST.width()), theme.px(_LEAST.height()))
    return own.expandedTo(least).boundedTo(most)


def at(tiles: Sequence[Tile], point: QPoint) -> Attached | None:
    """Return the file under a point of the bubble."""
    return next((tile.file for tile in tiles if tile.box.contains(point)), None)
