"""`pupitre` opens the desk as the command line and the settings say."""

import argparse
from datetime import timedelta

import pytest

from pupitre.app import cli, program
from pupitre.app.settings import Account
from pupitre.ui.preferences import Language, Preferences
from pupitre.ui.theme import Scheme


def options(*words: str) -> argparse.Namespace:
    return cli.parser().parse_args(words)


def test_the_command_line_wins_over_what_was_chosen() -> None:
    kept = Preferences(language=Language.FRENCH, undo=timedelta(seconds=8))
    chosen = program._preferences(kept, options("--language", "en", "--theme", "dark"))
    assert (chosen.language, chosen.scheme, chosen.undo) == (
        Language.ENGLISH,
        Scheme.DARK,
        timedelta(seconds=8),
    )
    assert program._preferences(kept, options()) == kept


def test_an_account_can_be_proposed() -> None:
    proposed = program._proposed(options("--server", "desk.example.org", "--email", "a@b.test"))
    assert proposed == Account(server="desk.example.org", email="a@b.test")
    assert program._proposed(options()) is None


@pytest.mark.parametrize("words", [["--language", "de"], ["--theme", "pink"], ["--port", "1"]])
def test_what_it_does_not_know_is_refused(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        options(*words)
    assert ended.value.code == 2
    assert "usage: pupitre" in capsys.readouterr().err
