"""A token goes to the system's keyring, or nowhere."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pupitre.app import secrets
from pupitre.app.secrets import MemorySecrets, SystemSecrets
from pupitre.app.settings import Account
from tests.support.x11 import XSession

ALICE = Account(server="https://chat.example.org", email="alice@demo.test")
TRIAL = Account(email="alice@demo.test")
TOKEN = "a-token-nobody-may-read"

KEEP = f"""
import asyncio, json, sys
from pupitre.app.secrets import SystemSecrets
from pupitre.app.settings import Account

async def main():
    alice = Account(server="https://chat.example.org", email="alice@demo.test")
    await SystemSecrets().keep(alice, "{TOKEN}")
    again = SystemSecrets()
    kept = await again.token(alice)
    other = await again.token(Account(email="alice@demo.test"))
    await again.forget(alice)
    print(json.dumps([kept, other, await SystemSecrets().token(alice), again.lasting]))

asyncio.run(main())
"""


async def test_memory_keeps_a_token_for_its_account_only() -> None:
    kept = MemorySecrets()
    await kept.keep(ALICE, TOKEN)
    assert await kept.token(ALICE) == TOKEN
    assert await kept.token(TRIAL) is None
    await kept.forget(ALICE)
    assert await kept.token(ALICE) is None
    assert not kept.lasting


@pytest.mark.logs("keyring is of no use")
async def test_without_a_keyring_the_token_lasts_this_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secrets, "BACKENDS", {})
    kept = SystemSecrets()
    await kept.keep(ALICE, TOKEN)
    assert not kept.lasting
    assert await kept.token(ALICE) == TOKEN
    await kept.forget(ALICE)
    assert await kept.token(ALICE) is None
    assert await SystemSecrets().token(ALICE) is None


def test_the_secret_service_keeps_a_token_and_no_file_shows_it(x_session: XSession) -> None:
    root = Path(secrets.__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", KEEP],
        env=x_session.env | {"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == [TOKEN, None, None, True]
    files = [path for path in x_session.home.rglob("*") if path.is_file()]
    assert not [path for path in files if TOKEN.encode() in path.read_bytes()]
