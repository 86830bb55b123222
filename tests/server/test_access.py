"""Who may come in (HTTP is tried in gateway/test_sessions)."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from pupitre.domain.ids import ExpertId
from pupitre.server import passwords
from pupitre.server.access import LIFETIME, WHEN_SWAMPED, Access, Denied, Granted, TooMany
from pupitre.server.clock import real_now
from pupitre.server.identity import hashed
from pupitre.server.store.database import address_in, open_database
from pupitre.server.store.sessions import Sessions
from tests.support.server import demo_in


class Door:
    """Access to the demo, with a clock that can be moved."""

    def __init__(self, sessions: Sessions) -> None:
        self.ahead = timedelta()
        self.revoked: list[tuple[ExpertId, bytes]] = []
        self.access = Access(
            sessions, lambda *it: self.revoked.append(it), lambda: real_now() + self.ahead
        )


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[Door]:
    await asyncio.to_thread(demo_in, tmp_path)
    database = await open_database(address_in(tmp_path))
    door = Door(Sessions(database))
    yield door
    door.access.close()
    await database.close()


async def granted(door: Door) -> Granted:
    outcome = await door.access.sign_in(" Alice@DEMO.test ", "demo", "here")
    assert isinstance(outcome, Granted)
    return outcome


async def test_the_right_password_opens_a_session(door: Door) -> None:
    session = await granted(door)
    assert await door.access.expert_with(session.token) == "alice"
    assert await door.access.expert_with("guessed") is None


async def test_a_session_ends_after_its_time(door: Door) -> None:
    session = await granted(door)
    door.ahead = LIFETIME + timedelta(seconds=1)
    assert await door.access.expert_with(session.token) is None
    await door.access.tidy()
    door.ahead = timedelta()
    assert await door.access.expert_with(session.token) is None


async def test_signing_out_revokes(door: Door) -> None:
    session = await granted(door)
    assert await door.access.sign_out(session.token)
    assert door.revoked == [("alice", hashed(session.token))]
    assert await door.access.expert_with(session.token) is None
    assert not await door.access.sign_out(session.token)


async def test_guessing_is_limited_for_that_address_and_email_only(door: Door) -> None:
    outcomes = [
        await door.access.sign_in("alice@demo.test", f"guess {n}", "there") for n in range(11)
    ]
    assert outcomes[:10] == [Denied()] * 10
    assert isinstance(outcomes[10], TooMany)
    assert outcomes[10].retry_after >= 1
    refused = await door.access.sign_in("alice@demo.test", "demo", "there")
    assert isinstance(refused, TooMany)
    await granted(door)
    other = await door.access.sign_in("bruno@demo.test", "demo", "there")
    assert isinstance(other, Granted)


async def test_right_passwords_do_not_count(door: Door) -> None:
    for _ in range(12):
        await granted(door)


async def test_a_crowd_at_the_door_is_told_to_come_back(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passwords, "MOST_WAITING", 0)
    outcome = await door.access.sign_in("alice@demo.test", "demo", "here")
    assert outcome == TooMany(WHEN_SWAMPED)
