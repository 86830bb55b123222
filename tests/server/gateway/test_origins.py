"""Which sites may speak to the server."""

from dataclasses import replace

import pytest

from pupitre.server.gateway.origins import is_welcome
from tests.server.makers import CAVE, VELO

SHOP = replace(VELO, origins=("https://www.velo.example",))


@pytest.mark.parametrize(
    ("origin", "welcome"),
    [
        (None, True),  # no browser
        ("https://www.velo.example", True),
        ("http://chat.example:8420", True),
        ("https://chat.example:8420", True),
        ("http://www.velo.example", False),
        ("https://www.velo.example.evil.example", False),
        ("https://velo.example", False),
        ("null", False),
        ("", False),
    ],
)
def test_a_site_is_welcome_where_it_is_named(origin: str | None, *, welcome: bool) -> None:
    headers = {"host": "chat.example:8420"} | ({} if origin is None else {"origin": origin})
    assert is_welcome([CAVE, SHOP], headers) is welcome


def test_a_site_of_one_mission_is_not_anothers() -> None:
    assert not is_welcome([CAVE], {"origin": "https://www.velo.example", "host": "x"})
