"""What the store keeps for mail: mails under way, the texts to send, the key that signs links."""

import contextlib
import secrets
from collections.abc import Collection, Sequence
from typing import Any

import msgspec
from sqlalchemy import RowMapping, Select, insert, select
from sqlalchemy.exc import IntegrityError

from pupitre.domain.events import Mailed, Message
from pupitre.domain.ids import ConversationId, MessageId
from pupitre.server.mails import Mail
from pupitre.server.store import schema
from pupitre.server.store.batch import Row
from pupitre.server.store.database import Database
from pupitre.server.store.queries import entry_of

_LINKS = "links"
"""The name of the one secret."""


class Correspondence:
    """Reads for the mail; it writes nothing but the key, once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def _rows(self, statement: Select[Any]) -> Sequence[RowMapping]:
        return await self._database.read(lambda it: it.execute(statement).mappings().all())

    async def under_way(self) -> list[Mail]:
        """Return the mails that are still to be sent, or that were being handed over."""
        return [_mail_of(row) for row in await self._rows(select(schema.mails))]

    async def messages(self, conversation: ConversationId, seqs: Collection[int]) -> list[Message]:
        """Return these messages of a conversation, in order."""
        table = schema.events
        statement = select(table).where(table.c.conversation == conversation, table.c.seq.in_(seqs))
        rows = await self._rows(statement.order_by(table.c.seq))
        events = [entry_of(row).event for row in rows]
        return [event for event in events if isinstance(event, Message)]

    async def key(self) -> bytes:
        """Return the key that signs links; make it the first time."""
        if (known := await self._key()) is not None:
            return known
        made = insert(schema.secrets).values(name=_LINKS, value=secrets.token_bytes(32))
        with contextlib.suppress(IntegrityError):  # another server was first
            await self._database.write(lambda it: it.execute(made))
        return await self._key() or b""

    async def _key(self) -> bytes | None:
        table = schema.secrets
        rows = await self._rows(select(table.c.value).where(table.c.name == _LINKS))
        return bytes(rows[0]["value"]) if rows else None


def row_of(mail: Mail) -> Row:
    """Return a mail as the store keeps it."""
    return {
        "conversation": mail.conversation,
        "id": mail.id,
        "messages": msgspec.json.encode(mail.content.messages),
        "survey": mail.content.survey,
        "created_at": mail.created_at,
        "next_at": mail.next_at,
        "failures": mail.failures,
        "handing": mail.handing,
    }


def _mail_of(row: RowMapping) -> Mail:
    messages: list[Any] = msgspec.json.decode(row["messages"])
    return Mail(
        conversation=ConversationId(row["conversation"]),
        content=Mailed(
            messages=tuple(MessageId(message) for message in messages), survey=row["survey"]
        ),
        created_at=row["created_at"],
        next_at=row["next_at"],
        failures=row["failures"],
        handing=row["handing"],
    )
