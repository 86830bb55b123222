"""The plain form of what was written, and the words that carry no meaning in it."""

import re

from pupitre.ui.fold import folded

# fmt: off
FILLER = frozenset({
    "a", "at", "on", "the", "le", "la", "les", "l", "ce", "cet", "cette", "this", "de", "du", "d",
    "of", "to", "vers", "around", "about", "pour", "for", "until", "till", "jusqu", "jusque",
    "by", "and", "et", "en", "in", "dans",
})
# fmt: on


def plain(text: str) -> str:
    """Return the text in small letters, without accents, apostrophes or double spaces."""
    spaced = re.sub(r"['’ʼ,;!()-]+", " ", _dates_kept(folded(text)))
    return " ".join(spaced.split())


def _dates_kept(text: str) -> str:
    """Write 2026-12-24 so that its hyphens survive."""
    return re.sub(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b", r"\3/\2/\1", text)


def only_filler(rest: str) -> bool:
    """Whether nothing that means something is left."""
    return all(word.strip(".") in FILLER or not word.strip(".") for word in rest.split())


def without(text: str, match: re.Match[str]) -> str:
    """Return the text without what was understood."""
    return f"{text[: match.start()]} {text[match.end() :]}"
