"""What the screen may read of a session, at any time and without waiting."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from pupitre.client import views
from pupitre.client.clock import ServerClock
from pupitre.client.desk import Desk
from pupitre.client.listing import Tally
from pupitre.client.previews import Previews
from pupitre.client.recall import Recall
from pupitre.domain.conversation import Conversation
from pupitre.domain.ids import ConversationId, ExpertId, GroupId, MissionId
from pupitre.domain.mission import Mission
from pupitre.domain.people import Expert, Visitor


class Known:
    """The desk's own memory: confirmed by the server, with what is pending."""

    def __init__(self, desk: Desk, clock: ServerClock, previews: Previews, recall: Recall) -> None:
        self._desk, self._clock, self._previews, self._recall = desk, clock, previews, recall

    @property
    def you(self) -> Expert | None:
        """You, with what you just chose; None before the first welcome."""
        return self._desk.you

    @property
    def colleagues(self) -> Mapping[ExpertId, Expert]:
        """The other experts of your groups."""
        return self._desk.team.colleagues

    @property
    def missions(self) -> Mapping[MissionId, Mission]:
        """The missions you serve."""
        return self._desk.team.missions

    @property
    def max_slots(self) -> int:
        """The most slots that your missions allow (R5)."""
        return self._desk.team.max_slots

    @property
    def queues(self) -> Mapping[GroupId, int]:
        """How many wait in each of your groups."""
        return self._desk.team.queues

    @property
    def connection(self) -> views.Connection:
        """The link to the server."""
        return self._desk.status.connection

    def now(self) -> datetime:
        """Return the server's time, aware, in UTC."""
        return self._clock.now()

    def cards(self) -> tuple[views.Card, ...]:
        """Return everything of yours, open and paused, in the order it came."""
        return self._desk.cards()

    def tally(self) -> Tally:
        """Return how many of them are open, waited in, and paused."""
        return self._desk.tally()

    def card(self, id_: ConversationId) -> views.Card | None:
        """Return one card, also of a conversation that has left (it says why it is locked)."""
        return self._desk.card(id_)

    def conversation(self, id_: ConversationId) -> Conversation | None:
        """Return a conversation with your pending acts."""
        record = self._desk.replica.records.get(id_)
        return self._desk.shown(record) if record else None

    def visitor(self, id_: ConversationId) -> Visitor | None:
        """Return the visitor of a conversation, as last known."""
        record = self._desk.replica.records.get(id_)
        return record.known_visitor() if record else None

    def thread(self, id_: ConversationId) -> Sequence[views.Row]:
        """Return the live rows of a conversation; those on disk follow with a `ThreadReset`."""
        record = self._desk.replica.records.get(id_)
        if record is None:
            return ()
        self._recall.look_at(record)
        return record.thread.rows

    def typing(self, id_: ConversationId) -> str:
        """Return what the visitor is typing, or nothing."""
        return self._previews.get(id_)
