"""What the program says of signing in: its own sentence where there is one."""

import pytest

from pupitre.app import words


@pytest.mark.parametrize(
    "code", ["wrong_credentials", "slow_down", "not_signed_in", "bad_address", "plain_link"]
)
def test_a_known_refusal_has_our_sentence(code: str) -> None:
    assert words.access_refused(code, "the server's") != "the server's"


def test_an_unknown_one_has_the_server_s() -> None:
    assert words.access_refused("closed_4403", "Closed for repairs.") == "Closed for repairs."


def test_reasons_are_told() -> None:
    assert "no route" in words.unreachable("no route")
    assert "disk full" in words.trial_failed("disk full")


def test_each_sentence_is_said() -> None:
    says = (words.starting, words.signing_in, words.leaving, words.went_wrong, words.no_keyring)
    assert len({say() for say in (*says, words.still_open)}) == 6
