"""An address is secure, or it is this very computer."""

import pytest

from pupitre.backends.address import Address, is_loopback
from pupitre.backends.port import AccessRefused


@pytest.mark.parametrize(
    ("typed", "socket", "session"),
    [
        (
            "https://desk.example.org",
            "wss://desk.example.org/ws/expert",
            "https://desk.example.org/api/session",
        ),
        (
            " desk.example.org:8443/chat/ ",
            "wss://desk.example.org:8443/chat/ws/expert",
            "https://desk.example.org:8443/chat/api/session",
        ),
        (
            "http://127.0.0.1:8080",
            "ws://127.0.0.1:8080/ws/expert",
            "http://127.0.0.1:8080/api/session",
        ),
        ("ws://[::1]:9", "ws://[::1]:9/ws/expert", "http://[::1]:9/api/session"),
        ("http://localhost", "ws://localhost/ws/expert", "http://localhost/api/session"),
    ],
)
def test_an_address_leads_to_both_doors(typed: str, socket: str, session: str) -> None:
    address = Address.parse(typed)
    assert (address.socket, address.session) == (socket, session)


@pytest.mark.parametrize("typed", ["http://desk.example.org", "ws://192.168.1.4", "http://0.0.0.0"])
def test_a_plain_link_goes_to_this_computer_only(typed: str) -> None:
    with pytest.raises(AccessRefused) as refused:
        Address.parse(typed)
    assert refused.value.code == "plain_link"
    assert "https" in refused.value.sentence


@pytest.mark.parametrize(
    "typed", ["", "   ", "ftp://x.org", "https://", "https://me:secret@x.org", "https://x:port"]
)
def test_what_is_no_address_is_said_so(typed: str) -> None:
    with pytest.raises(AccessRefused) as refused:
        Address.parse(typed)
    assert refused.value.code == "bad_address"


@pytest.mark.parametrize("host", ["localhost.evil.org", "128.0.0.1", "example.org"])
def test_only_this_computer_is_this_computer(host: str) -> None:
    assert not is_loopback(host)
