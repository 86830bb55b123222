"""What is erased: found, struck from the lists at once, then shredded a few rows at a time.

Striking is one short transaction, after which nothing finds the conversation any more. Its events
may be many: they are deleted in small transactions between others', and a start after a sudden
end goes on with them.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Delete,
    RowMapping,
    Select,
    Table,
    delete,
    exists,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from pupitre.domain.conversation import Status
from pupitre.domain.ids import AttachmentId, ConversationId, MissionId, VisitorId
from pupitre.server.store import schema
from pupitre.server.store.database import Database

ROWS = 500
"""Deleted in one transaction: others wait a few milliseconds for it."""
_LONG_AGO = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


@dataclass(frozen=True, slots=True)
class Doomed:
    """A conversation that is to be erased, and whose it is."""

    id: ConversationId
    visitor: VisitorId
    is_closed: bool = True


class Erasures:
    """Finds what is to be erased, and deletes what remains of it."""

    def __init__(self, database: Database) -> None:
        self.database = database

    async def ask(self, visitor: VisitorId, at: datetime) -> None:
        """Note that a visitor is to be forgotten."""
        row = {"visitor": visitor, "asked_at": at}
        try:
            await self.database.write(lambda it: it.execute(insert(schema.erasures).values(row)))
        except IntegrityError:
            return

    async def asked(self) -> list[VisitorId]:
        """Return the visitors who are to be forgotten."""
        rows = await self._rows(select(schema.erasures.c.visitor))
        return [VisitorId(row["visitor"]) for row in rows]

    async def of(self, visitor: VisitorId) -> list[Doomed]:
        """Return every conversation of a visitor."""
        table = schema.conversations
        return await self._doomed(select(table).where(table.c.visitor == visitor))

    async def expired(self, mission: MissionId, before: datetime, limit: int) -> list[Doomed]:
        """Return some of the mission's conversations that were closed before then."""
        table = schema.conversations
        old = (table.c.started_at < before) & (table.c.closed_at < before)
        closed = (table.c.mission == mission) & (table.c.status == Status.CLOSED)
        ordered = select(table).where(closed & old).order_by(table.c.started_at)
        return await self._doomed(ordered.limit(limit))

    async def silent(self, mission: MissionId, before: datetime, limit: int) -> list[Doomed]:
        """Return some that nobody closed, and in which nothing has happened since then.

        A paused one waits for its time, and a visitor who is on the site is still there.
        """
        table, entries = schema.conversations, schema.events
        last = (entries.c.conversation == table.c.id) & (entries.c.seq == table.c.seq)
        old = (table.c.mission == mission) & (table.c.started_at < before) & (entries.c.at < before)
        left = table.c.status.in_((Status.WAITING, Status.OPEN)) & table.c.on_site.is_(False)
        ordered = select(table).join(entries, last).where(old & left).order_by(table.c.started_at)
        return await self._doomed(ordered.limit(limit))

    async def lonely(self, mission: MissionId, before: datetime, now: datetime) -> list[VisitorId]:
        """Return some visitors of whom no conversation is left, and whom no block concerns."""
        table, kept = schema.visitors, schema.conversations
        old = (table.c.mission == mission) & (table.c.created_at < before)
        free = table.c.block_expert.is_(None) | (table.c.block_until <= now)
        statement = select(table.c.id).where(
            old & free, ~exists().where(kept.c.visitor == table.c.id)
        )
        return [VisitorId(row["id"]) for row in await self._rows(statement.limit(ROWS))]

    async def remains(self) -> list[ConversationId]:
        """Return the erased conversations of which something is left."""
        rows = await self._rows(select(schema.remains.c.conversation))
        return [ConversationId(row["conversation"]) for row in rows]

    async def files(self, conversation: ConversationId) -> list[AttachmentId]:
        """Return the files of a conversation."""
        table = schema.attachments
        rows = await self._rows(select(table.c.id).where(table.c.conversation == conversation))
        return [AttachmentId(row["id"]) for row in rows]

    async def shred(self, conversation: ConversationId) -> bool:
        """Delete a little of what remains; tell whether there may be more."""
        return await self.database.write(partial(_shred, conversation=conversation))

    async def shred_texts(self, after: int = 0) -> int | None:
        """Delete some of the texts that search reads; return where to go on, None: at the end.

        They are found from one end to the other in a reader's thread: nobody waits for that.
        """
        table = schema.texts
        doomed = table.c.conversation.in_(select(schema.remains.c.conversation))
        some = select(table.c.id).where(table.c.id > after, doomed).order_by(table.c.id)
        ids = [row["id"] for row in await self._rows(some.limit(ROWS))]
        if not ids:
            return None
        await self.database.write(partial(_overwrite, table=table, keys=ids))
        return int(ids[-1])

    async def forget_commands(self, visitor: VisitorId) -> None:
        """Delete what was answered to a visitor's commands."""
        table = schema.commands
        ids = [
            row["id"]
            for row in await self._rows(select(table.c.id).where(table.c.sender == visitor))
        ]
        for start in range(0, len(ids), ROWS):
            its = (table.c.id.in_(ids[start : start + ROWS])) & (table.c.sender == visitor)
            await self.database.write(partial(_execute, statement=delete(table).where(its)))

    async def _doomed(self, statement: Select[Any]) -> list[Doomed]:
        return [
            Doomed(
                ConversationId(row["id"]),
                VisitorId(row["visitor"]),
                is_closed=row["status"] == Status.CLOSED,
            )
            for row in await self._rows(statement)
        ]

    async def _rows(self, statement: Select[Any]) -> Sequence[RowMapping]:
        return await self.database.read(lambda it: it.execute(statement).mappings().all())


