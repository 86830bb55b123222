"""Statements compiled once: the same on each database."""

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import IntegrityError

from pupitre.server.store import schema
from pupitre.server.store.database import Database
from pupitre.server.store.prepared import Prepared
from tests.server.makers import NOON, SECOND

INSERT = Prepared(lambda rows: insert(schema.deadlines).values(rows), "conversation", "kind", "at")
MOVE = Prepared(
    lambda rows: (
        update(schema.deadlines)
        .where(schema.deadlines.c.conversation.in_([row["id"] for row in rows]))
        .values(at=rows[0]["new_at"])
    ),
    *("id", "new_at"),
)


async def kept(database: Database) -> list[dict[str, object]]:
    statement = select(schema.deadlines).order_by(schema.deadlines.c.at)
    return await database.read(lambda it: [dict(row) for row in it.execute(statement).mappings()])


@pytest.mark.parametrize("count", [0, 1, 3, 64, 65, 200])
async def test_rows_are_written_as_sqlalchemy_would(database: Database, count: int) -> None:
    rows = [
        {"conversation": f"c{it}", "kind": "wake", "at": NOON + it * SECOND} for it in range(count)
    ]
    await database.write(lambda it: INSERT.run(it, rows))
    assert await kept(database) == rows


async def test_parameters_come_in_the_order_of_the_statement(database: Database) -> None:
    rows = [{"conversation": f"c{it}", "kind": "wake", "at": NOON + it * SECOND} for it in range(3)]
    await database.write(lambda it: INSERT.run(it, rows))
    moved = NOON + 9 * SECOND
    await database.write(lambda it: MOVE.run(it, [{"id": "c1", "new_at": moved}]))
    assert await kept(database) == [rows[0], rows[2], rows[1] | {"at": moved}]


async def test_what_the_driver_refuses_is_refused_as_by_sqlalchemy(database: Database) -> None:
    row = {"conversation": "c1", "kind": "wake", "at": NOON}
    with pytest.raises(IntegrityError, match="UNIQUE"):
        await database.write(lambda it: INSERT.run(it, [row, row]))
    assert await kept(database) == []
    await database.write(lambda it: INSERT.run(it, [row]))
    assert await kept(database) == [row]


def test_a_database_with_named_parameters_gets_them_by_name() -> None:
    compiled = INSERT._for(postgresql.dialect(), 2)  # type: ignore[no-untyped-call]
    assert compiled.order is None
    assert compiled.names[:3] == ("conversation_0", "kind_0", "at_0")
    assert all(f"%({name})s" in compiled.text for name in compiled.names)
