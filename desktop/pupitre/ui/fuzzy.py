"""Finding things by a few of their letters, in order, whatever the accents."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from pupitre.ui.fold import folded

T = TypeVar("T")

_START = 8
_NEXT = 5
_PLAIN = 1
_WHOLE = 40


def score(asked: str, text: str) -> int:
    """Return how well a text answers; 0: not all the letters are there in order."""
    asked, text = folded(asked), folded(text)
    if not asked:
        return 1
    bonus = _WHOLE if asked in text else 0
    if bonus and text.startswith(asked):
        bonus += _WHOLE
    return _letters(asked, text) + bonus if _letters(asked, text) else 0


def _letters(asked: str, text: str) -> int:
    total, place = 0, -1
    for letter in asked:
        found = text.find(letter, place + 1)
        if found < 0:
            return 0
        starts = found == 0 or not text[found - 1].isalnum()
        total += _START if starts else _NEXT if found == place + 1 else _PLAIN
        place = found
    return total


def best(asked: str, things: Iterable[T], words: Callable[[T], str]) -> list[T]:
    """Return the things that answer, best first; the order stays among equals."""
    scored = [(score(asked, words(thing)), thing) for thing in things]
    found = [pair for pair in scored if pair[0]]
    return [thing for _, thing in sorted(found, key=lambda pair: -pair[0])]
