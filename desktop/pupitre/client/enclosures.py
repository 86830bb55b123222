"""Files of drafts and of messages on their way: copied here at once, and gone once stored."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from pupitre.client import aside, kept_files
from pupitre.client.attached import Attached
from pupitre.client.changes import FileRefused, FilesChanged
from pupitre.client.disk import Disk, Then
from pupitre.client.kept_files import KeptFile
from pupitre.client.new_ids import new_id
from pupitre.client.shelf import Found, NotKept, Shelf, Source
from pupitre.domain.attachments import MAX_PER_MESSAGE, Attachment
from pupitre.domain.ids import CommandId, ConversationId

T = TypeVar("T")
Tell = Callable[[FilesChanged | FileRefused], None]


class Enclosures:
    """What goes with the words: one row of files for each draft, and those that were sent."""

    def __init__(self, disk: Disk, shelf: Shelf, tell: Tell) -> None:
        self._disk, self._shelf, self._tell = disk, shelf, tell
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="shelf")
        self._loop = asyncio.get_running_loop()
        self._drafts: dict[ConversationId, list[KeptFile]] = {}
        self._closed = False

    # ------------------------------------------------------------------ of the drafts

    def of(self, conversation: ConversationId) -> tuple[Attached, ...]:
        """Return the files of a draft, in the order they came."""
        return tuple([it.shown() for it in self._drafts.get(conversation, ())])

    def attach(self, conversation: ConversationId, sources: Sequence[Source]) -> None:
        """Copy files here and put them into the draft; those that cannot be are told of."""
        for source in sources:
            files = self._drafts.setdefault(conversation, [])
            if len(files) >= MAX_PER_MESSAGE:
                self._tell(FileRefused(conversation, source.name, "too_many"))
                break
            file = KeptFile.expected(self._shelf.path(new_id()), conversation, source.name)
            files.append(file)
            self._aside(partial(self._try, file, source), partial(self._tried, file))
        self._tell(FilesChanged(conversation))

    def _try(self, file: KeptFile, source: Source) -> Found | NotKept:
        try:
            return self._shelf.keep(file.id, source)
        except NotKept as reason:
            return reason

    def _tried(self, file: KeptFile, result: Found | NotKept) -> None:
        files = self._drafts.get(file.conversation, [])
        if file not in files:  # taken away meanwhile
            self._discard([file])
            return
        place = files.index(file)
        if isinstance(result, NotKept):
            del files[place]
            self._tell(FileRefused(file.conversation, file.name, result.code))
        else:
            files[place] = found = file.found(result)
            self._disk.write(partial(kept_files.add, file=found))
        self._tell(FilesChanged(file.conversation))

    def remove(self, conversation: ConversationId, key: str) -> None:
        """Take a file out of the draft."""
        files = self._drafts.get(conversation, [])
        gone = [it for it in files if it.id == key]
        self._drafts[conversation] = [it for it in files if it.id != key]
        self._discard(gone)
        self._tell(FilesChanged(conversation))

    # ---------------------------------------------------------------- of the messages

    def take(self, conversation: ConversationId, command: CommandId) -> tuple[KeptFile, ...]:
        """Move the draft's files to a message that is asked for in this turn of the loop."""
        files = self._drafts.get(conversation, [])
        taken = tuple([it for it in files if it.is_ready])
        self._drafts[conversation] = [it for it in files if not it.is_ready]
        if taken:
            self._disk.write(partial(kept_files.move, files=taken, command=command))
            self._tell(FilesChanged(conversation))
        return taken

    def give_back(self, files: Sequence[KeptFile]) -> None:
        """Put a message's files back into the draft, before those that are there."""
        if files:
            conversation = files[0].conversation
            rested = [replace(it, sent=None) for it in files]
            self._drafts[conversation] = [*rested, *self._drafts.get(conversation, ())]
            self._disk.write(partial(kept_files.move, files=rested, command=None))
            self._tell(FilesChanged(conversation))

    def uploaded(self, file: KeptFile, stored: Attachment, then: Then) -> KeptFile:
        """Remember what the server calls a file; `then` once no restart forgets it."""
        fresh = replace(file, uploaded=stored, sent=None)
        self._disk.write(partial(kept_files.note, file=fresh), then)
        return fresh

    def forget_uploads(self, files: Iterable[KeptFile]) -> tuple[KeptFile, ...]:
        """Note that the server has these no more; they have to be sent again."""
        fresh = tuple([replace(it, uploaded=None, sent=None) for it in files])
        for it in fresh:
            self._disk.write(partial(kept_files.note, file=it))
        return fresh

    def let_go(self, files: Sequence[KeptFile]) -> None:
        """Keep these no longer: the server has them in a message, whatever is written when."""
        if files:
            ids = [it.id for it in files]
            self._disk.write(partial(kept_files.drop, ids=ids))
            self._aside(partial(self._shelf.remove, ids), _nothing)

    # ----------------------------------------------------------------------- its life

    def path_of(self, id_: str) -> Path:
        """Return where the file of that id is on this computer."""
        return self._shelf.path(id_)

    def take_in(self, files: Sequence[KeptFile]) -> None:
        """Show the drafts' files as they were, and sweep what nothing refers to.

        Where the desk's own file could not be read, what it refers to is not known.
        """
        for it in files:
            if it.command is None:
                self._drafts.setdefault(it.conversation, []).append(it)
        for conversation in self._drafts:
            self._tell(FilesChanged(conversation))
        if self._disk.trouble is None:
            self._aside(partial(self._shelf.keep_only, [it.id for it in files]), _nothing)

    async def close(self) -> None:
        """Finish what is being copied."""
        await self._end(self._shelf.close)

    async def destroy(self) -> None:
        """Leave no file on this computer."""
        self._drafts.clear()
        await self._end(self._shelf.destroy)

    async def _end(self, work: Then) -> None:
        if not self._closed:
            self._closed = True
            await self._loop.run_in_executor(self._thread, work)
            self._thread.shutdown(wait=False)

    def _discard(self, files: Sequence[KeptFile]) -> None:
        """Remove what nobody wants, once no restart brings it back."""
        if files:
            ids = [it.id for it in files]
            removed = partial(self._aside, partial(self._shelf.remove, ids), _nothing)
            self._disk.write(partial(kept_files.drop, ids=ids), removed)

    def _aside(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """Do it in the thread, and call back on the loop with what came of it."""
        if self._closed:
            return

        def do() -> None:
            result = work()
            if not self._loop.is_closed():
                self._loop.call_soon_threadsafe(then, result)

        aside.do(self._thread, do)


def _nothing(_result: None) -> None:
    """Nobody waits for it."""
