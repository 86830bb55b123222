"""Appends: one transaction for everything that was decided together."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table, and_, bindparam, delete, insert, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from pupitre.domain.ids import ExpertId
from pupitre.server.store import schema
from pupitre.server.store.batch import Batch, Row


class Conflict(Exception):
    """Somebody else wrote meanwhile: load again, decide again."""


class Store:
    """Writes batches; nothing of a batch is kept unless all of it is."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def append(self, batch: Batch) -> None:
        """Commit the batch; raise Conflict where the database has moved on."""
        if batch.is_empty:
            return
        async with self._engine.begin() as connection:
            try:
                await _write(connection, batch)
            except IntegrityError as error:
                raise Conflict(str(error.orig)) from error


async def _write(connection: AsyncConnection, batch: Batch) -> None:
    await _insert(connection, schema.visitors, batch.visitors)
    await _insert(connection, schema.events, batch.events)
    await _insert(connection, schema.texts, batch.texts)
    await _insert(connection, schema.commands, batch.commands)
    await _project(connection, batch)
    await _change_visitors(connection, batch)
    await _experts(connection, batch)
    await _deadlines(connection, batch)


async def _insert(connection: AsyncConnection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        await connection.execute(insert(table), rows)


_changed = (
    update(schema.conversations)
    .where(schema.conversations.c.id == bindparam("id_"))
    .values(
        {
            column: bindparam(f"new_{column}")
            for column in (
                "group",
                "seq",
                "status",
                "owner",
                "on_site",
                "waiting_since",
                "closed_at",
            )
        }
    )
)


async def _project(connection: AsyncConnection, batch: Batch) -> None:
    created = [row for id_, row in batch.conversations.items() if id_ in batch.created]
    changed = [
        {"id_": id_} | {f"new_{column}": value for column, value in row.items()}
        for id_, row in batch.conversations.items()
        if id_ not in batch.created
    ]
    await _insert(connection, schema.conversations, created)
    if changed:
        await connection.execute(_changed, changed)


async def _change_visitors(connection: AsyncConnection, batch: Batch) -> None:
    for visitor, changes in batch.visitor_changes.items():
        table = schema.visitors
        await connection.execute(update(table).where(table.c.id == visitor).values(changes))


_chose = (
    update(schema.experts)
    .where(schema.experts.c.id == bindparam("id_"))
    .values(
        {
            column: bindparam(column)
            for column in ("slots", "available", "last_assigned", "away_since")
        }
    )
)


async def _experts(connection: AsyncConnection, batch: Batch) -> None:
    if batch.experts:
        await connection.execute(_chose, list(batch.experts.values()))
    for expert, change in batch.taken.items():
        if change:
            await _take(connection, expert, change, over=expert in batch.forced)


async def _take(connection: AsyncConnection, expert: ExpertId, change: int, *, over: bool) -> None:
    """Take or give back slots; only as many as there are, unless it may go over them."""
    table = schema.experts
    statement = update(table).where(table.c.id == expert).values(open=table.c.open + change)
    if change > 0 and not over:
        statement = statement.where(table.c.open + change <= table.c.slots)
    taken: Any = await connection.execute(statement)
    if taken.rowcount != 1:
        raise Conflict(f"no slot of expert {expert} is free")


async def _deadlines(connection: AsyncConnection, batch: Batch) -> None:
    if not batch.deadlines:
        return
    table = schema.deadlines
    keys = [{"c": conversation, "k": kind} for conversation, kind in batch.deadlines]
    await connection.execute(
        delete(table).where(
            and_(table.c.conversation == bindparam("c"), table.c.kind == bindparam("k"))
        ),
        keys,
    )
    rows = [
        {"conversation": conversation, "kind": kind, "at": at}
        for (conversation, kind), at in batch.deadlines.items()
        if at is not None
    ]
    await _insert(connection, table, rows)
