"""Sessions in the store."""

from datetime import timedelta

from sqlalchemy import select

from pupitre.server.clock import real_now
from pupitre.server.identity import fresh_token, hashed
from pupitre.server.store import schema
from pupitre.server.store.database import Database
from pupitre.server.store.sessions import Sessions
from tests.server.makers import ALICE


async def test_only_hashes_are_kept(database: Database) -> None:
    sessions, token = Sessions(database), fresh_token()
    await sessions.open(hashed(token), ALICE, real_now() + timedelta(days=1))
    rows = await database.read(lambda it: it.execute(select(schema.sessions)).all())
    assert token not in str(rows)
    assert await sessions.expert_with(hashed(token), real_now()) == ALICE
    await sessions.close(hashed(token))
    assert await sessions.expert_with(hashed(token), real_now()) is None


async def test_expired_ones_are_forgotten(database: Database) -> None:
    sessions, now = Sessions(database), real_now()
    await sessions.open(b"x" * 32, ALICE, now)
    assert await sessions.expert_with(b"x" * 32, now) is None
    await sessions.forget(now)
    assert not await database.read(lambda it: it.execute(select(schema.sessions)).all())


async def test_an_unknown_email_has_no_password(database: Database) -> None:
    assert await Sessions(database).password_of("nobody@demo.test") == (None, None)
