"""Why a file is not taken."""

import pytest

from pupitre.domain.attachments import MAX_SIZE
from pupitre.server.files import refusals
from pupitre.server.files.refusals import NotTaken, Reason

REASONS = [it for it in vars(refusals).values() if isinstance(it, Reason)]


@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: reason.code)
def test_every_reason_is_a_sentence_for_people(reason: Reason) -> None:
    assert reason.sentence.endswith(".")
    assert 400 <= reason.status < 600
    assert str(NotTaken(reason)) == reason.sentence


def test_the_limit_is_named() -> None:
    assert f"{MAX_SIZE // 1024**2} MiB" in refusals.TOO_LARGE.sentence
