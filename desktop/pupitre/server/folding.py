"""Text made comparable for search, and names made harmless."""

import unicodedata


def folded(text: str) -> str:
    """Return the text so that “Écru” and “ecru” are the same."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(character for character in apart if not unicodedata.combining(character))
    return plain.replace("œ", "oe").replace("æ", "ae")


def harmless(name: str | None) -> str | None:
    """Return a name without control and direction characters; None where nothing is left."""
    if name is None:
        return None
    kept = (" " if c.isspace() else c for c in name if c.isspace() or _is_shown(c))
    return " ".join("".join(kept).split()) or None


def _is_shown(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
