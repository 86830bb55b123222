"""Which words are misspelt, asked of the system's dictionaries in a thread of their own."""

from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from pupitre.client import aside


class Dictionary(Protocol):
    """Words of one language; used in one thread only."""

    def check(self, word: str) -> bool:
        """Whether the word is in it."""

    def suggest(self, word: str) -> list[str]:
        """Return words that may have been meant, the likeliest first."""

    def add(self, word: str) -> None:
        """Take a word for right from now on, on this computer."""


Opener = Callable[[str], Dictionary | None]
"""Finds the dictionary of a language such as "fr"; None: this computer has none."""

SUGGESTED = 5
REMEMBERED = 20_000
_UNKNOWN = ("",)


class Spelling(QObject):
    """Answers at once with what is known, and tells when more is.

    Dictionaries take a moment to load and suggestions more: the screen never waits for either.
    """

    learnt = Signal()
    """Words that were asked for are known now."""

    def __init__(self, opener: Opener, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opener = opener
        self._opened: dict[str, Dictionary | None] = {}
        self._known: dict[tuple[str, str], tuple[str, ...] | None] = {}
        self._asked: set[tuple[str, str]] = set()
        self._waiting: deque[tuple[str, str]] = deque()
        self._lock = Lock()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="spelling")
        self._over = False

    def end(self) -> None:
        """Look nothing up any more."""
        self._over = True
        self._thread.shutdown(wait=False, cancel_futures=True)

    def misspelt(self, language: str, words: Iterable[str]) -> set[str]:
        """Return those of the words that are known to be wrong; look up the others."""
        wrong, new = set(), False
        for word in words:
            key = (language, word)
            known = self._known.get(key, _UNKNOWN)  # asked once: the thread may forget it all now
            if known is not _UNKNOWN:
                if known is not None:
                    wrong.add(word)
            elif key not in self._asked:
                self._asked.add(key)
                new = self._ask(key) or new
        if new and not self._over:
            aside.do(self._thread, self._look_up)
        return wrong

    def suggestions(self, language: str, word: str) -> tuple[str, ...]:
        """Return what may have been meant by a word that is wrong."""
        return self._known.get((language, word)) or ()

    def learn(self, language: str, word: str) -> None:
        """Take a word for right, now and later."""
        self._known[language, word] = None
        if not self._over:
            aside.do(self._thread, self._add, language, word)
        self.learnt.emit()

    def _ask(self, key: tuple[str, str]) -> bool:
        with self._lock:
            first = not self._waiting
            self._waiting.append(key)
        return first

    # --- in the thread

    def _look_up(self) -> None:
        with self._lock:
            waiting, self._waiting = self._waiting, deque()
        found = {key: self._judge(*key) for key in waiting}
        if len(self._known) > REMEMBERED:
            self._known.clear()
        self._known.update(found)
        self._asked.difference_update(found)
        if any(it is not None for it in found.values()) and not self._over:
            self.learnt.emit()

    def _judge(self, language: str, word: str) -> tuple[str, ...] | None:
        """Return suggestions for a wrong word; None: it is right, or nobody knows."""
        dictionary = self._dictionary(language)
        if dictionary is None or dictionary.check(word):
            return None
        return tuple(dictionary.suggest(word)[:SUGGESTED])

    def _dictionary(self, language: str) -> Dictionary | None:
        if language not in self._opened:
            self._opened[language] = self._opener(language)
        return self._opened[language]

    def _add(self, language: str, word: str) -> None:
        dictionary = self._dictionary(language)
        if dictionary is not None:
            dictionary.add(word)


class _Provided:
    """What the program gave to all the fields of the desk."""

    spelling: Spelling | None = None


def provide(spelling: Spelling | None) -> None:
    """Let every message field look its words up, or none."""
    _Provided.spelling = spelling


def provided() -> Spelling | None:
    """Return what looks words up, if anything does."""
    return _Provided.spelling
