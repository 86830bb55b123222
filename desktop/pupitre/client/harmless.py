"""Names and previews from strangers, made safe to show beside other text."""

import re
import unicodedata
from zlib import crc32

NAME_LIMIT = 60
PREVIEW_LIMIT = 160
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
"""Controls, bidi marks and other formats, private use, surrogates, unassigned."""
_JOINERS = frozenset({"\u200c", "\u200d"})
"""They have no direction, and some scripts and emoji are unreadable without them."""
_PLAIN = re.compile("[\t\n\r -~\u00a0-\u00ac\u00ae-\u02ff\u1e00-\u1eff\u2010-\u2027\u202f\u20ac]*")
"""What western texts are made of: letters, signs and spaces, and nothing that hides or combines."""
_MARKS_IN_A_ROW = 3
"""More accents than this on one letter draw over the neighbouring lines."""


def name(text: str | None) -> str:
    """Return a name on one line, with no hidden characters; empty when nothing is left."""
    return _shortened(_visible(text or ""), NAME_LIMIT)


def line(text: str) -> str:
    """Return the beginning of a text as one harmless line, for a card or a notification."""
    return _shortened(_visible(text[: PREVIEW_LIMIT * 4]), PREVIEW_LIMIT)


def number(id_: str) -> int:
    """Return four digits that are always the same for a visitor: "Visitor 4821"."""
    return 1000 + crc32(id_.encode()) % 9000


def _visible(text: str) -> str:
    if _PLAIN.fullmatch(text):
        return " ".join(text.split())
    return _sifted(text)


def _sifted(text: str) -> str:
    """Return a text without what hides, one character after the other."""
    kept: list[str] = []
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if character.isspace() or category in ("Zl", "Zp"):
            kept.append(" ")
        elif marks <= _MARKS_IN_A_ROW and (category not in _HIDDEN or character in _JOINERS):
            kept.append(character)
    return " ".join("".join(kept).split())


def _shortened(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
