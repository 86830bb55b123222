"""What was kept before the keys were put in order is kept after."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from pupitre.server.store import migration
from pupitre.server.store.database import Database, _engine, address_in, open_database


def _up_to(connection: Connection, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(migration._SCRIPTS))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


async def test_answers_and_texts_are_copied(tmp_path: Path) -> None:
    engine = _engine(address_in(tmp_path))
    with engine.begin() as connection:
        _up_to(connection, "0003")
        for row in ("('v2', 'b', 'x', 2)", "('v1', 'c', 'y', 3)", "('v1', 'a', 'z', 1)"):
            connection.execute(text(f"INSERT INTO commands VALUES {row}"))  # noqa: S608 - names of our own
        connection.execute(text("INSERT INTO texts VALUES ('c1', 2, 'bonjour')"))
    engine.dispose()
    database = await open_database(address_in(tmp_path))
    asked = await _rows(database, "SELECT sender, id, answer, at FROM commands")
    assert asked == [("v1", "a", "z", 1), ("v2", "b", "x", 2), ("v1", "c", "y", 3)]
    assert await _rows(database, "SELECT conversation, seq, folded FROM texts") == [
        ("c1", 2, "bonjour")
    ]
    (index,) = await _rows(
        database,
        "SELECT name FROM sqlite_master WHERE tbl_name = 'commands'"
        " AND type = 'index' AND name LIKE 'ix%'",
    )
    assert index == ("ix_commands_at",)
    await database.close()


async def _rows(database: Database, statement: str) -> list[tuple[object, ...]]:
    return await database.read(lambda it: [tuple(row) for row in it.execute(text(statement))])
