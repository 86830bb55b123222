"""Statements compiled once: the same on each database."""

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.dialects import postgresql

from pupitre.server.store import schema
from pupitre.server.store.database import Database
from pupitre.server.store.prepared import Prepared
from tests.server.makers import NOON, SECOND

INSERT = Prepared(insert(schema.deadlines), "conversation", "kind", "at")
MOVE = Prepared(
    update(schema.deadlines)
    .where(schema.deadlines.c.conversation == bindparam("id_"))
    .values(at=bindparam("new_at")),
    *("id_", "new_at"),
)


async def test_rows_are_written_as_sqlalchemy_would(database: Database) -> None:
    rows = [{"conversation": f"c{it}", "kind": "wake", "at": NOON + it * SECOND} for it in range(3)]
    await database.write(lambda it: INSERT.run(it, rows))
    await database.write(lambda it: INSERT.run(it, []))
    await database.write(lambda it: MOVE.run(it, [{"id_": "c1", "new_at": NOON}]))
    kept = select(schema.deadlines).order_by(schema.deadlines.c.conversation)
    found = await database.read(lambda it: [dict(row) for row in it.execute(kept).mappings()])
    assert found == [rows[0], rows[1] | {"at": NOON}, rows[2]]


def test_a_database_with_named_parameters_gets_them_by_name() -> None:
    text, order = INSERT._for(postgresql.dialect())  # type: ignore[no-untyped-call]
    assert order is None
    assert all(f"%({name})s" in text for name in ("conversation", "kind", "at"))
