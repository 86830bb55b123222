"""Takes files in: written to disk as they come, recognised, made harmless, put in their place."""

import asyncio
import logging
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime
from functools import partial
from typing import TypeVar

from sqlalchemy.exc import SQLAlchemyError

from pupitre.domain.attachments import IMAGES, MAX_SIZE, Attachment, media_type_of, safe_name
from pupitre.domain.ids import AttachmentId
from pupitre.server.files.addresses import Addresses
from pupitre.server.files.draft import Draft
from pupitre.server.files.folder import Folder
from pupitre.server.files.pictures import Damaged, Drawn, TooLong, TooManyPixels, redraw
from pupitre.server.files.refusals import (
    DAMAGED,
    NO_ROOM,
    TOO_LARGE,
    TOO_MANY_PIXELS,
    WRONG_TYPE,
    NotTaken,
)
from pupitre.server.identity import fresh_id
from pupitre.server.store.attachments import Attachments, Upload

Result = TypeVar("Result")
WRITERS = 4
"""Threads for the disk."""
PAINTERS = 2
"""Threads for pictures: each may hold one decoded, which bounds the memory."""
_log = logging.getLogger(__name__)


class Uploads:
    """Keeps what visitors and experts send; without a folder, nothing."""

    def __init__(
        self, folder: Folder | None, addresses: Addresses, known: Attachments, spare: int = 0
    ) -> None:
        self.folder = folder
        self.addresses = addresses
        self._known = known
        self._spare = spare
        self._writers = ThreadPoolExecutor(WRITERS, thread_name_prefix="files")
        self._painters = ThreadPoolExecutor(PAINTERS, thread_name_prefix="pictures")

    async def prepare(self) -> None:
        """Make the folder, or be without one where it cannot be made."""
        if self.folder is None:
            return
        try:
            await self.on_disk(self.folder.prepare)
        except OSError as error:
            _log.error("the folder of files cannot be used: %s", error.strerror)
            self.folder = None

    async def close(self) -> None:
        """Let the threads go, once nothing half written is left."""
        self._painters.shutdown(wait=False, cancel_futures=True)
        await asyncio.to_thread(self._writers.shutdown)

    async def on_disk(self, work: Callable[[], Result]) -> Result:
        """Do what blocks in one of the disk's threads."""
        return await _in(self._writers, work)

    @asynccontextmanager
    async def draft(self) -> AsyncIterator[Draft]:
        """Give a place to write to; nothing of it is left afterwards but what was kept."""
        folder = self._folder()
        with _room():
            usage = await self.on_disk(partial(shutil.disk_usage, folder.root))
        if usage.free < self._spare + 2 * MAX_SIZE:
            raise NotTaken(NO_ROOM)
        draft = Draft(folder.draft())
        try:
            yield draft
        finally:
            self._writers.submit(draft.discard)

    async def take(self, draft: Draft, chunk: bytes) -> None:
        """Take what came of a file."""
        if draft.take(chunk):
            with _room():
                await self.on_disk(draft.write)

    async def keep(self, draft: Draft, name: str, uploader: str, at: datetime) -> Attachment:
        """Recognise the file, make it harmless and put it in its place."""
        with _room():
            await self.on_disk(draft.finish)
        media_type = media_type_of(draft.head)
        if media_type is None:
            raise NotTaken(WRONG_TYPE)
        drawn = await self._drawn(draft, media_type) if media_type in IMAGES else None
        file = self._named(safe_name(name, media_type), media_type, draft, drawn)
        with _room():
            await self.on_disk(partial(self._place, draft, file.id, drawn))
            try:
                await self._known.add(Upload(file=file, uploader=uploader), at)
            except BaseException:
                self._writers.submit(self._folder().remove, [file.id])
                raise
        return file

    async def _drawn(self, draft: Draft, media_type: str) -> Drawn:
        try:
            return await _in(self._painters, partial(redraw, draft.path, media_type))
        except TooManyPixels:
            raise NotTaken(TOO_MANY_PIXELS) from None
        except TooLong:
            raise NotTaken(TOO_LARGE) from None
        except Damaged:
            raise NotTaken(DAMAGED) from None

    def _named(self, name: str, media_type: str, draft: Draft, drawn: Drawn | None) -> Attachment:
        id_ = AttachmentId(fresh_id())
        return Attachment(
            id=id_,
            name=name,
            media_type=media_type,
            size=len(drawn.content) if drawn else draft.size,
            url=self.addresses.of(id_, name),
            width=drawn.width if drawn else None,
            height=drawn.height if drawn else None,
            thumbnail=self.addresses.of(id_, name, small=True) if drawn else None,
        )

    def _place(self, draft: Draft, id_: AttachmentId, drawn: Drawn | None) -> None:
        folder = self._folder()
        try:
            if drawn is None:
                folder.keep(draft.path, id_)
                return
            folder.write(drawn.small, id_, small=True)
            folder.write(drawn.content, id_)
        except OSError:
            folder.remove([id_])
            raise

    def _folder(self) -> Folder:
        if self.folder is None:
            raise NotTaken(NO_ROOM)
        return self.folder


@contextmanager
def _room() -> Iterator[None]:
    """Say of what the disk or the database cannot do that there is no room."""
    try:
        yield
    except (OSError, SQLAlchemyError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        _log.error("a file cannot be kept: %s", reason)
        raise NotTaken(NO_ROOM) from error


async def _in(threads: Executor, work: Callable[[], Result]) -> Result:
    return await asyncio.get_running_loop().run_in_executor(threads, work)
