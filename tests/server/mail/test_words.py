"""The sentences of mails: the same ones in each language."""

from pathlib import Path
from string import Formatter

import pytest

from pupitre.server.mail.words import read_words, words_for
from tests.server.makers import NOON

LANGUAGES = read_words(Path(__file__).parents[3] / "resources" / "i18n")


def test_each_language_says_everything() -> None:
    english, french = LANGUAGES["en"].sentences, LANGUAGES["fr"].sentences
    assert list(english) == list(french)
    for name, sentence in english.items():
        assert holes(sentence) == holes(french[name]), name
        assert name == "months" or sentence != french[name]


def holes(sentence: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(sentence)} - {None}


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [
        ("fr", "fr"),
        ("fr-CA", "fr"),
        ("FR_fr", "fr"),
        ("en-GB,fr;q=0.5", "en"),
        ("de", "en"),
        ("", "en"),
    ],
)
def test_the_language_that_comes_closest(asked: str, spoken: str) -> None:
    assert words_for(LANGUAGES, asked).language == spoken


def test_a_day_is_written_out() -> None:
    assert LANGUAGES["fr"].day(NOON) == "22\u00a0novembre\u00a02026"
    assert LANGUAGES["en"].day(NOON) == "22\u00a0November\u00a02026"
