"""What this desk knows: confirmed conversations, what is pending, and what both together show."""

from collections.abc import Iterator
from dataclasses import replace
from weakref import WeakKeyDictionary

from pupitre.client import cards, harmless, projection, rows
from pupitre.client.clock import ServerClock
from pupitre.client.drafts import Drafts
from pupitre.client.listing import Listing, Tally
from pupitre.client.news import News
from pupitre.client.outbox import Outbox, Pending
from pupitre.client.replica import Record, Replica, is_on_desk
from pupitre.client.status import Status
from pupitre.client.team import Team
from pupitre.client.views import Card, Parked
from pupitre.domain.commands import Post
from pupitre.domain.conversation import Conversation
from pupitre.domain.ids import ConversationId, MessageId
from pupitre.domain.people import Expert


class Desk:
    """Answers what is on the screen; told what to look at again, it tells the news."""

    def __init__(self, clock: ServerClock, drafts: Drafts, news: News, status: Status) -> None:
        self.clock, self.drafts, self.news, self.status = clock, drafts, news, status
        self.team = Team()
        self.replica = Replica()
        self.outbox = Outbox()
        self.stored: set[MessageId] = set()
        """Messages of this desk that the server stored; their events may be still to come."""
        self._shown: WeakKeyDictionary[Record, Conversation] = WeakKeyDictionary()
        self._cards: WeakKeyDictionary[Record, Card] = WeakKeyDictionary()
        self._listing = Listing(self._every_card_of_yours, self._card_of_yours)

    @property
    def you(self) -> Expert | None:
        """Return yourself with what is pending, and as many open as are shown."""
        you = self.team.you
        if you is None:
            return None
        shown = projection.project_self(
            you,
            self.outbox.of_yourself(),
            max_slots=self.team.max_slots,
            now=self.clock.now(),
        )
        return replace(shown, open=self.tally().open)

    def cards(self) -> tuple[Card, ...]:
        """Return what is yours, open or paused, in the order it came."""
        return self._listing.cards()

    def tally(self) -> Tally:
        """Return how they stand."""
        return self._listing.tally()

    def _every_card_of_yours(self) -> Iterator[Card]:
        found = (self._card_of_yours(it.state.id) for it in self.replica.here())
        return (card for card in found if card is not None)

    def _card_of_yours(self, conversation: ConversationId) -> Card | None:
        record = self.replica.records.get(conversation)
        if record is None or record.gone:
            return None
        shown = self.shown(record)
        yours = is_on_desk(shown) and self.team.is_you(shown.owner)
        return self.card(conversation) if yours else None

    def card(self, conversation: ConversationId) -> Card | None:
        """Return a card, also of a conversation that has left."""
        record = self.replica.records.get(conversation)
        if record is None:
            return None
        card = self._cards.get(record)
        if card is None:
            card = self._cards[record] = self._draw(record)
        return card

    def _draw(self, record: Record) -> Card:
        shown = self.shown(record)
        id_ = shown.id
        return cards.card(
            shown,
            record.known_visitor(),
            self.team.missions.get(shown.mission),
            on_site_since=record.on_site_since,
            stale=self.status.connection.stale or bool(record.gone),
            has_draft=self.drafts.has(id_),
            locked=self._locked(record, shown),
            pending=any(it.is_kept and not it.parked for it in self.outbox.of(id_)),
            mine=self.team.is_you(shown.owner),
            parked=self._parked(id_),
            answered_by=self._answered_by(shown),
        )

    def _answered_by(self, shown: Conversation) -> str:
        """Return the colleague who answered last, where you never did."""
        if not shown.writers or any(self.team.is_you(it) for it in shown.writers):
            return ""
        return harmless.name(self.team.writer(shown.writers[-1]))

    def _locked(self, record: Record, shown: Conversation) -> str:
        if shown.is_closed:
            return "closed"
        lane = self.outbox.lane_of(shown.id)
        return record.gone or record.changed or next((it.parked for it in lane if it.parked), "")

    def _parked(self, conversation: ConversationId) -> Parked:
        waiting = [it for it in self.outbox.lane_of(conversation) if it.parked]
        messages = sum(isinstance(it.command, Post) for it in waiting)
        return Parked(messages, len(waiting) - messages)

    def shown(self, record: Record) -> Conversation:
        """Return a conversation with what is pending."""
        shown = self._shown.get(record)
        if shown is None:
            shown = self._shown[record] = self._project(record)
        return shown

    def _project(self, record: Record) -> Conversation:
        state, you = record.state, self.team.you
        pending = [it for it in self.outbox.of(state.id) if not it.parked]
        mission = self.team.missions.get(state.mission)
        if not pending or mission is None or you is None:
            return state
        experts = self.team.everyone
        return projection.project(state, pending, you=you.id, mission=mission, experts=experts)

    def seen_to(self, conversation: ConversationId) -> int:
        """Return the number up to which the visitor has seen a conversation."""
        record = self.replica.records.get(conversation)
        return record.state.seen_by_visitor if record else 0

    def touch(self, conversation: ConversationId) -> None:
        """Look at a conversation again and tell."""
        self._listing.touch(conversation)
        self.news.card(conversation)
        record = self.replica.records.get(conversation)
        if record is None:
            self.news.you()
            return
        self._cards.pop(record, None)
        before = self._shown.pop(record, None)
        if before is None or before.status is not self.shown(record).status:
            self.news.you()

    def touch_all(self) -> None:
        """Look at everything again: the link or the missions changed."""
        self._listing.touch_all()
        self._cards.clear()
        self._shown.clear()
        for record in self.replica.here():
            self.news.card(record.state.id)
        self.news.you()

    def show_post(self, pending: Pending) -> None:
        """Add the row of a message that is on its way, or bring it up to date."""
        if pending.conversation is None or not isinstance(pending.command, Post):
            return
        record = self.replica.records.get(pending.conversation)
        if record is None:
            return
        thread, id_ = record.thread, record.state.id
        row = thread.get(pending.command.id)
        if row is None:
            you = self.team.you
            new = rows.from_post(
                pending.command,
                at=pending.at,
                writer=you.name if you else "",
                delivery=pending.delivery,
                undo_until=pending.hold_until,
                files=tuple([it.shown() for it in pending.files]),
            )
            self.news.appended(id_, thread.append(new))
        elif row.seq is None:
            files = tuple([it.shown() for it in pending.files])
            fresh = replace(
                row,
                delivery=pending.delivery,
                undo_until=pending.hold_until,
                attachments=files,
            )
            if fresh != row:
                self.news.changed(id_, thread.change(fresh))
