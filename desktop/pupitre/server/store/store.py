"""Appends: one transaction for everything that was decided together."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from sqlalchemy import (
    Connection,
    Table,
    Update,
    and_,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from pupitre.domain.ids import ExpertId
from pupitre.server.store import schema
from pupitre.server.store.attachments import claim
from pupitre.server.store.batch import Batch, Row
from pupitre.server.store.database import Database
from pupitre.server.store.erasures import strike
from pupitre.server.store.prepared import Parameters, Prepared


class Conflict(Exception):
    """Somebody else wrote meanwhile: load again, decide again."""


class Store:
    """Writes batches; nothing of a batch is kept unless all of it is."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def append(self, batch: Batch) -> None:
        """Commit the batch; raise Conflict where the database has moved on."""
        if batch.is_empty:
            return
        try:
            await self._database.write(partial(_write, batch=batch))
        except IntegrityError as error:
            raise Conflict(str(error.orig)) from error


def _write(connection: Connection, batch: Batch) -> None:
    _insert(connection, schema.visitors, batch.visitors)
    _happened.run(connection, batch.events)
    _said.run(connection, batch.texts)
    _answered.run(connection, batch.commands)
    _insert(connection, schema.visitor_keys, batch.visitor_keys)
    _project(connection, batch)
    _change_visitors(connection, batch)
    _experts(connection, batch)
    _deadlines(connection, batch)
    _mails(connection, batch)
    if batch.claims and not claim(connection, batch.claims):
        raise Conflict("a file of a message has gone, or is used")
    if batch.erased or batch.forgotten:
        strike(connection, batch.erased, batch.forgotten)


def _insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _inserted(table: Table, *names: str) -> Prepared:
    return Prepared(lambda rows: insert(table).values(rows), *names)


def _numbered(rows: Sequence[Parameters]) -> Update:
    """Let conversations have the number of their last event: one statement for all of them."""
    kept, happened = schema.conversations, schema.events
    last = select(func.max(happened.c.seq)).where(happened.c.conversation == kept.c.id)
    ids = [row["id"] for row in rows]
    return update(kept).where(kept.c.id.in_(ids)).values(seq=last.scalar_subquery())


_happened = _inserted(schema.events, "conversation", "seq", "at", "body")
_said = _inserted(schema.texts, "conversation", "seq", "folded")
_answered = _inserted(schema.commands, "sender", "id", "answer", "at")
_went_on = Prepared(_numbered, "id")
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


def _project(connection: Connection, batch: Batch) -> None:
    created = [row for id_, row in batch.conversations.items() if id_ in batch.created]
    changed = [
        {"id_": id_} | {f"new_{column}": value for column, value in row.items()}
        for id_, row in batch.conversations.items()
        if id_ not in batch.created
    ]
    _insert(connection, schema.conversations, created)
    if changed:
        connection.execute(_changed, changed)
    _went_on.run(connection, [{"id": id_} for id_ in batch.went_on])


def _change_visitors(connection: Connection, batch: Batch) -> None:
    for visitor, changes in batch.visitor_changes.items():
        table = schema.visitors
        connection.execute(update(table).where(table.c.id == visitor).values(changes))


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


def _experts(connection: Connection, batch: Batch) -> None:
    if batch.experts:
        connection.execute(_chose, list(batch.experts.values()))
    for expert, change in batch.taken.items():
        if change:
            _take(connection, expert, change, over=expert in batch.forced)


def _take(connection: Connection, expert: ExpertId, change: int, *, over: bool) -> None:
    """Take or give back slots; only as many as there are, unless it may go over them."""
    table = schema.experts
    statement = update(table).where(table.c.id == expert).values(open=table.c.open + change)
    if change > 0 and not over:
        statement = statement.where(table.c.open + change <= table.c.slots)
    taken: Any = connection.execute(statement)
    if taken.rowcount != 1:
        raise Conflict(f"no slot of expert {expert} is free")


def _deadlines(connection: Connection, batch: Batch) -> None:
    if not batch.deadlines:
        return
    table = schema.deadlines
    keys = [{"c": conversation, "k": kind} for conversation, kind in batch.deadlines]
    connection.execute(
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
    _insert(connection, table, rows)


def _mails(connection: Connection, batch: Batch) -> None:
    if not batch.mails:
        return
    table = schema.mails
    keys = [{"c": conversation} for conversation in batch.mails]
    connection.execute(delete(table).where(table.c.conversation == bindparam("c")), keys)
    _insert(connection, table, [row for row in batch.mails.values() if row is not None])
