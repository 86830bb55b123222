"""Attachments in the store: who uploaded them, and which conversation uses them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, delete, insert, select, update

from pupitre.domain.attachments import Attachment
from pupitre.domain.ids import AttachmentId, ConversationId
from pupitre.server.store import schema
from pupitre.server.store.database import Database

_table = schema.attachments
AT_ONCE = 500
"""Rows of one statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file that somebody uploaded."""

    file: Attachment
    uploader: str
    conversation: ConversationId | None = None
    """Who uses it; None: no message yet."""


class Attachments:
    """Reads and writes what is known of files; the files themselves are on disk."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, upload: Upload, at: datetime) -> None:
        """Keep that somebody uploaded this."""
        row = {
            "id": upload.file.id,
            "uploader": upload.uploader,
            "name": upload.file.name,
            "media_type": upload.file.media_type,
            "size": upload.file.size,
            "width": upload.file.width,
            "height": upload.file.height,
            "url": upload.file.url,
            "thumbnail": upload.file.thumbnail,
            "created_at": at,
        }
        await self._database.write(lambda it: it.execute(insert(_table).values(row)))

    async def with_ids(self, ids: Collection[AttachmentId]) -> list[Upload]:
        """Return those of these that are known."""
        return await self._uploads(select(_table).where(_table.c.id.in_(ids)))

    async def of(self, conversations: Collection[ConversationId]) -> list[Upload]:
        """Return the files of conversations."""
        return await self._uploads(select(_table).where(_table.c.conversation.in_(conversations)))

    async def forget_orphans(self, before: datetime) -> list[AttachmentId]:
        """Forget some uploads that no message used, made before then; return which."""
        return await self._database.write(partial(_forget_orphans, before=before))

    async def unknown(self, ids: Collection[AttachmentId]) -> list[AttachmentId]:
        """Return those of these that nothing is known of."""
        known: set[str] = set()
        every = list(ids)
        for start in range(0, len(every), AT_ONCE):
            some = select(_table.c.id).where(_table.c.id.in_(every[start : start + AT_ONCE]))
            known.update(row["id"] for row in await self._rows(some))
        return [id_ for id_ in every if id_ not in known]

    async def _uploads(self, statement: Select[Any]) -> list[Upload]:
        return [_upload_of(row) for row in await self._rows(statement.order_by(_table.c.id))]

    async def _rows(self, statement: Select[Any]) -> Sequence[RowMapping]:
        return await self._database.read(lambda it: it.execute(statement).mappings().all())


def claim(connection: Connection, claims: dict[AttachmentId, ConversationId]) -> bool:
    """Note which conversation uses which files; False: one is used already, or has gone."""
    for id_, conversation in claims.items():
        free = (_table.c.id == id_) & _table.c.conversation.is_(None)
        taken: Any = connection.execute(
            update(_table).where(free).values(conversation=conversation)
        )
        if taken.rowcount != 1:
            return False
    return True


def _forget_orphans(connection: Connection, before: datetime) -> list[AttachmentId]:
    lonely = _table.c.conversation.is_(None) & (_table.c.created_at < before)
    found = connection.execute(select(_table.c.id).where(lonely).limit(AT_ONCE)).scalars().all()
    if found:
        connection.execute(delete(_table).where(_table.c.id.in_(found)))
    return [AttachmentId(id_) for id_ in found]


def _upload_of(row: RowMapping) -> Upload:
    file = Attachment(
        id=AttachmentId(row["id"]),
        name=row["name"],
        media_type=row["media_type"],
        size=row["size"],
        width=row["width"],
        height=row["height"],
        url=row["url"],
        thumbnail=row["thumbnail"],
    )
    used = row["conversation"]
    return Upload(
        file=file,
        uploader=row["uploader"],
        conversation=ConversationId(used) if used else None,
    )
