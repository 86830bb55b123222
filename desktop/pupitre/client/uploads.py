"""Files on their way to the server: one message's one after another, two messages at a time."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Protocol

from pupitre.backends.port import AccessRefused, Backend, Unreachable, UploadRefused
from pupitre.client.backoff import backoff
from pupitre.client.enclosures import Enclosures
from pupitre.client.kept_files import KeptFile
from pupitre.client.outbox import Pending
from pupitre.domain.ids import CommandId

AT_ONCE = 2
STEP = 0.02
"""How much more must have left before the screen hears of it."""


class Carrier(Protocol):
    """Who is told how it goes with the files of a message."""

    def progressed(self, pending: Pending) -> None:
        """Show that more has left."""

    def carried(self, pending: Pending) -> None:
        """Send the message: the server has all its files."""

    def rest(self, pending: Pending, seconds: float) -> None:
        """Try again after a while."""

    def not_taken(self, pending: Pending, file: KeptFile, refusal: UploadRefused) -> None:
        """Give text and files back: the server does not want this one."""


class Uploads:
    """Brings files to the server as long as it runs."""

    def __init__(
        self,
        backend: Backend,
        token: str,
        files: Enclosures,
        delays: Callable[[], Iterator[float]] = backoff,
    ) -> None:
        self._backend, self._token, self._files = backend, token, files
        self._delays = delays
        self._patience: dict[CommandId, Iterator[float]] = {}
        self._wanted: list[Pending] = []
        self._something = asyncio.Event()
        self._tasks: dict[CommandId, asyncio.Task[None]] = {}
        self._places = asyncio.Semaphore(AT_ONCE)

    def carry(self, pending: Pending) -> None:
        """Bring a message's files to the server."""
        pending.carrying = True
        self._wanted.append(pending)
        self._something.set()

    def cancel(self, id_: CommandId) -> None:
        """Break off what is on its way for a message."""
        self._wanted = [it for it in self._wanted if it.id != id_]
        self._patience.pop(id_, None)
        task = self._tasks.pop(id_, None)
        if task is not None:
            task.cancel()

    async def run(self, carrier: Carrier) -> None:
        """Bring what is wanted, until cancelled."""
        async with asyncio.TaskGroup() as group:
            while True:
                await self._something.wait()
                self._something.clear()
                wanted, self._wanted = self._wanted, []
                for pending in wanted:
                    self._tasks[pending.id] = group.create_task(
                        self._bring(pending, carrier), name="desk: files"
                    )

    async def _bring(self, pending: Pending, carrier: Carrier) -> None:
        try:
            async with self._places:
                await self._bring_all(pending, carrier)
        finally:
            if self._tasks.get(pending.id) is asyncio.current_task():
                del self._tasks[pending.id]

    async def _bring_all(self, pending: Pending, carrier: Carrier) -> None:
        try:
            for place in range(len(pending.files)):
                if pending.files[place].uploaded is None:
                    await self._bring_one(pending, place, carrier)
        except UploadRefused as refusal:
            self._put_down(pending)
            self._refused(pending, carrier, refusal)
        except (AccessRefused, Unreachable):
            self._put_down(pending)
            carrier.rest(pending, self._delay(pending))
        else:
            pending.carrying = False
            self._patience.pop(pending.id, None)
            carrier.carried(pending)

    async def _bring_one(self, pending: Pending, place: int, carrier: Carrier) -> None:
        file = pending.files[place]
        progress = partial(self._progressed, pending, place, carrier)
        try:
            stored = await self._backend.upload(self._token, file.local, file.name, progress)
        except OSError as error:
            raise UploadRefused("file_lost", str(error)) from error
        kept = asyncio.Event()
        pending.replace_file(place, self._files.uploaded(file, stored, kept.set))
        carrier.progressed(pending)
        await kept.wait()

    def _progressed(
        self, pending: Pending, place: int, carrier: Carrier, sent: int, size: int
    ) -> None:
        file = pending.files[place]
        share = sent / max(size, 1)
        if pending.carrying and file.uploaded is None and share - (file.sent or 0) >= STEP:
            pending.replace_file(place, replace(file, sent=share))
            carrier.progressed(pending)

    def _refused(self, pending: Pending, carrier: Carrier, refusal: UploadRefused) -> None:
        if refusal.wait is not None:
            carrier.rest(pending, refusal.wait)
            return
        self._patience.pop(pending.id, None)
        first = next(it for it in pending.files if it.uploaded is None)
        carrier.not_taken(pending, first, refusal)

    def _put_down(self, pending: Pending) -> None:
        pending.carrying = False
        pending.files = tuple([replace(it, sent=None) for it in pending.files])

    def _delay(self, pending: Pending) -> float:
        return next(self._patience.setdefault(pending.id, self._delays()))
