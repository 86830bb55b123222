"""The token is in the system's keyring, and nowhere on the disk."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.pilot import DeskPilot, desk
from tests.support.server import ServerProgram
from tests.support.x11 import XSession

pytestmark = pytest.mark.journey

READ = """
import json, sys
from keyring.backends.SecretService import Keyring
print(json.dumps(Keyring().get_password("pupitre", sys.argv[1])))
"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    with ServerProgram(tmp_path / "server") as program:
        yield program.url


async def test_the_keyring_has_the_token_and_no_file_has(
    server: str, x_session: XSession, tmp_path: Path
) -> None:
    folder = tmp_path / "alice"
    folder.mkdir()
    options = ("--language", "en", "--server", server, "--email", "alice@demo.test")
    async with desk(x_session, folder, *options) as alice:
        await signs_in(alice, "guess")
        await alice.sees("The e-mail or the password is wrong.")
        await signs_in(alice, "demo")
        await alice.sees("Conversations")
        alice.picture("journey-signed-in")
        token = kept(x_session, f"{server}|alice@demo.test")
        assert token
        places = [x_session.home, folder]
        assert not files_with(token.encode(), places)
        assert not files_with(b"guess", places)
        alice.close_window()
        assert await alice.ended() == 0
    async with desk(x_session, folder, "--language", "en") as alice:
        await alice.sees("Conversations")
        assert not files_with(token.encode(), places)


async def signs_in(alice: DeskPilot, password: str) -> None:
    await alice.types("Password", password)
    await alice.press("Sign in", role="push button")


def kept(session: XSession, name: str) -> str | None:
    command = [sys.executable, "-c", READ, name]
    done = subprocess.run(command, env=session.env, capture_output=True, text=True, check=True)
    found: str | None = json.loads(done.stdout)
    return found


def files_with(secret: bytes, folders: list[Path]) -> list[Path]:
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    assert files
    return [path for path in files if secret in path.read_bytes()]
