"""The revisions make exactly the tables that the code speaks of."""

from pathlib import Path
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from pupitre.server.store.database import address_in, open_database
from pupitre.server.store.schema import metadata


def _differences(connection: Connection) -> list[Any]:
    return list(compare_metadata(MigrationContext.configure(connection), metadata))


async def test_the_revisions_lead_to_the_schema(tmp_path: Path) -> None:
    database = await open_database(address_in(tmp_path))
    assert await database.read(_differences) == []
    await database.close()
