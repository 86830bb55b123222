"""Text made comparable for search, and names made harmless."""

import re
import unicodedata

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


def folded(text: str) -> str:
    """Return the text so that “Écru” and “ecru” are the same."""
    small = text.casefold()
    if small.isascii():
        return small
    apart = unicodedata.normalize("NFKD", small)
    return _BEYOND_ASCII.sub(_plain, apart).replace("œ", "oe").replace("æ", "ae")


def _plain(found: re.Match[str]) -> str:
    return "".join(character for character in found[0] if not unicodedata.combining(character))


def harmless(name: str | None) -> str | None:
    """Return a name without control and direction characters; None where nothing is left."""
    if name is None:
        return None
    kept = (" " if c.isspace() else c for c in name if c.isspace() or _is_shown(c))
    return " ".join("".join(kept).split()) or None


def _is_shown(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
