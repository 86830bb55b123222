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
    """Return how well a text answers; 0: it is not there, nor its letters from a word's start on.

    Letters from anywhere would find something in every long text.
    """
    asked, text = folded(asked), folded(text)
    if not asked:
        return 1
    if asked in text:
        start = _WHOLE if text.startswith(asked) else 0
        return _WHOLE + start + _letters(asked, text, text.index(asked))
    first = asked[0]
    starts = (at for at, letter in enumerate(text) if letter == first and _starts(text, at))
    return max((_letters(asked, text, place) for place in starts), default=0)


def _starts(text: str, place: int) -> bool:
    return text[place].isalnum() and not (place and text[place - 1].isalnum())


def _letters(asked: str, text: str, first: int) -> int:
    """Count what each letter is worth from the first one's place on; 0: one is missing."""
    total, place = 0, first - 1
    for letter in asked:
        found = text.find(letter, place + 1)
        if found < 0:
            return 0
        total += _START if _starts(text, found) else _NEXT if found == place + 1 else _PLAIN
        place = found
    return total


def best(asked: str, things: Iterable[T], words: Callable[[T], str]) -> list[T]:
    """Return the things that answer, best first; the order stays among equals."""
    scored = [(score(asked, words(thing)), thing) for thing in things]
    found = [pair for pair in scored if pair[0]]
    return [thing for _, thing in sorted(found, key=lambda pair: -pair[0])]
