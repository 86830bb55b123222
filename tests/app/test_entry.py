"""An expert comes in by password once, then by the token that was kept."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pupitre.app.entry import Entry
from pupitre.app.folders import desk_file
from pupitre.app.secrets import MemorySecrets
from pupitre.app.settings import Account
from pupitre.backends.clock import ManualClock
from pupitre.backends.floor import Floor
from pupitre.backends.memory import MemoryBackend
from pupitre.backends.port import AccessRefused
from pupitre.domain.ids import ExpertId
from pupitre.domain.people import Expert

SERVER = "https://chat.example.org"
ALICE = Account(server=SERVER, email="alice@demo.test")


@pytest.fixture
def entry() -> Entry:
    alice = Expert(id=ExpertId("a"), name="Alice", email=ALICE.email, groups=())
    floor = Floor(ManualClock(datetime(2026, 11, 22, 12, tzinfo=UTC)), [], [alice])
    backend = MemoryBackend(floor, {ALICE.email: "demo"})
    return Entry(MemorySecrets(), lambda _address: backend)


async def test_the_token_of_a_sign_in_is_kept(entry: Entry) -> None:
    assert await entry.again(ALICE, SERVER) is None
    first = await entry.with_password(ALICE, SERVER, "demo")
    again = await entry.again(ALICE, SERVER)
    assert again == first
    assert not entry.lasting


async def test_a_wrong_password_keeps_nothing(entry: Entry) -> None:
    with pytest.raises(AccessRefused):
        await entry.with_password(ALICE, SERVER, "guess")
    assert await entry.again(ALICE, SERVER) is None


async def test_a_forgotten_token_is_gone(entry: Entry) -> None:
    await entry.with_password(ALICE, SERVER, "demo")
    await entry.forget(ALICE)
    assert await entry.again(ALICE, SERVER) is None


def test_each_account_has_its_own_file(tmp_path: Path) -> None:
    other = Account(server="https://other.example.org", email=ALICE.email)
    files = {desk_file(tmp_path, account) for account in (ALICE, other)}
    assert len(files) == 2
    upper = Account(server=SERVER, email="Alice@Demo.Test")
    assert desk_file(tmp_path, upper) in files
