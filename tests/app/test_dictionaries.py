"""The system's own dictionaries, or none."""

import sys

import pytest

from pupitre.app import dictionaries
from pupitre.app.dictionaries import open_dictionary


@pytest.mark.parametrize(
    ("language", "right", "wrong"),
    [("fr", "aujourd’hui", "aujourdui"), ("en-US", "weather", "wether’s"), ("fr-CA", "là", "lá")],
)
def test_the_dictionary_of_a_visitors_language_is_found(
    language: str, right: str, wrong: str
) -> None:
    found = open_dictionary(language)
    assert found is not None
    assert found.check(right)
    assert not found.check(wrong)


def test_it_suggests_what_was_meant() -> None:
    found = open_dictionary("fr")
    assert found is not None
    assert "bonjour" in found.suggest("bonjuor")


def test_a_language_without_dictionary_has_none() -> None:
    assert open_dictionary("tlh") is None
    assert open_dictionary("") is None


def test_without_the_library_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "enchant", None)
    assert open_dictionary("fr") is None


@pytest.mark.parametrize(
    ("language", "offered", "best"),
    [
        ("fr", ["fr", "fr_BE", "fr_FR"], "fr_FR"),
        ("en", ["en_AU", "en_US"], "en_AU"),
        ("en-US", ["en_GB", "en_US"], "en_US"),
        ("pt", ["pt"], "pt"),
        ("de", ["en_GB"], None),
    ],
)
def test_the_nearest_one_is_taken(language: str, offered: list[str], best: str | None) -> None:
    assert dictionaries._best(language, offered) == best
