"""The doctor says in a sentence what is between the desk and its server."""

import socket
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pupitre.app.doctor import link
from pupitre.app.doctor.finding import Finding, Verdict
from tests.support.certificates import certificate
from tests.support.health import Server, serving

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
YEAR = timedelta(days=365)


def told(ahead: timedelta | None = timedelta(0), status: int = 200) -> Server:
    """Return a server whose clock is so far ahead of the moment that stands still."""
    return Server(None if ahead is None else lambda: NOW + ahead, status=status)


def look(address: str, trusted: Path | None = None) -> dict[str, Finding]:
    """Look, at a moment that stands still, trusting one certificate at most."""
    tls = ssl.create_default_context(cafile=str(trusted) if trusted else None)
    return {found.thing: found for found in link.look(address, tls, lambda: NOW)}


def test_a_server_that_is_well_is_said_to_be(tmp_path: Path) -> None:
    file = certificate(tmp_path, host="localhost", begins=datetime.now(UTC), lasts=YEAR)  # noqa: TID251 - OpenSSL looks at the real clock
    with serving(told(), file) as port:
        found = look(f"localhost:{port}", trusted=file)
    assert {finding.verdict for finding in found.values()} == {Verdict.GOOD}
    assert set(found) == {"server", "TLS", "clock"}


def test_on_this_computer_no_certificate_is_needed() -> None:
    with serving(told()) as port:
        found = look(f"http://127.0.0.1:{port}")
    assert found["TLS"].verdict is Verdict.GOOD
    assert "this very computer" in found["TLS"].sentence


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (timedelta(minutes=12), "12 min behind"),
        (timedelta(seconds=-45), "45 s ahead of"),
        (timedelta(hours=-5), "5 h ahead of"),
    ],
)
def test_a_wrong_clock_is_measured(ahead: timedelta, words: str) -> None:
    with serving(told(ahead)) as port:
        clock = look(f"http://127.0.0.1:{port}")["clock"]
    assert clock.verdict is Verdict.POOR
    assert words in clock.sentence


def test_a_server_that_hides_the_time_is_borne() -> None:
    with serving(told(None)) as port:
        assert look(f"http://127.0.0.1:{port}")["clock"].verdict is Verdict.POOR


@pytest.mark.parametrize(
    ("host", "age", "trusts", "words"),
    [
        ("localhost", timedelta(0), False, "does not know who signed"),
        ("localhost", 2 * YEAR, True, "has expired, or this computer’s clock is wrong"),
        ("localhost", -YEAR, True, "is not valid yet, or this computer’s clock is wrong"),
        ("desk.example.org", timedelta(0), True, "is for another name"),
    ],
)
def test_a_bad_certificate_is_explained(
    host: str, age: timedelta, trusts: bool, words: str, tmp_path: Path
) -> None:
    began = datetime.now(UTC) - age  # noqa: TID251 - OpenSSL looks at the real clock
    file = certificate(tmp_path, host=host, begins=began, lasts=YEAR)
    with serving(told(), file) as port:
        found = look(f"localhost:{port}", trusted=file if trusts else None)
    assert found["server"].verdict is Verdict.GOOD
    assert found["TLS"].verdict is Verdict.BAD
    assert words in found["TLS"].sentence


@pytest.mark.parametrize(
    ("status", "words"), [(404, "no server of Pupitre"), (503, "its database is not")]
)
def test_an_answer_of_somebody_else_is_known(status: int, words: str) -> None:
    with serving(told(status=status)) as port:
        server = look(f"http://127.0.0.1:{port}")["server"]
    assert (server.verdict, words in server.sentence) == (Verdict.BAD, True)


def test_a_port_that_speaks_no_tls_is_known() -> None:
    with serving(told()) as port:
        assert "does not speak TLS" in look(f"localhost:{port}")["server"].sentence


def test_a_server_that_is_stopped_is_known() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "Nothing listens" in look(f"http://127.0.0.1:{port}")["server"].sentence


def test_a_name_that_does_not_exist_is_known() -> None:
    assert "check the spelling" in look("desk.nowhere.invalid")["server"].sentence


@pytest.mark.parametrize("typed", ["http://desk.example.org", "not an address", "ftp://x"])
def test_what_is_no_address_is_refused_in_a_sentence(typed: str) -> None:
    server = look(typed)["server"]
    assert server.verdict is Verdict.BAD
    assert server.sentence.endswith(".")
