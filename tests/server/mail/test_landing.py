"""Where links lead: to the mission's own site, whatever a visitor's page claims to be."""

from dataclasses import replace

import pytest

from pupitre.domain.people import Page
from pupitre.server.mail.landing import landing, with_token
from tests.server.makers import VELO

SERVER = "https://chat.example/"
SITE = replace(VELO, origins=("https://velo.example", "http://localhost:8000"))


@pytest.mark.parametrize(
    ("url", "leads"),
    [
        ("https://velo.example/vtt", "https://velo.example/vtt"),
        ("https://velo.example", "https://velo.example/"),
        ("http://localhost:8000/a/b", "http://localhost:8000/a/b"),
        ('https://velo.example/a b"<x>é', "https://velo.example/a%20b%22%3Cx%3E%C3%A9"),
        ("https://velo.example/out?next=https://evil.test#top", "https://velo.example/out"),
        ("https://chat.example/demo/velo/vtt", "https://chat.example/demo/velo/vtt"),
    ],
)
def test_the_page_of_the_visitor_on_a_site_of_the_mission(url: str, leads: str) -> None:
    assert landing(Page(url=url), SITE, SERVER) == leads


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.test/vtt",
        "https://velo.example.evil.test/",
        "https://velo.example@evil.test/",
        "http://velo.example/",
        "https://velo.example:444/",
        "//velo.example/",
        "javascript:alert(1)",
        "data:text/html,x",
        "https://[velo.example/",
        "",
    ],
)
def test_any_other_page_is_left_for_the_front_of_the_site(url: str) -> None:
    assert landing(Page(url=url), SITE, SERVER) == "https://velo.example/"


def test_a_mission_without_a_site_has_the_demo() -> None:
    assert landing(Page(url="https://evil.test/"), VELO, SERVER) == "https://chat.example/demo/velo"
    assert landing(None, VELO, SERVER) == "https://chat.example/demo/velo"


def test_the_token_comes_last() -> None:
    assert with_token("https://velo.example/", "a.b") == "https://velo.example/?pupitre=a.b"
