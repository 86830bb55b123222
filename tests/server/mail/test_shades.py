"""Text on a mission's colour can be read."""

import pytest

from pupitre.server.mail.shades import text_on


@pytest.mark.parametrize(
    ("colour", "text"),
    [
        ("#000000", "#ffffff"),
        ("#0f7a4a", "#ffffff"),
        ("#8a1c4a", "#ffffff"),
        ("#ffffff", "#1c1b1a"),
        ("#ffe600", "#1c1b1a"),
        ("#FFCC00", "#1c1b1a"),
    ],
)
def test_the_text_contrasts(colour: str, text: str) -> None:
    assert text_on(colour) == text
