"""Prepared sentences in the visitor's language."""

import pytest

from pupitre.ui.visitor_words import anything_else, goodbye, set_aside


@pytest.mark.parametrize("language", ["fr", "fr-CA", "FR"])
def test_a_french_visitor_reads_french(language: str) -> None:
    assert anything_else(language) == "Avez-vous d’autres questions\u00a0?"
    assert set_aside(language).startswith("Je mets notre échange de côté")
    assert "Merci de votre visite" in goodbye(language)


@pytest.mark.parametrize("language", ["en-GB", "de", ""])
def test_anybody_else_reads_english(language: str) -> None:
    assert anything_else(language) == "Do you have any other questions?"
    assert "aside" in set_aside(language)
    assert "Thank you for your visit" in goodbye(language)
