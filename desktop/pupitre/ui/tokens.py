"""The colours of the desk: one set for light, one for dark."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QColor

_READABLE = 4.5
"""The contrast of small words on their ground, at least."""


class Tokens(NamedTuple):
    """Colours by what they are for, as `#rrggbb`; named, as no one knows them by their place."""

    dark: bool
    ground: str
    """Behind the thread and inside sunken fields."""
    surface: str
    """Panels, cards, dialogs."""
    raised: str
    """A control under the pointer."""
    line: str
    strong_line: str
    text: str
    muted: str
    accent: str
    """Links, focus and chosen things."""
    fill: str
    """Behind the words of a primary button; white is readable on it."""
    fill_hover: str
    fill_pressed: str
    on_fill: str
    soft: str
    """The chosen row, the chosen card."""
    mine_muted: str
    theirs: str
    theirs_muted: str
    good: str
    bad: str
    bad_soft: str
    late: str
    """The reply clock while there is still time."""
    advice: str
    advice_text: str
    tooltip: str
    tooltip_text: str


LIGHT = Tokens(
    dark=False,
    ground="#f6f7f9",
    surface="#ffffff",
    raised="#f3f5f8",
    line="#e3e6eb",
    strong_line="#d9dee5",
    text="#1b2430",
    muted="#667085",
    accent="#1f6feb",
    fill="#1f6feb",
    fill_hover="#1a63d6",
    fill_pressed="#1656bd",
    on_fill="#ffffff",
    soft="#eaf1fe",
    mine_muted="#d3e2fb",
    theirs="#eef1f5",
    theirs_muted="#4f5761",
    good="#12875a",
    bad="#c8372d",
    bad_soft="#fdecea",
    late="#b25e09",
    advice="#fff7e8",
    advice_text="#7a4a06",
    tooltip="#1f2630",
    tooltip_text="#f3f5f8",
)

DARK = Tokens(
    dark=True,
    ground="#14181e",
    surface="#1b2129",
    raised="#252d37",
    line="#2c343f",
    strong_line="#3a4452",
    text="#e6eaf0",
    muted="#98a3b3",
    accent="#5b9bff",
    fill="#2f6fd6",
    fill_hover="#3b7be3",
    fill_pressed="#2863c2",
    on_fill="#ffffff",
    soft="#22314a",
    mine_muted="#d5e2f7",
    theirs="#27303b",
    theirs_muted="#b6bbc2",
    good="#3fbf8a",
    bad="#ff7a70",
    bad_soft="#43262a",
    late="#f0a44b",
    advice="#3a2f1a",
    advice_text="#f3cf95",
    tooltip="#2b3440",
    tooltip_text="#e6eaf0",
)


@lru_cache(maxsize=256)
def chip_colours(colour: str, tokens: Tokens) -> tuple[QColor, QColor]:
    """Return the ground and the words of a mission's mark, readable in this light."""
    own = QColor(colour) if QColor.isValidColorName(colour) else QColor(tokens.muted)
    if tokens.dark:
        ground, towards, least = mixed(own, QColor(tokens.surface), 0.28), QColor("#ffffff"), 0.45
    else:
        ground, towards, least = mixed(own, QColor("#ffffff"), 0.12), QColor("#000000"), 0.72
    shades = (mixed(own, towards, least * step / 5) for step in range(5, 0, -1))
    return ground, next((it for it in shades if contrast(it, ground) >= _READABLE), towards)


def contrast(first: QColor, second: QColor) -> float:
    """Return how well one colour is read on the other, as WCAG 2 defines it."""
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """Return a colour made of `share` of the first and the rest of the second."""
    rest = 1 - share
    return QColor.fromRgbF(
        first.redF() * share + second.redF() * rest,
        first.greenF() * share + second.greenF() * rest,
        first.blueF() * share + second.blueF() * rest,
    )
