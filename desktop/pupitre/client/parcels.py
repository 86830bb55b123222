"""Messages with files: first the files, then the words that name them; back together if refused."""

from collections.abc import Callable
from datetime import timedelta
from typing import Protocol

from typing_extensions import override

from pupitre.backends.port import UploadRefused
from pupitre.client.changes import FileRefused
from pupitre.client.desk import Desk
from pupitre.client.enclosures import Enclosures
from pupitre.client.kept_files import KeptFile
from pupitre.client.outbox import Pending
from pupitre.client.uploads import Carrier, Uploads
from pupitre.domain.ids import CommandId
from pupitre.domain.refusals import Code


class Sender(Protocol):
    """Who sends the words."""

    def pump(self) -> None:
        """Send whatever may go now."""

    def rest(self, id_: CommandId, delay: timedelta) -> bool:
        """Try a command again after a while."""

    def give_up(self, pending: Pending) -> None:
        """Make a message that has left the outbox a draft again."""


class Parcels(Carrier):
    """Between the outbox and the uploads."""

    def __init__(
        self, desk: Desk, files: Enclosures, uploads: Uploads, is_live: Callable[[], bool]
    ) -> None:
        self._desk, self._files, self._uploads = desk, files, uploads
        self._is_live = is_live
        self._sender: Sender | None = None

    def serve(self, sender: Sender) -> None:
        """Carry the files of whoever sends the words."""
        self._sender = sender

    async def run(self) -> None:
        """Carry files, until cancelled."""
        await self._uploads.run(self)

    # --- what the outbox asks

    def start(self, pending: Pending) -> None:
        """Bring a message's files to the server, if there is a link to say so on."""
        if self._is_live() and self._sender is not None:
            self._uploads.carry(pending)
            self._desk.show_post(pending)

    def stored(self, pending: Pending) -> None:
        """Keep no copy: the server has the message."""
        self._files.let_go(pending.files)

    def abandon(self, pending: Pending) -> None:
        """Bring no more of a message that nobody is to have."""
        self._uploads.cancel(pending.id)
        self._files.let_go(pending.files)

    def give_back(self, pending: Pending, why: Code | None = None) -> None:
        """Put a message's files back into the draft; what is on its way is broken off."""
        self._uploads.cancel(pending.id)
        files = pending.files
        if why is Code.UNKNOWN_ATTACHMENT:
            files = self._files.forget_uploads(files)
        self._files.give_back(files)

    # --- what the uploads tell

    @override
    def progressed(self, pending: Pending) -> None:
        self._desk.show_post(pending)

    @override
    def carried(self, pending: Pending) -> None:
        self._desk.show_post(pending)
        self._pump()

    @override
    def rest(self, pending: Pending, seconds: float) -> None:
        if self._sender is not None:
            self._sender.rest(pending.id, timedelta(seconds=seconds))
        self._desk.show_post(pending)

    @override
    def not_taken(self, pending: Pending, file: KeptFile, refusal: UploadRefused) -> None:
        taken = self._desk.outbox.answered(pending.id)
        if taken is None or self._sender is None:
            return
        self._sender.give_up(taken)
        self._desk.news.tell(
            FileRefused(file.conversation, file.name, refusal.code, refusal.sentence)
        )

    def _pump(self) -> None:
        if self._sender is not None:
            self._sender.pump()
