"""A file kept on this computer, and its row on the disk."""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from pupitre.client import harmless
from pupitre.client.attached import Attached
from pupitre.client.shelf import Found
from pupitre.domain.attachments import Attachment
from pupitre.domain.ids import AttachmentId, CommandId, ConversationId
from pupitre.wire import codec, translate


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """A file of a draft, or of a message that the server has not stored."""

    id: str
    conversation: ConversationId
    command: CommandId | None = None
    """The message it goes with; None: it is in the draft."""
    name: str
    local: Path
    """Where it is on this computer."""
    media_type: str = ""
    size: int = 0
    width: int | None = None
    height: int | None = None
    is_ready: bool = True
    """False while it is being copied."""
    uploaded: Attachment | None = None
    """What the server calls it; None: it does not have it yet."""
    sent: float | None = None
    """How much of it has left, from 0 to 1; None: it is not on its way."""

    @classmethod
    def expected(cls, local: Path, conversation: ConversationId, name: str) -> "KeptFile":
        """Return a file that is being copied; its id is what it is called there."""
        shown = harmless.name(name)
        return cls(
            id=local.name, conversation=conversation, name=shown, local=local, is_ready=False
        )

    def found(self, it: Found) -> "KeptFile":
        """Return the file once it was copied."""
        return replace(
            self,
            name=it.name,
            media_type=it.media_type,
            size=it.size,
            width=it.width,
            height=it.height,
            is_ready=True,
        )

    def attachment(self) -> Attachment:
        """Return it as a message carries it; under an id of ours until the server has it."""
        return self.uploaded or Attachment(
            id=AttachmentId(self.id),
            name=self.name,
            media_type=self.media_type,
            size=self.size,
            width=self.width,
            height=self.height,
        )

    def shown(self) -> Attached:
        """Return it as the screen shows it."""
        return Attached(
            key=self.id,
            name=harmless.name(self.name),
            media_type=self.media_type,
            size=self.size,
            width=self.width,
            height=self.height,
            local=self.local if self.is_ready else None,
            url=self.uploaded.url if self.uploaded else "",
            thumbnail=(self.uploaded.thumbnail or "") if self.uploaded else "",
            is_ready=self.is_ready,
            sent=self.sent,
        )


def add(database: sqlite3.Connection, *, file: KeptFile) -> None:
    """Keep a draft's file."""
    database.execute(
        "INSERT INTO files (id, conversation, name, media_type, size, width, height)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            file.id,
            file.conversation,
            file.name,
            file.media_type,
            file.size,
            file.width,
            file.height,
        ),
    )


def move(
    database: sqlite3.Connection, *, files: Iterable[KeptFile], command: CommandId | None
) -> None:
    """Keep that these go with a message; without one: that they are in the draft."""
    rows = [(command, it.id) for it in files]
    database.executemany("UPDATE files SET command = ? WHERE id = ?", rows)


def note(database: sqlite3.Connection, *, file: KeptFile) -> None:
    """Keep what the server calls a file."""
    stored = file.uploaded and codec.encode(translate.attachment_to_wire(file.uploaded))
    database.execute("UPDATE files SET uploaded = ? WHERE id = ?", (stored, file.id))


def drop(database: sqlite3.Connection, *, ids: Iterable[str]) -> None:
    """Keep these no longer."""
    database.executemany("DELETE FROM files WHERE id = ?", [(id_,) for id_ in ids])


def load(database: sqlite3.Connection, path_of: Callable[[str], Path]) -> list[KeptFile]:
    """Return every file kept, in the order they came; `path_of` says where each is."""
    rows = database.execute(
        "SELECT id, conversation, command, name, media_type, size, width, height, uploaded"
        " FROM files ORDER BY position"
    )
    return [_file(path_of(row[0]), *row) for row in rows.fetchall()]


def _file(  # noqa: PLR0913 -- one for each column
    local: Path,
    id_: str,
    conversation: str,
    command: str | None,
    name: str,
    media_type: str,
    size: int,
    width: int | None,
    height: int | None,
    uploaded: str | None,
) -> KeptFile:
    return KeptFile(
        id=id_,
        local=local,
        conversation=ConversationId(conversation),
        command=CommandId(command) if command else None,
        name=name,
        media_type=media_type,
        size=size,
        width=width,
        height=height,
        uploaded=_stored(uploaded),
    )


def _stored(text: str | None) -> Attachment | None:
    if text is None:
        return None
    try:
        return translate.attachment_from_wire(codec.decode_attachment(text))
    except codec.Malformed:  # another version wrote it: the file is sent again
        return None
