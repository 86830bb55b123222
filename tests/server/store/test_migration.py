"""Bringing a database up to date."""

from pathlib import Path

import pytest
from sqlalchemy import text

from pupitre.server.store.database import Unusable, address_in, open_database


async def test_opening_twice_changes_nothing(tmp_path: Path) -> None:
    for _ in range(2):
        database = await open_database(address_in(tmp_path))
        counted = text("SELECT revision FROM roster")
        revision = await database.read(lambda it: it.execute(counted).all())  # noqa: B023 - awaited in the same round
        await database.close()
    assert revision == [(1,)]


async def test_a_newer_database_is_left_alone(tmp_path: Path) -> None:
    database = await open_database(address_in(tmp_path))
    newer = text("UPDATE alembic_version SET version_num = '9999'")
    await database.write(lambda it: it.execute(newer))
    await database.close()
    with pytest.raises(Unusable, match=r"newer version of Pupitre \(schema 9999\)"):
        await open_database(address_in(tmp_path))
