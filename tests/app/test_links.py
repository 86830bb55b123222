"""A link leads to one conversation, or nowhere."""

import pytest

from pupitre.app import links


@pytest.mark.parametrize(
    "link",
    [
        "pupitre://conversation/0199-ab_c",
        "pupitre://conversation/0199-ab_c/",
        "pupitre:conversation/0199-ab_c",
        " pupitre://conversation/0199-ab_c\n",
    ],
)
def test_a_link_names_a_conversation(link: str) -> None:
    assert links.conversation(link) == "0199-ab_c"


@pytest.mark.parametrize(
    "link",
    [
        "",
        "pupitre:",
        "pupitre://conversation/",
        "pupitre://conversation/a/b",
        "pupitre://conversation/a?b",
        "pupitre://conversation/" + "a" * 65,
        "pupitre://settings/a",
        "https://conversation/a",
        "pupitre://conversation/é",
    ],
)
def test_what_is_no_such_link_leads_nowhere(link: str) -> None:
    assert links.conversation(link) is None


def test_a_link_is_taken_out_of_the_command_line() -> None:
    words = ["--language", "fr", "PUPITRE://conversation/a"]
    assert links.taken(words) == ("PUPITRE://conversation/a", ["--language", "fr"])
    assert links.taken(["serve"]) == ("", ["serve"])
