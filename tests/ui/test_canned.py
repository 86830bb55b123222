"""Canned replies are found by a few letters, and say what is missing."""

import pytest

from pupitre.domain.mission import CannedReply
from pupitre.ui import canned

HELLO = CannedReply(name="bonjour", text="Bonjour {visitor} !")
CHECK = CannedReply(name="cherche", text="Je vérifie votre {commande}.")


@pytest.mark.parametrize(
    ("before", "query"),
    [
        ("/", ""),
        ("/bon", "bon"),
        ("Oui /ch", "ch"),
        ("1/2", None),
        ("https://velo", None),
        ("", None),
    ],
)
def test_a_slash_at_the_start_of_a_word_looks_for_a_reply(before: str, query: str | None) -> None:
    assert canned.asked(before) == query


def test_replies_are_found_by_name_and_by_words_without_accents() -> None:
    assert canned.matching("bjr", [CHECK, HELLO]) == [HELLO]
    assert canned.matching("verifie", [HELLO, CHECK]) == [CHECK]
    assert canned.matching("", [HELLO, CHECK]) == [HELLO, CHECK]


def test_what_is_known_is_filled_in_and_the_rest_stays() -> None:
    assert canned.filled(HELLO.text, {"visitor": "Camille"}) == "Bonjour Camille !"
    assert canned.filled(HELLO.text, {"visitor": ""}) == "Bonjour {visitor} !"


def test_the_first_blank_is_found() -> None:
    assert canned.first_blank(CHECK.text) == (17, 27)
    assert canned.first_blank("Bonjour") is None
