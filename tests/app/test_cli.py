"""What the command line may say."""

from pathlib import Path

import pytest

from pupitre.app.cli import parser, run


def test_without_a_command_it_is_the_desk() -> None:
    options = parser().parse_args(["--data", "here"])
    assert (options.command, options.data) == (None, Path("here"))


def test_the_place_of_the_data_may_follow_any_admin_verb() -> None:
    for words in (
        ["admin", "mission", "list", "--data", "d"],
        ["admin", "--data", "d", "mission", "list"],
        ["admin", "widget", "velo", "--data", "d"],
    ):
        assert parser().parse_args(words).data == Path("d")
    assert parser().parse_args(["admin", "expert", "list"]).data is None


def test_an_expert_may_be_in_several_groups() -> None:
    words = ["admin", "expert", "add", "a@b.c", "--name", "A", "--group", "x", "--group", "y"]
    assert parser().parse_args(words).groups == ["x", "y"]


@pytest.mark.parametrize(
    "words",
    [
        ["serve", "--port", "70000"],
        ["serve", "--port", "http"],
        ["serve", "--clock-rate", "fast"],
        ["serve", "--clock-rate", "0"],
        ["serve", "--data", "a", "--database", "b"],
        ["admin", "mission"],
        ["dance"],
    ],
)
def test_nonsense_is_refused_with_status_2(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        parser().parse_args(words)
    assert left.value.code == 2
    said = capsys.readouterr().err
    assert "usage: pupitre" in said
    assert "value: " not in said, "argparse would print the name of our function"


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("pupitre ")
