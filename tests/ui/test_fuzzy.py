"""Things are found by a few of their letters."""

from pupitre.ui import fuzzy


def test_accents_and_capitals_do_not_matter() -> None:
    assert fuzzy.score("ines", "Inès") > 0


def test_letters_must_come_in_their_order() -> None:
    assert fuzzy.score("sn", "Inès") == 0


def test_the_starts_of_words_count_more() -> None:
    found = fuzzy.best("pc", ["Placid", "Pause the conversation"], str)
    assert found == ["Pause the conversation", "Placid"]


def test_scattered_letters_begin_with_a_word() -> None:
    texts = ["Previous conversation in the list", "Visitor 5350, Vélo", "The site is in Ireland"]
    assert fuzzy.best("irel", texts, str) == ["The site is in Ireland"]
    assert fuzzy.best("cv", texts, str) == ["Previous conversation in the list"]


def test_a_part_of_a_word_is_found_as_it_is_written() -> None:
    assert fuzzy.score("535", "Visitor 5350") > fuzzy.score("vst", "Visitor 5350") > 0


def test_whole_words_come_before_scattered_letters() -> None:
    assert fuzzy.best("camil", ["Ctrl a m i l", "Camille D."], str)[0] == "Camille D."


def test_nothing_asked_keeps_everything_in_order() -> None:
    assert fuzzy.best("", ["b", "a"], str) == ["b", "a"]
