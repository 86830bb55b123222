"""Words are looked up in a thread of their own, and the answer comes when it is there."""

import threading

import pytest
from PySide6.QtWidgets import QApplication

from pupitre.ui import spelling
from pupitre.ui.spelling import Dictionary, Spelling
from tests.support.loop import until


class Words:
    """A dictionary of a few words, which knows who asks."""

    def __init__(self, *words: str) -> None:
        self.words = set(words)
        self.threads: set[int] = set()

    def check(self, word: str) -> bool:
        self.threads.add(threading.get_ident())
        return word in self.words

    def suggest(self, word: str) -> list[str]:
        return sorted(it for it in self.words if it[0] == word[0]) + ["x"] * 9

    def add(self, word: str) -> None:
        self.words.add(word)


async def test_what_is_wrong_is_known_a_little_later_with_suggestions(screen: QApplication) -> None:
    words = Words("bonjour", "merci")
    it = Spelling(lambda _: words)
    assert it.misspelt("fr", {"bonjour", "bonjuor"}) == set(), "nobody waits"
    await until(lambda: it.misspelt("fr", {"bonjour", "bonjuor"}) == {"bonjuor"})
    assert it.suggestions("fr", "bonjuor")[0] == "bonjour"
    assert len(it.suggestions("fr", "bonjuor")) == spelling.SUGGESTED
    assert threading.get_ident() not in words.threads
    it.end()


async def test_it_tells_when_it_learnt_something(screen: QApplication) -> None:
    it, told = Spelling(lambda _: Words("oui")), list[bool]()
    it.learnt.connect(lambda: told.append(True))
    it.misspelt("fr", {"nno"})
    await until(lambda: told)
    it.end()


@pytest.mark.logs("Something failed in a thread")
async def test_a_dictionary_that_fails_is_heard(
    screen: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    it = Spelling(lambda language: [Words("oui")][int(language)])
    assert it.misspelt("fr", {"nno"}) == set()
    await until(lambda: caplog.records)
    assert it.misspelt("0", {"nno"}) == set()
    await until(lambda: it.misspelt("0", {"nno"}))
    it.end()


async def test_a_word_can_be_taken_for_right(screen: QApplication) -> None:
    words = Words("oui")
    it = Spelling(lambda _: words)
    it.misspelt("fr", {"Elops"})
    await until(lambda: it.misspelt("fr", {"Elops"}))
    it.learn("fr", "Elops")
    assert it.misspelt("fr", {"Elops"}) == set()
    await until(lambda: "Elops" in words.words)
    it.end()


async def test_without_a_dictionary_every_word_is_right(screen: QApplication) -> None:
    opened: list[str] = []

    def none(language: str) -> Dictionary | None:
        opened.append(language)
        return None

    it = Spelling(none)
    it.misspelt("tlh", {"nuqneH"})
    await until(lambda: opened)
    await until(lambda: ("tlh", "nuqneH") in it._known)
    assert it.misspelt("tlh", {"nuqneH", "Qapla"}) == set()
    await until(lambda: ("tlh", "Qapla") in it._known)
    assert opened == ["tlh"], "it is looked for once"
    it.end()


def test_after_its_end_nothing_is_looked_up(screen: QApplication) -> None:
    it = Spelling(lambda _: Words())
    it.end()
    assert it.misspelt("fr", {"bonjuor"}) == set()


def test_what_the_program_provides_is_what_fields_use(screen: QApplication) -> None:
    assert spelling.provided() is None
    it = Spelling(lambda _: Words())
    spelling.provide(it)
    assert spelling.provided() is it
    spelling.provide(None)
    it.end()
