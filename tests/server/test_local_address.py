"""A server that listens everywhere is found on its own computer."""

import pytest

from pupitre.server.local_address import local_address


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8420"),
        ("localhost", "http://localhost:8420"),
        ("::1", "http://[::1]:8420"),
        ("0.0.0.0", "http://127.0.0.1:8420"),  # noqa: S104 -- compared, not bound
        ("::", "http://127.0.0.1:8420"),
    ],
)
def test_it_can_be_called(host: str, address: str) -> None:
    assert local_address(host, 8420) == address
