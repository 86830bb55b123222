"""What the built program's doctor says where something is missing: a helpful sentence each."""

import os
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pupitre.backends.clock import SystemClock
from tests.support.certificates import certificate
from tests.support.health import Server, serving
from tests.support.x11 import XSession

pytestmark = pytest.mark.slow
FAKETIME = Path("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1")
now: Callable[[], datetime] = SystemClock().now
Visit = Callable[..., tuple[int, dict[str, str]]]


@pytest.fixture
def visit(program: Path, tmp_path: Path) -> Visit:
    def visited(env: dict[str, str], *words: str) -> tuple[int, dict[str, str]]:
        command = [str(program), "doctor", "--data", str(tmp_path / "data"), *words]
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
        assert not done.stderr, done.stderr
        lines = (line.split(None, 2) for line in done.stdout.splitlines()[1:])
        return done.returncode, {thing: f"{mark} {said}" for mark, thing, said in lines}

    return visited


@pytest.fixture
def nothing(tmp_path: Path) -> dict[str, str]:
    """Return the environment of somebody who has no desktop at all."""
    return {"HOME": str(tmp_path), "PATH": "/nowhere"}


def test_without_keyring_notifications_and_screen(visit: Visit, nothing: dict[str, str]) -> None:
    code, found = visit(nothing)
    assert code == 1
    assert "Install gnome-keyring, KWallet or KeePassXC" in found["keyring"]
    assert "start the desktop’s notification service" in found["notifications"]
    assert found["screen"].startswith("NO")


def test_it_speaks_french(visit: Visit, nothing: dict[str, str]) -> None:
    code, found = visit(nothing | {"LANG": "fr_FR.UTF-8"}, "--server", "http://127.0.0.1:9")
    assert code == 1
    assert "Installez gnome-keyring, KWallet ou KeePassXC" in found["trousseau"]
    assert "le serveur est arrêté, ou le port est un autre" in found["serveur"]


def test_with_a_server_that_is_stopped(visit: Visit, nothing: dict[str, str]) -> None:
    code, found = visit(nothing, "--server", "http://127.0.0.1:9")
    assert code == 1
    assert "the server is stopped, or the port is another" in found["server"]


def test_without_a_tray(visit: Visit, x_session: XSession) -> None:
    code, found = visit(x_session.env | {"QT_QPA_PLATFORM": "offscreen"})
    assert code == 0
    assert found["tray"].startswith("!! This desktop shows no tray icons.")


def test_with_a_server_whose_clock_is_elsewhere(visit: Visit, nothing: dict[str, str]) -> None:
    with serving(Server(lambda: now() - timedelta(hours=2))) as port:
        _, found = visit(nothing, "--server", f"http://127.0.0.1:{port}")
    assert "clock is 2 h ahead of the server’s: let the system set it" in found["clock"].replace(
        "120 min", "2 h"
    )


@pytest.mark.skipif(not FAKETIME.exists(), reason="libfaketime is not installed")
def test_with_a_clock_of_ones_own_that_is_wrong(visit: Visit, nothing: dict[str, str]) -> None:
    fake = {"LD_PRELOAD": str(FAKETIME), "FAKETIME": "-3d", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    with serving(Server(now)) as port:
        _, found = visit(nothing | fake, "--server", f"http://127.0.0.1:{port}")
    assert "clock is 72 h behind the server’s" in found["clock"]


@pytest.mark.parametrize(
    ("host", "begins", "lasts", "said"),
    [
        ("localhost", -1, 365, "does not know who signed the certificate"),
        ("localhost", -60, 30, "has expired, or this computer’s clock is wrong"),
        ("localhost", 30, 60, "is not valid yet, or this computer’s clock is wrong"),
        ("elsewhere.example", -1, 365, "is for another name than localhost"),
    ],
)
def test_with_a_bad_certificate(
    host: str, begins: int, lasts: int, said: str, visit: Visit, nothing: dict[str, str],
    tmp_path: Path,
) -> None:  # fmt: skip
    """Somebody trusts its signer, but for the one that nobody knows."""
    starts = datetime.now(UTC) + timedelta(days=begins)  # noqa: TID251 - OpenSSL reads it too
    file = certificate(tmp_path, host=host, begins=starts, lasts=timedelta(days=lasts))
    trusts = {} if "who signed" in said else {"SSL_CERT_FILE": os.fspath(file)}
    with serving(Server(now), file) as port:
        code, found = visit(nothing | trusts, "--server", f"https://localhost:{port}")
    assert code == 1
    assert said in found["TLS"]
