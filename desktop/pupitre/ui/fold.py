"""Text as it is searched: small letters, no accents."""

import unicodedata


def folded(text: str) -> str:
    """Return the text without what a hurried writer leaves out."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in bare if not unicodedata.combining(char))


def holds(text: str, wanted: str) -> bool:
    """Whether each word that is wanted begins a word of the text, or stands inside it."""
    within = folded(text)
    return all(word in within for word in folded(wanted).split())
