"""What the server confirmed: conversations folded from its events, and nothing else."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from pupitre.client.thread import Thread
from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.events import Entry, Started, VisitorArrived, VisitorLeft
from pupitre.domain.evolution import evolve
from pupitre.domain.ids import ConversationId
from pupitre.domain.people import Visitor
from pupitre.wire import translate

REMEMBERED = 50
"""How many conversations that left can still be read: a long day would fill the memory."""

MOST_KNOWN = 500
"""How many conversations a hello names: it is one frame, of 64 KiB at most."""


class Hole(Exception):
    """An event is missing before this one: say hello again."""


@dataclass(slots=True, eq=False, weakref_slot=True)
class Record:
    """One conversation as the server told it."""

    state: Conversation
    visitor: Visitor
    at: datetime | None = None
    """When the last event happened that `state` tells of; None: it is not known any more."""
    thread: Thread = field(default_factory=Thread)
    on_site_since: datetime | None = None
    gone: str = ""
    """Why it is no longer on this desk; empty while it is."""
    changed: str = ""
    """What changed while this desk was away (see `second_thoughts`): look before writing."""
    leaving: bool = False
    """An act of yours makes it leave."""
    on_disk: int = 0
    """Rows up to this number are on disk and not in `thread` yet."""

    def known_visitor(self) -> Visitor:
        """Return the visitor, with what the events told of them since."""
        return replace(
            self.visitor,
            email=self.state.email or self.visitor.email,
            on_site=self.state.on_site,
            left_at=self.state.left_at,
            page=self.state.page or self.visitor.page,
        )

    def agrees(self, entries: Sequence[Entry]) -> bool:
        """Whether the server's events are those that are held, as far as they tell.

        They are not where an earlier day was put back there: what came since then is lost, and
        other events have the numbers of those that were.
        """
        if not entries:
            return True
        same = (it for it in entries if it.seq == self.state.seq)
        held = all(self.at in (None, it.at) for it in same)
        return held and entries[-1].seq >= self.state.seq


@dataclass(frozen=True, slots=True)
class Step:
    """One event and what it changed."""

    before: Conversation
    entry: Entry
    after: Conversation


@dataclass(frozen=True, slots=True)
class Mark:
    """The last event that is held of a conversation: its number, and when it happened."""

    seq: int
    at: datetime | None


NOTHING = Mark(0, None)
"""Nothing is held that more could be added to."""


class Replica:
    """The conversations that are, or were, on this desk."""

    def __init__(self) -> None:
        self.records: dict[ConversationId, Record] = {}
        self._left: deque[ConversationId] = deque()

    def known(self) -> dict[str, Mark]:
        """Return what to tell the server that this desk holds; what is left out is sent whole.

        What has left is named too, so that the server says whether it was erased meanwhile.
        """
        every = self.records.values()
        gone: dict[str, Mark] = {it.state.id: NOTHING for it in every if it.gone}
        held = [(it.state.id, Mark(it.state.seq, it.at)) for it in self.here()]
        return gone | dict(held[len(gone) - MOST_KNOWN :])

    def here(self) -> Iterator[Record]:
        """Yield what is on this desk, open or paused."""
        return (it for it in self.records.values() if not it.gone)

    def take(self, replica: translate.Replica) -> list[Step]:
        """Take in a conversation that the server sent; return what is new in it."""
        record = self.records.get(replica.id)
        if record is None or _begins_anew(record, replica):
            record = self.records[replica.id] = Record(replica.base, replica.visitor)
            record.on_site_since = record.state.started_at
        record.visitor = replica.visitor
        record.gone = ""
        record.leaving = False
        steps = (self.happened(replica.id, entry) for entry in replica.entries)
        return [step for step in steps if step is not None]

    def happened(self, conversation: ConversationId, entry: Entry) -> Step | None:
        """Fold one event; None when it is known already, or about nothing of ours."""
        record = self.records.get(conversation)
        if record is None or entry.seq <= record.state.seq:
            return None
        if entry.seq != record.state.seq + 1:
            if record.gone:
                return None
            raise Hole(conversation)
        before = record.state
        record.state, record.at = evolve(before, entry), entry.at
        if isinstance(entry.event, Started | VisitorArrived):
            record.on_site_since = entry.at
        elif isinstance(entry.event, VisitorLeft):
            record.on_site_since = None
        return Step(before, entry, record.state)

    def depart(self, conversation: ConversationId, reason: str) -> Record | None:
        """Note that a conversation left this desk; None when it was not on it."""
        record = self.records.get(conversation)
        if record is None or record.gone:
            return None
        record.gone = reason
        self.keep_a_while(conversation)
        return record

    def keep_a_while(self, conversation: ConversationId) -> None:
        """Keep one that is not on this desk until many others follow it."""
        self._left.append(conversation)
        if len(self._left) > REMEMBERED:
            self._forget_if_gone(self._left.popleft())

    def _forget_if_gone(self, conversation: ConversationId) -> None:
        record = self.records.get(conversation)
        if record and record.gone and conversation not in self._left:
            self.forget(conversation)

    def forget(self, conversation: ConversationId) -> None:
        """Hold nothing of it, so that the server sends it whole."""
        self.records.pop(conversation, None)


def _begins_anew(record: Record, replica: translate.Replica) -> bool:
    """Whether nothing of what is held goes on in what the server sent."""
    if replica.snapshot is not None and replica.snapshot.seq >= record.state.seq:
        return True
    if replica.snapshot is not None and not replica.entries:
        return True
    return not record.agrees(replica.entries)


def is_on_desk(shown: Conversation) -> bool:
    """Open or paused."""
    return shown.status in (Status.OPEN, Status.PAUSED)
