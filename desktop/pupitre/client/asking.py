"""Your acts: kept on disk, shown at once, sent in order, taken back when the server refuses."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

from pupitre.backends.clock import Clock
from pupitre.client import outbox_rows
from pupitre.client.changes import CommandDone, CommandRefused, DraftReturned
from pupitre.client.desk import Desk
from pupitre.client.disk import Disk
from pupitre.client.holds import Holds
from pupitre.client.kept_files import KeptFile
from pupitre.client.new_ids import new_id
from pupitre.client.outbox import Pending
from pupitre.client.parcels import Parcels
from pupitre.client.replica import Record
from pupitre.client.views import Delivery
from pupitre.domain.commands import Close, ExpertCommand, MarkSeen, Post, Release, Transfer
from pupitre.domain.ids import CommandId, ConversationId
from pupitre.domain.refusals import Code, Refused
from pupitre.wire.expert_frames import Command

REST = timedelta(seconds=2)
"""How long to wait when the server asks to slow down."""

Transmit = Callable[[Command], bool]
"""Hands a frame to the link; False: there is none."""


class Asking:
    """What becomes of a command, from the click to the answer."""

    def __init__(
        self, desk: Desk, disk: Disk, clock: Clock, transmit: Transmit, parcels: Parcels
    ) -> None:
        self._desk, self._disk, self._clock, self._transmit = desk, disk, clock, transmit
        self._parcels = parcels
        self._holds = Holds(desk, clock, self.pump)
        parcels.serve(self)

    def submit(
        self,
        conversation: ConversationId | None,
        command: ExpertCommand,
        hold: timedelta,
        files: tuple[KeptFile, ...] = (),
    ) -> CommandId:
        """Take a command in; the rest follows by itself."""
        now = self._desk.clock.now()
        id_ = command.id if isinstance(command, Post) else new_id()
        pending = Pending(
            id=CommandId(id_),
            conversation=conversation,
            command=command,
            at=now,
            hold_until=now + hold if hold > timedelta(0) else None,
        )
        pending.enclose(files)
        if isinstance(command, MarkSeen) and not self._is_news(conversation, command):
            return pending.id
        if conversation and not isinstance(command, MarkSeen):
            self._holds.let_go(conversation)
        self._desk.outbox.add(pending)
        self._keep(pending)
        self._show(pending)
        return pending.id

    def _is_news(self, conversation: ConversationId | None, command: MarkSeen) -> bool:
        record = self._record(conversation)
        if record is None:
            return False
        return any(seq <= command.seq for seq in self._desk.shown(record).unread)

    def _record(self, conversation: ConversationId | None) -> Record | None:
        return self._desk.replica.records.get(conversation) if conversation else None

    def _keep(self, pending: Pending) -> None:
        """Write it down, in the same commit as the draft that it was."""
        if pending.is_kept:
            self._desk.drafts.save()
            outbox_rows.keep(self._disk, pending, partial(self._kept, pending))
        else:
            self._kept(pending)
        self._holds.wait(pending)

    def _kept(self, pending: Pending) -> None:
        pending.on_disk = True
        self.pump()

    def _show(self, pending: Pending) -> None:
        desk = self._desk
        record = self._record(pending.conversation)
        if record and isinstance(pending.command, Close | Release | Transfer):
            record.leaving = True
        if pending.conversation:
            desk.show_post(pending)
            desk.touch(pending.conversation)
        else:
            desk.news.you()
        self.count()

    def resume(self, pending: Pending) -> None:
        """Take up a command that was kept before this start; nobody takes it back any more."""
        pending.hold_until = None
        self._desk.outbox.add(pending)
        self._show(pending)

    def let_all_go(self) -> None:
        """End every hold: the desk closes."""
        self._holds.let_all_go()

    def undo(self, id_: CommandId) -> bool:
        """Take a message back into its draft that is held, or whose files are on their way."""
        pending = self._desk.outbox.take_back(id_)
        if pending is None or pending.conversation is None:
            return False
        self.give_up(pending)
        return True

    def give_up(self, pending: Pending) -> None:
        """Ask something no more that has left the outbox; a message is a draft again."""
        self._forget(pending)
        record = self._record(pending.conversation)
        if record and pending.id in record.thread:
            record.thread.remove(pending.id)
            self._desk.news.reset(record.state.id)
        self._return_text(pending)
        self._settle(pending)

    def withdraw(self, id_: CommandId) -> None:
        """Ask it no longer: nobody waits for its answer."""
        pending = self._desk.outbox.answered(id_)
        if pending is not None:
            self._forget(pending)
            self._settle(pending)

    def abandon(self, conversation: ConversationId) -> None:
        """Ask nothing more of a conversation that is kept nowhere; its messages go with it."""
        for pending in self._desk.outbox.forget(conversation):
            self._parcels.abandon(pending)
            self._forget(pending)
        self.count()

    def pump(self) -> None:
        """Send whatever may go now."""
        for pending in self._desk.outbox.ready():
            if pending.files_left:
                self._parcels.start(pending)
                continue
            if not self._transmit(outbox_rows.frame(pending)):
                return
            pending.in_flight = True
            self._desk.show_post(pending)

    def link_lost(self) -> None:
        """Whatever was on its way is on this computer again."""
        flying = self._desk.outbox.link_lost()
        for pending in flying:
            self._desk.show_post(pending)

    def done(self, id_: CommandId, seq: int | None) -> bool:
        """Note that the server stored it; whether it was kept on this computer until now."""
        desk = self._desk
        waiting = desk.outbox.get(id_)
        record = self._record(waiting.conversation) if waiting else None
        held = record.state.seq if record else 0
        pending = desk.outbox.stored(id_, seq, held)
        if pending is None:
            return False
        if isinstance(pending.command, Post):
            desk.stored.add(pending.command.id)
            outbox_rows.stored(self._disk, pending.id)
            self._parcels.stored(pending)
        else:
            self._forget(pending)
        desk.show_post(pending)
        self._settle(pending)
        desk.news.tell(CommandDone(pending.id, pending.conversation, pending.command))
        return pending.is_kept

    def refused(self, id_: CommandId, refused: Refused) -> bool:
        """Note that the server did not do it; False: it was no command of ours."""
        if refused.code is Code.SLOW_DOWN:
            return self.rest(id_)
        pending = self._desk.outbox.answered(id_)
        if pending is None:
            return False
        self._forget(pending)
        self._mark_refused(pending, refused)
        self._settle(pending)
        detail = "\n".join(f"{key}: {value}" for key, value in refused.detail.items())
        self._desk.news.tell(
            CommandRefused(pending.id, pending.conversation, pending.command, refused.code, detail)
        )
        return True

    def rest(self, id_: CommandId, delay: timedelta = REST) -> bool:
        """Try a command again after a while; False: it is none of ours."""
        pending = self._desk.outbox.get(id_)
        if pending is None:
            return False
        pending.in_flight, pending.resting = False, True
        self._clock.call_later(delay, partial(self._rested, pending))
        return True

    def _rested(self, pending: Pending) -> None:
        pending.resting = False
        self.pump()

    def _mark_refused(self, pending: Pending, refused: Refused) -> None:
        """Say so on the row, and give the text back to be written better."""
        record = self._record(pending.conversation)
        row = record.thread.get(pending.id) if record else None
        if record:
            record.leaving = False
        if record and row and row.seq is None:
            fresh = replace(row, delivery=Delivery.REFUSED, refusal=str(refused.code))
            self._desk.news.changed(record.state.id, record.thread.change(fresh))
        self._return_text(pending, refused.code)

    def _return_text(self, pending: Pending, why: Code | None = None) -> None:
        if isinstance(pending.command, Post) and pending.conversation:
            self._parcels.give_back(pending, why)
            draft = self._desk.drafts.give_back(pending.conversation, pending.command.text)
            self._desk.news.tell(DraftReturned(pending.conversation, draft))

    def count(self) -> None:
        """Tell how much is left to send, and how much waits for a word."""
        outbox = self._desk.outbox
        self._desk.status.wait_for(len(outbox), outbox.parked)

    def _forget(self, pending: Pending) -> None:
        if pending.is_kept:
            outbox_rows.drop(self._disk, pending.id)

    def _settle(self, pending: Pending) -> None:
        desk = self._desk
        if pending.conversation:
            desk.touch(pending.conversation)
        else:
            desk.news.you()
        self.count()
        self.pump()
