"""How a message is laid out in its bubble: lines, links, size; computed once per width."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextLine, QTextOption

from pupitre.client.attached import Attached
from pupitre.ui import theme
from pupitre.ui.views import tiles
from pupitre.ui.views.tiles import Tile

PAD_SIDE = 13
PAD_TOP = 9
PAD_FOOT = 9
FOOT_GAP = 4
HEAD_GAP = 4
"""Between the files and the text."""
SHARE = 0.7
"""How much of the thread's width a bubble may take."""
_WIDE_ENOUGH = 220
"""From this width on, words stay under the files that they go with."""
_LINE = 1.2
_LINK = re.compile(r"https?://[^\s<>\"“”«»]+", re.IGNORECASE)
_SPACE_BEFORE_SIGN = re.compile(r" (?=[:;?!»%€])")
"""As French writes it: the sign stays with its word."""
_TRAILING = ".,;:!?)]}'’"


@dataclass(frozen=True, slots=True)
class Link:
    """An address in a text, by its place in UTF-16 units, as Qt counts."""

    start: int
    length: int
    address: str

    @property
    def scheme(self) -> int:
        """The length of "https://", after which a line of text may end."""
        return self.address.index("//") + 2


@dataclass(frozen=True, slots=True)
class Bubble:
    """A message ready to paint."""

    text: str
    layout: QTextLayout
    links: tuple[Link, ...]
    size: QSize
    foot: str
    foot_height: int
    tiles: tuple[Tile, ...] = ()
    """The files, above the text."""
    head: int = 0
    """How much the files take above the text."""

    def text_origin(self, box: QRect) -> QPointF:
        """Return where the text starts inside the bubble's box."""
        top = box.top() + (self.head or theme.px(PAD_TOP))
        return QPointF(box.left() + theme.px(PAD_SIDE), top)

    def file_at(self, box: QRect, point: QPoint) -> str:
        """Return the key of the file under a point, or empty."""
        found = tiles.at(self.tiles, point - box.topLeft())
        return found.key if found else ""

    def foot_box(self, box: QRect) -> QRect:
        """Return where time and delivery are written."""
        side = theme.px(PAD_SIDE)
        bottom = box.bottom() + 1 - theme.px(PAD_FOOT)
        return QRect(
            box.left() + side, bottom - self.foot_height, box.width() - 2 * side, self.foot_height
        )

    def place_at(self, box: QRect, point: QPointF, *, nearest: bool = True) -> int:
        """Return the place in the text under a point; -1 when it is beside the words."""
        inside = point - self.text_origin(box)
        for number in range(self.layout.lineCount()):
            line = self.layout.lineAt(number)
            last = number == self.layout.lineCount() - 1
            if inside.y() < line.y() + line.height() or (last and nearest):
                within = inside.y() >= 0 and line.x() <= inside.x() <= line.naturalTextWidth()
                return line.xToCursor(inside.x()) if nearest or within else -1
        return -1

    def link_at(self, box: QRect, point: QPointF) -> str:
        """Return the address under a point, or empty."""
        place = self.place_at(box, point, nearest=False)
        hit = (k for k in self.links if k.start <= place < k.start + k.length)
        return next((link.address for link in hit), "")


def lay_out(
    text: str, width: int, foot: str, *, foot_icon: bool, files: Sequence[Attached] = ()
) -> Bubble:
    """Lay a message out for a thread of that width."""
    placed, taken = tiles.arrange(files, int(width * SHARE)) if files else ((), QSize(0, 0))
    most = taken.width() if taken.width() >= theme.px(_WIDE_ENOUGH) else int(width * SHARE)
    room = most - 2 * theme.px(PAD_SIDE)
    layout, links, tall = _text_layout(text, max(room, theme.px(60)))
    head = taken.height() + theme.px(HEAD_GAP if text else 0) if placed else 0
    metrics = theme.metrics(11)
    extra = theme.px(16) if foot_icon else 0
    wrapped = metrics.boundingRect(
        QRect(0, 0, room - extra, 10_000), int(Qt.TextFlag.TextWordWrap), foot
    )
    inner = max(_natural_width(layout), wrapped.width() + extra + 1)
    height = (head or theme.px(PAD_TOP)) + (tall if text else 0) + theme.px(FOOT_GAP)
    foot_height = wrapped.height() if foot else 0
    size = QSize(
        max(round(inner) + 2 * theme.px(PAD_SIDE), taken.width()),
        round(height) + foot_height + theme.px(PAD_FOOT),
    )
    return Bubble(text, layout, links, size, foot, foot_height, placed, head)


def _text_layout(text: str, room: int) -> tuple[QTextLayout, tuple[Link, ...], float]:
    shown = _SPACE_BEFORE_SIGN.sub("\u00a0", text.replace("\r\n", "\n").replace("\n", "\u2028"))
    layout = QTextLayout(shown, theme.font(14))
    layout.setTextOption(_wrapping(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere))
    links = find_links(text.replace("\r\n", "\n"))
    if links:
        layout.setFormats([_underlined(link) for link in links])
    height = round(theme.metrics(14).height() * _LINE)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        _fill(layout, line, room, links)
        line.setPosition(QPointF(0, top + (height - line.height()) / 2))
        top += max(height, line.height())
    layout.endLayout()
    return layout, links, top


def _wrapping(mode: QTextOption.WrapMode) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(mode)
    return option


def _fill(layout: QTextLayout, line: QTextLine, room: int, links: Sequence[Link]) -> None:
    """Fill a line with words; it may end in an address, but not before its name begins."""
    line.setLineWidth(room)
    end = line.textStart() + line.textLength()
    torn = next((it for it in links if it.start < end <= it.start + it.scheme), None)
    if torn is None:
        return
    before = _width_to(line, torn.start)
    if before > 0:
        line.setLineWidth(before)
    elif torn.start == line.textStart():
        usual = layout.textOption()
        layout.setTextOption(_wrapping(QTextOption.WrapMode.WrapAnywhere))
        line.setLineWidth(room)
        layout.setTextOption(usual)


def _width_to(line: QTextLine, place: int) -> float:
    """Return the width of what stands on a line before a place."""
    across: float = line.cursorToX(place)[0]  # type: ignore[index] # with the place, nearest
    return across - line.x()


def _underlined(link: Link) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = link.start, link.length
    look = QTextCharFormat()
    look.setFontUnderline(True)
    made.format = look
    return made


def selected(start: int, length: int, *, mine: bool) -> QTextLayout.FormatRange:
    """Return the look of a selected range, seen on both kinds of bubble."""
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    look = QTextCharFormat()
    look.setBackground(theme.colour("on_fill" if mine else "fill"))
    look.setForeground(theme.colour("fill" if mine else "on_fill"))
    made.format = look
    return made


def _natural_width(layout: QTextLayout) -> float:
    widths = (layout.lineAt(i).naturalTextWidth() for i in range(layout.lineCount()))
    return max(widths, default=0.0)


def find_links(text: str) -> tuple[Link, ...]:
    """Find the web addresses in a text; nothing else is ever made to open."""
    found = []
    for match in _LINK.finditer(text):
        address = match.group().rstrip(_TRAILING)
        found.append(Link(units(text[: match.start()]), units(address), address))
    return tuple(found)


def units(text: str) -> int:
    """Return a text's length as Qt counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, start: int, end: int) -> str:
    """Return a part of a text between two places counted in UTF-16 units."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[2 * start : 2 * end].decode("utf-16-le", "replace")
