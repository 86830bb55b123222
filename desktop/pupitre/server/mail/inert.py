"""Text made inert: nothing in it can steer a mail's headers, its layout or its reader's eye."""

import unicodedata

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
"""Characters that turn the direction of what surrounds them; emoji keep their joiners."""


def inert(text: str) -> str:
    """Return a text of several lines without control and direction characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    lines = lines.replace("\u2028", "\n").replace("\u2029", "\n\n")
    return "".join(c for c in lines if c == "\n" or _is_plain(c)).strip("\n")


def one_line(text: str, limit: int = 200) -> str:
    """Return a text fit for a header: one line, not too long."""
    line = " ".join(inert(text).split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


def _is_plain(character: str) -> bool:
    return character not in _BIDI and unicodedata.category(character) not in ("Cc", "Cs", "Cn")
