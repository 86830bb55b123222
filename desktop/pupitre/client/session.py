"""One expert's desk on one server: the object that the window and the app hold."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from pupitre.backends.clock import Clock, SystemClock
from pupitre.backends.port import Backend, Capability, Unreachable
from pupitre.client import questions as q
from pupitre.client import views
from pupitre.client.absence import Absence
from pupitre.client.archive import Archive
from pupitre.client.asking import Asking
from pupitre.client.backoff import backoff
from pupitre.client.changes import Change, CommandRefused, DiskTroubled, FileRefused, FilesChanged
from pupitre.client.clock import ServerClock
from pupitre.client.desk import Desk
from pupitre.client.disk import Disk
from pupitre.client.downloads import Downloads
from pupitre.client.drafts import Drafts
from pupitre.client.enclosures import Enclosures
from pupitre.client.erasure import Erasure
from pupitre.client.glances import Glances
from pupitre.client.hearing import Hearing
from pupitre.client.homecoming import Homecoming
from pupitre.client.inquiries import Inquiries
from pupitre.client.journal import Journal
from pupitre.client.known import Known
from pupitre.client.line import Delays, Line
from pupitre.client.new_ids import new_id
from pupitre.client.news import News
from pupitre.client.observe import Observable
from pupitre.client.pace import to_the_screen
from pupitre.client.parcels import Parcels
from pupitre.client.parking import Parking
from pupitre.client.previews import Previews
from pupitre.client.recall import Recall
from pupitre.client.reception import Reception
from pupitre.client.shelf import Shelf
from pupitre.client.status import Status
from pupitre.client.uploads import Uploads
from pupitre.client.verdict import Settled, Verdict
from pupitre.domain.commands import OwnerCommand, Post, SelfCommand, SignOut
from pupitre.domain.ids import CommandId, ConversationId
from pupitre.wire.expert_frames import Typing

AT_ONCE = timedelta(0)
FAREWELL = 2.0
"""Seconds for the last commands to be stored before the desk closes; they are on disk anyway."""


class Session(Known):
    """What this desk knows and does.

    All but `load`, `run`, `close` and `sign_out` is synchronous and returns at once; news comes
    through `changes`. It lives on the thread of the loop on which it was made.
    """

    def __init__(
        self,
        backend: Backend,
        token: str,
        *,
        path: Path | None = None,
        clock: Clock | None = None,
        delays: Delays = backoff,
    ) -> None:
        """Keep what must survive in the file at `path`; None: in memory."""
        ticking = clock or SystemClock()
        self.changes: Observable[Change] = Observable()
        self._backend, self._token = backend, token
        self._clock = ServerClock(ticking)
        self._disk = Disk(path)
        self._drafts = Drafts(self._disk, ticking)
        self._news = news = News(self.changes, *to_the_screen())
        self._status = Status(news, self.now)
        self._desk = Desk(self._clock, self._drafts, news, self._status)
        self._previews = Previews(news, ticking)
        self._inquiries = Inquiries(self._desk.team, self._desk.seen_to)
        self._journal = Journal(self._disk, ticking, self.now)
        self._glances = Glances(self._desk, self._disk, ticking, self.changes)
        self._line = Line(backend, token, delays)
        shelf = Shelf(path.with_suffix(".files") if path else None)
        self.files = Enclosures(self._disk, shelf, self._on_files)
        self.downloads = Downloads(backend)
        uploads = Uploads(backend, token, self.files, delays)
        self._parcels = Parcels(self._desk, self.files, uploads, self._line.can_send)
        self._asking = Asking(self._desk, self._disk, ticking, self._line.send, self._parcels)
        self._parking = Parking(self._desk, self._disk, self._asking)
        erasure = Erasure(self._desk, self._asking, self.files, self._journal, self._previews)
        hearing = Hearing(
            self._desk, self._asking, self._inquiries, self._journal, self._previews, erasure
        )
        self.archive = Archive(self._desk, hearing, self.ask, self.changes)
        """Conversations that are over, to be read again."""
        self._reception = Reception(
            self._desk,
            hearing,
            Homecoming(self._desk, hearing, self._journal, self._parking),
            Absence(self._desk, hearing, self.ask),
            self._asking,
            self._inquiries,
        )
        recall = Recall(self._desk, self._asking, self.files, self._disk)
        super().__init__(self._desk, self._clock, self._previews, recall)
        self._disk.on_trouble = self._on_trouble
        self._loaded = False

    @property
    def capabilities(self) -> frozenset[Capability]:
        """What the server can do."""
        return self._backend.capabilities

    # --------------------------------------------------------------------- what you do

    def submit(
        self,
        conversation: ConversationId | None,
        command: OwnerCommand | SelfCommand,
        *,
        hold: timedelta = AT_ONCE,
    ) -> CommandId:
        """Ask for something; a refusal comes as `CommandRefused`."""
        return self._asking.submit(conversation, command, hold)

    def post(
        self,
        conversation: ConversationId,
        text: str,
        *,
        hold: timedelta = AT_ONCE,
        enclosed: bool = False,
    ) -> CommandId:
        """Write to the visitor, after `hold` (server time) in which `undo` takes it back.

        `enclosed`: with the files of the draft.
        """
        self._previews.wrote(conversation)
        post = Post(id=new_id(), text=text)
        files = self.files.take(conversation, CommandId(post.id)) if enclosed else ()
        return self._asking.submit(conversation, post, hold, files)

    def undo(self, command: CommandId) -> bool:
        """Take a message back into its draft, with its files; False: it is too late."""
        return self._asking.undo(command)

    def draft(self, id_: ConversationId) -> str:
        """Return what is being written there, or nothing."""
        return self._drafts.get(id_)

    def keep_draft(self, id_: ConversationId, text: str) -> None:
        """Keep what is being written; it is on disk a quarter of a second later."""
        if self._drafts.put(id_, text):
            self._desk.touch(id_)

    def unlock(self, id_: ConversationId) -> None:
        """Let the expert write although the conversation was answered while they were away."""
        record = self._desk.replica.records.get(id_)
        if record is not None and record.changed:
            record.changed = ""
            self._desk.touch(id_)

    def send_anyway(self, id_: ConversationId) -> None:
        """Let acts leave that were held because the conversation changed meanwhile."""
        self._parking.let_go(id_)
        self.unlock(id_)

    def take_back(self, id_: ConversationId) -> None:
        """Drop acts that were held because of a change; messages are drafts again."""
        self._parking.give_back(id_)
        self.unlock(id_)

    def tell_typing(self, id_: ConversationId) -> None:
        """Let the visitor know that you are writing; often is fine, it is told now and then."""
        if self._line.is_live and self._previews.may_tell(id_):
            self._line.send(Typing(conversation=id_))

    def ask(self, question: q.Question, answered: Callable[[q.Answer], None]) -> None:
        """Look something up; `answered` is a bound method, held weakly, called once."""
        frame = self._inquiries.ask(question, answered)
        if not self._line.send(frame):
            asyncio.get_running_loop().call_soon(self._inquiries.refused, frame.id, "unreachable")

    # ------------------------------------------------------------------------ its life

    async def load(self) -> None:
        """Show what was on disk; `run` does it if nobody did."""
        if not self._loaded:
            self._loaded = True
            await self._disk.open()
            self._reception.away_since = await self._recall.start()

    @property
    def trouble(self) -> DiskTroubled:
        """What keeps this computer from keeping the desk's file, if anything does."""
        return DiskTroubled(self._disk.trouble, self._disk.rescued)

    def _on_trouble(self) -> None:
        self._news.tell(self.trouble)

    async def run(self) -> None:
        """Keep the link, send and hear; returns when closed, signed out or refused."""
        await self.load()
        self._disk.shred()
        async with asyncio.TaskGroup() as group:
            helpers = [
                group.create_task(self._parcels.run(), name="desk: uploads"),
                group.create_task(self.downloads.run(), name="desk: downloads"),
            ]
            await self._line.run(self._reception)
            for helper in helpers:
                helper.cancel()

    def _on_files(self, change: FilesChanged | FileRefused) -> None:
        id_ = change.conversation
        if self._drafts.enclose(id_, files=bool(self.files.of(id_))):
            self._desk.touch(id_)
        self._news.tell(change)

    def look_awake(self) -> None:
        """Try the link at once: the computer woke up, or its network returned."""
        self._line.look_awake()

    async def sign_out(self) -> CommandRefused | None:
        """Leave for the day, and leave nothing on this computer.

        Returns the refusal when something is still open (R9); raises `Unreachable` without a link.
        """
        if not self._line.is_live:
            raise Unreachable("There is no link to sign out on.")
        id_ = self.submit(None, SignOut())
        try:
            refused = await Verdict(self.changes, id_).wait()
        except Unreachable:
            self._asking.withdraw(id_)
            raise
        if refused is None:
            await self._forget_everything()
        return refused

    async def _forget_everything(self) -> None:
        await self._line.stop()
        self._previews.clear()
        self._drafts.clear()
        self._journal.clear()
        self._glances.clear()
        self._status.become(views.LinkState.SIGNED_OUT)
        await self.files.destroy()
        await self._disk.destroy()
        with suppress(Unreachable):  # the token will expire
            await self._backend.sign_out(self._token)

    async def close(self) -> None:
        """Stop; what was not sent is on disk and goes out at the next start."""
        self._asking.let_all_go()
        if self._line.is_live and self.connection.waiting:
            await Settled(self.changes).wait(FAREWELL)
        await self._line.stop()
        self._previews.clear()
        self._drafts.save()
        self._journal.save()
        self._glances.save()
        await self.files.close()
        await self._disk.close()
