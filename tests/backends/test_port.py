"""A refusal carries a code for programs and a sentence for people."""

from pupitre.backends.port import AccessRefused


def test_a_refusal_speaks_both_languages() -> None:
    refused = AccessRefused("slow_down", "Wait a moment.")
    assert (refused.code, refused.sentence, str(refused)) == (
        *("slow_down", "Wait a moment.", "Wait a moment."),
    )
