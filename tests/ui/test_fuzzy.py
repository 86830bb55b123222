"""Things are found by a few of their letters."""

from pupitre.ui import fuzzy


def test_accents_and_capitals_do_not_matter() -> None:
    assert fuzzy.score("ines", "Inès") > 0


def test_letters_must_come_in_their_order() -> None:
    assert fuzzy.score("sn", "Inès") == 0


def test_the_starts_of_words_count_more() -> None:
    found = fuzzy.best("pc", ["Spécial", "Pause the conversation"], str)
    assert found == ["Pause the conversation", "Spécial"]


def test_whole_words_come_before_scattered_letters() -> None:
    assert fuzzy.best("camil", ["Ctrl a m i l", "Camille D."], str)[0] == "Camille D."


def test_nothing_asked_keeps_everything_in_order() -> None:
    assert fuzzy.best("", ["b", "a"], str) == ["b", "a"]
