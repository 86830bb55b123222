"""Refusals: each has its sentence."""

import pytest

from pupitre.domain.refusals import SENTENCES, Code, Refused


@pytest.mark.parametrize("code", Code)
def test_every_code_has_a_sentence_for_people(code: Code) -> None:
    assert Refused(code).message == SENTENCES[code]
    assert SENTENCES[code].endswith(".")
    assert "_" not in SENTENCES[code]
