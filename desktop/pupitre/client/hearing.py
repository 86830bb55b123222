"""What the server says: each frame changes what is confirmed, and the news follow."""

import logging
from typing import assert_never

from pupitre.client import alerts, changes, rows
from pupitre.client.asking import Asking
from pupitre.client.desk import Desk
from pupitre.client.erasure import Erasure
from pupitre.client.inquiries import Inquiries
from pupitre.client.journal import Journal
from pupitre.client.outbox import Pending
from pupitre.client.previews import Previews
from pupitre.client.projection import confirms
from pupitre.client.replica import Hole, Record, Step
from pupitre.domain.events import Entry, Message, Seen, SurveyAnswered
from pupitre.domain.ids import CommandId, ConversationId, ExpertId, GroupId
from pupitre.domain.people import Role
from pupitre.wire import expert_frames as f
from pupitre.wire import replies, translate

log = logging.getLogger(__name__)


class Hearing:
    """Folds frames into the desk."""

    def __init__(
        self,
        desk: Desk,
        asking: Asking,
        inquiries: Inquiries,
        journal: Journal,
        previews: Previews,
        erasure: Erasure,
    ) -> None:
        self._desk, self._asking, self._inquiries = desk, asking, inquiries
        self._journal, self._previews, self._erasure = journal, previews, erasure
        self._watch = alerts.Watch()

    def frame(self, frame: f.FromServer) -> None:  # noqa: C901 -- one line for each frame is the point
        """Take in a frame that follows the welcome. Raises `Hole` as `welcome` does."""
        match frame:
            case f.Happened():
                self._happened(frame)
            case replies.Done():
                self._done(frame)
            case replies.Refused():
                self._refused(frame)
            case f.Arrived():
                self._arrived(translate.replica_from_wire(frame.conversation))
            case f.Departed():
                self.departed(ConversationId(frame.conversation), str(frame.reason))
            case f.Erased():
                self._erasure.erase([ConversationId(it) for it in frame.conversations])
            case f.ExpertChanged():
                self._expert(frame)
            case f.QueueChanged():
                self._desk.team.queues[GroupId(frame.group)] = frame.waiting
                self._desk.news.tell(changes.QueuesChanged())
            case f.Typing():
                self._previews.show(ConversationId(frame.conversation), frame.text or "")
            case f.Answer():
                self._inquiries.answered(frame)
            case f.Welcome() | replies.Pong():
                pass
            case _:
                assert_never(frame)

    def _happened(self, frame: f.Happened) -> None:
        id_ = ConversationId(frame.conversation)
        entry = Entry(seq=frame.seq, at=frame.at, event=translate.event_from_wire(frame.event))
        try:
            step = self._desk.replica.happened(id_, entry)
        except Hole:
            log.info("An event is missing before %s of %s", frame.seq, id_)
            raise
        if step is None:
            return
        self.apply(self._desk.replica.records[id_], step)
        self._desk.touch(id_)
        if isinstance(entry.event, SurveyAnswered):
            self._say_survey(id_, entry.event)
        you = self._desk.team.you
        if you and (alert := self._watch.alert(step, you.id)) is not None:
            self._desk.news.alert(alert)

    def _done(self, frame: replies.Done) -> None:
        """Keep its event, which came before, in the commit in which the outbox loses it.

        A desk that is killed between the two would take the event for another desk's.
        """
        if self._asking.done(CommandId(frame.id), frame.seq):
            self._journal.save()

    def _say_survey(self, conversation: ConversationId, answer: SurveyAnswered) -> None:
        card = self._desk.card(conversation)
        if card is not None:
            self._desk.news.tell(
                changes.SurveyCame(
                    conversation=conversation, name=card.name, number=card.number, answer=answer
                )
            )

    def apply(self, record: Record, step: Step) -> None:
        """Bring rows, outbox and journal up to an event."""
        entry, id_ = step.entry, record.state.id
        if (pending := self._confirmed(record, entry)) is not None:
            pending.confirmed = True
        self._desk.outbox.caught_up(id_, entry.seq)
        self._show(record, entry)
        if isinstance(entry.event, Message) and entry.event.author is Role.VISITOR:
            self._previews.show(id_, "")
        if not record.gone:
            self._journal.took(record, entry)

    def _show(self, record: Record, entry: Entry) -> None:
        id_, thread, news = record.state.id, record.thread, self._desk.news
        row = rows.from_entry(entry, self._desk.team)
        if row is not None and row.key in thread:
            news.changed(id_, thread.settle(rows.settled(row, thread.get(row.key))))
        elif row is not None:
            news.appended(id_, thread.append(row))
        elif isinstance(entry.event, Seen) and entry.event.by is Role.VISITOR:
            for span in thread.see(entry.event.seq):
                news.changed(id_, span)

    def is_ours(self, record: Record, entry: Entry) -> bool:
        """Whether this desk asked for it: nobody needs to be told."""
        event = entry.event
        if isinstance(event, Message) and self._desk.team.is_you(event.expert):
            known = event.id in self._desk.stored or event.id in record.thread
            return known or self._confirmed(record, entry) is not None
        return self._confirmed(record, entry) is not None

    def _confirmed(self, record: Record, entry: Entry) -> Pending | None:
        you = self._desk.team.you.id if self._desk.team.you else ExpertId("")
        for pending in self._desk.outbox.of(record.state.id):
            if confirms(entry.event, pending.command, you):
                return pending
        return None

    def take(self, replica: translate.Replica) -> list[Step]:
        """Take in a conversation that the server sent; return what is new, not applied yet."""
        before = self._desk.replica.records.get(replica.id)
        was_gone = before is not None and bool(before.gone)
        try:
            steps = self._desk.replica.take(replica)
        except Hole:
            self._desk.replica.forget(replica.id)
            self._journal.left(replica.id)
            raise
        record = self._desk.replica.records[replica.id]
        if before is not None and before is not record:
            self._journal.left(replica.id)
            self._desk.news.reset(replica.id)
        if before is record and was_gone:  # its rows left the disk with it
            for entry in replica.entries:
                self._journal.took(record, entry)
        if before is not record:
            for pending in self._desk.outbox.of(replica.id):
                self._desk.show_post(pending)
        self._journal.changed(record)
        return steps

    def _arrived(self, replica: translate.Replica) -> None:
        was_here = any(it.state.id == replica.id for it in self._desk.replica.here())
        record_steps = self.take(replica)
        record = self._desk.replica.records[replica.id]
        for step in record_steps:
            self.apply(record, step)
        self._desk.touch(replica.id)
        if not was_here:
            self._desk.news.alert(alerts.arrived(record.state, replica.entries))

    def departed(self, conversation: ConversationId, reason: str) -> None:
        """Take a conversation off the desk and say so."""
        if self.put_away(conversation, reason):
            self.say_departed(conversation, reason)

    def put_away(self, conversation: ConversationId, reason: str) -> bool:
        """Take a conversation off the desk; False: it was not on it."""
        if self._desk.replica.depart(conversation, reason) is None:
            return False
        self._journal.left(conversation)
        self._previews.show(conversation, "")
        self._desk.touch(conversation)
        return True

    def say_departed(self, conversation: ConversationId, reason: str) -> None:
        """Say how a conversation left."""
        record = self._desk.replica.records.get(conversation)
        if record is None:
            return
        record.gone = reason
        self._desk.touch(conversation)
        card = self._desk.card(conversation)
        name, number = (card.name, card.number) if card else ("", 0)
        self._desk.news.tell(changes.Departed(conversation, reason, name, record.leaving, number))

    def link_lost(self) -> None:
        """Know no more who is typing."""
        self._previews.clear()

    def _expert(self, frame: f.ExpertChanged) -> None:
        expert = translate.expert_from_wire(frame.expert)
        self._desk.team.changed(expert)
        if self._desk.team.is_you(expert.id):
            self._desk.news.you()
        else:
            self._desk.news.tell(changes.ColleaguesChanged())

    def _refused(self, frame: replies.Refused) -> None:
        refused = translate.refused_from_wire(frame)
        if frame.id is None:
            log.info("The server refused a frame: %s", refused.code)
        elif not self._asking.refused(CommandId(frame.id), refused):
            self._inquiries.refused(frame.id, str(refused.code))
