"""A server in memory whose door for files can be shut, and that counts who came."""

import asyncio
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from typing_extensions import override

from pupitre.backends.floor import Floor
from pupitre.backends.memory import MemoryBackend
from pupitre.backends.port import Progress, UploadRefused
from pupitre.client.attached import Attached
from pupitre.client.session import Session
from pupitre.client.shelf import Source
from pupitre.client.views import MessageRow
from pupitre.domain.attachments import Attachment
from pupitre.domain.ids import ConversationId
from tests.support.papers import png
from tests.support.story import Stage, until


class Door(MemoryBackend):
    """Lets files in while it is open."""

    def __init__(self, floor: Floor, passwords: Mapping[str, str]) -> None:
        super().__init__(floor, passwords)
        self.door = asyncio.Event()
        self.door.set()
        self.most = 1000
        """How many files it lets in before it shuts by itself."""
        self.came: list[str] = []
        """The names of the files that came to the door, in order."""
        self.taken: list[str] = []
        """The names of those that it took."""
        self.refusals: list[UploadRefused] = []
        """What is answered first, one for each file that comes."""

    @override
    async def upload(self, token: str, source: Path, name: str, progress: Progress) -> Attachment:
        self._reach()
        self.came.append(name)
        progress(10, 20)
        if len(self.came) > self.most:
            self.door.clear()
        await self.door.wait()
        if self.refusals:
            raise self.refusals.pop(0)
        file = await super().upload(token, source, name, progress)
        self.taken.append(name)
        return file


def door(stage: Stage) -> Door:
    """Return the stage's server."""
    assert isinstance(stage.backend, Door)
    return stage.backend


def camille(stage: Stage) -> ConversationId:
    """Return the conversation with Camille."""
    id_ = stage.guests["Camille D."].conversation
    assert id_
    return id_


def picture(name: str = "photo.png", content: bytes = b"") -> Source:
    """Return something to attach."""
    return Source(name, lambda: BytesIO(content or png()))


async def attached(
    session: Session, conversation: ConversationId, *sources: Source
) -> tuple[Attached, ...]:
    """Attach and wait until everything is copied."""
    session.files.attach(conversation, sources or [picture()])
    await until(lambda: all(it.is_ready for it in session.files.of(conversation)))
    return session.files.of(conversation)


def last(session: Session, conversation: ConversationId) -> MessageRow:
    """Return the last message of a thread."""
    return next(it for it in reversed(session.thread(conversation)) if isinstance(it, MessageRow))