def strike(
    connection: Connection,
    conversations: Collection[ConversationId],
    visitors: Collection[VisitorId],
) -> None:
    """Take conversations and visitors out of every list."""
    for id_ in conversations:
        if not connection.scalar(select(exists().where(schema.remains.c.conversation == id_))):
            connection.execute(insert(schema.remains).values(conversation=id_))
    with _overwriting(connection):
        _delete(connection, schema.conversations.c.id, conversations)
        _delete(connection, schema.mails.c.conversation, conversations)
        _delete(connection, schema.deadlines.c.conversation, conversations)
        _delete(connection, schema.visitors.c.id, visitors)
        _delete(connection, schema.visitor_keys.c.visitor, visitors)
        _delete(connection, schema.erasures.c.visitor, visitors)
    if visitors:
        table = schema.attachments
        unused = table.c.uploader.in_(visitors) & table.c.conversation.is_(None)
        connection.execute(update(table).where(unused).values(created_at=_LONG_AGO))


def _delete(connection: Connection, column: Column[Any], values: Collection[str]) -> None:
    if values:
        connection.execute(delete(column.table).where(column.in_(list(values))))


def _execute(connection: Connection, statement: Delete) -> None:
    connection.execute(statement)


@contextmanager
def _overwriting(connection: Connection) -> Iterator[None]:
    """Overwrite what is deleted: it shall not be read from the file either."""
    is_sqlite = connection.dialect.name == "sqlite"
    if is_sqlite:
        connection.exec_driver_sql("PRAGMA secure_delete = ON")
    try:
        yield
    finally:
        if is_sqlite:
            connection.exec_driver_sql("PRAGMA secure_delete = OFF")


def _overwrite(connection: Connection, table: Table, keys: Sequence[int]) -> None:
    with _overwriting(connection):
        connection.execute(delete(table).where(table.c.id.in_(keys)))


def _shred(connection: Connection, conversation: ConversationId) -> bool:
    with _overwriting(connection):
        if _some_events(connection, conversation):
            return True
        _delete(connection, schema.attachments.c.conversation, [conversation])
        _delete(connection, schema.remains.c.conversation, [conversation])
        return False


def _some_events(connection: Connection, conversation: ConversationId) -> bool:
    table = schema.events
    its = table.c.conversation == conversation
    seqs = connection.scalars(select(table.c.seq).where(its).limit(ROWS)).all()
    if seqs:
        connection.execute(delete(table).where(its, table.c.seq.in_(seqs)))
    return bool(seqs)
