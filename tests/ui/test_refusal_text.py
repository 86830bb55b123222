"""Every refusal says what to do next."""

import pytest
from PySide6.QtWidgets import QApplication

from pupitre.domain.refusals import SENTENCES, Code
from pupitre.ui.refusal_text import refusal


@pytest.mark.parametrize("code", Code)
def test_every_code_has_its_own_sentence(screen: QApplication, code: Code) -> None:
    assert refusal(code).endswith(".")
    assert refusal(code) != refusal("a code of tomorrow")


@pytest.mark.parametrize("code", Code)
def test_every_code_is_told_in_french(french: QApplication, code: Code) -> None:
    assert refusal(code) not in SENTENCES.values()


def test_details_are_told(screen: QApplication) -> None:
    assert "30 days" in refusal(Code.PAUSE_TOO_LONG, {"days": 30})
    assert "2,000 characters" in refusal(Code.TOO_LONG, {"limit": 2000})
    assert "Shorten it" in refusal(Code.TOO_LONG, {"limit": "many"})


def test_french_thousands_have_a_narrow_space(french: QApplication) -> None:
    assert "2\u202f000 caractères" in refusal(Code.TOO_LONG, {"limit": 2000})


def test_a_code_of_tomorrow_is_a_sentence_too(screen: QApplication) -> None:
    assert refusal("coffee_is_cold") == (
        "The server refused this. Try again, or reload the conversation."
    )
