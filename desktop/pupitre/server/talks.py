"""The conversations in memory: folded state, latest events, and what the clock will ask."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.events import Entry
from pupitre.domain.evolution import evolve, fold
from pupitre.domain.ids import ConversationId
from pupitre.wire.instants import Instant

TAIL = 200
"""How many of the latest events a replica carries at least; older ones are asked for."""
STRETCH = 20
"""How many events follow each other without a look at the state between them."""


class Stretch(NamedTuple):
    """Some events one after the other."""

    before: Conversation
    """The state that they follow."""
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """A conversation as the server holds it.

    Its latest events lie in stretches: one more event copies only the last of them, and a stretch
    that is old enough goes as a whole, the state after it being known.
    """

    stretches: tuple[Stretch, ...]
    state: Conversation
    due: Mapping[str, datetime] = field(default_factory=dict)
    """What is in the index of deadlines for it."""

    @classmethod
    def blank(cls, conversation: Conversation) -> "Talk":
        """Return a conversation that is about to start."""
        return cls(stretches=(Stretch(conversation),), state=conversation)

    @classmethod
    def of(
        cls, blank: Conversation, entries: Iterable[Entry], due: Mapping[str, datetime]
    ) -> "Talk":
        """Fold what the store holds."""
        every = tuple(entries)
        latest = Stretch(fold(blank, every[:-TAIL]), every[-TAIL:])
        return cls(stretches=(latest,), state=fold(*latest), due=due)

    @property
    def base(self) -> Conversation:
        """The state before `tail`."""
        return self.stretches[0].before

    @property
    def tail(self) -> tuple[Entry, ...]:
        """The latest events, at least as many as a replica carries."""
        return tuple([entry for stretch in self.stretches for entry in stretch.entries])

    def then(self, entry: Entry) -> "Talk":
        """Return the conversation after one more event."""
        *earlier, (before, entries) = self.stretches
        if len(entries) < STRETCH:
            stretches = (*earlier, Stretch(before, (*entries, entry)))
        else:
            stretches = (*self.stretches, Stretch(self.state, (entry,)))[-TAIL // STRETCH - 1 :]
        return Talk(stretches=stretches, state=evolve(self.state, entry), due=self.due)

    def since(
        self, known: int, at: datetime | None = None
    ) -> tuple[Conversation | None, tuple[Entry, ...]]:
        """Return the snapshot, if one is needed, and the events that follow it or `known`.

        `at` tells when the event numbered `known` happened; None: whoever knows it did not say.
        """
        base, tail = self.base, self.tail
        if base.seq <= known <= self.state.seq and self._agrees(known, at):
            return None, tail[known - base.seq :]
        return (base if base.seq else None), tail

    def _agrees(self, known: int, at: datetime | None) -> bool:
        """Whether that event happened then; not so where an earlier day was put back here."""
        if at is None:
            return True
        place = known - self.base.seq - 1
        return place >= 0 and Instant.of(self.tail[place].at) == at


class Talks:
    """A bounded number of conversations; those that wait in a group always stay."""

    def __init__(self, capacity: int = 5_000) -> None:
        self._capacity = capacity
        self._talks: OrderedDict[ConversationId, Talk] = OrderedDict()

    def __contains__(self, id_: ConversationId) -> bool:
        return id_ in self._talks

    def get(self, id_: ConversationId) -> Talk | None:
        """Return it if it is in memory, and count it as used."""
        if talk := self._talks.get(id_):
            self._talks.move_to_end(id_)
        return talk

    def put(self, talk: Talk) -> None:
        """Keep this state."""
        self._talks[talk.state.id] = talk
        self._talks.move_to_end(talk.state.id)

    def forget(self, id_: ConversationId) -> None:
        """Drop it: it will be loaded again."""
        self._talks.pop(id_, None)

    def trim(self) -> None:
        """Let go of what was not used for longest."""
        for _ in range(len(self._talks) - self._capacity):
            id_, talk = self._talks.popitem(last=False)
            if talk.state.status is Status.WAITING:
                self._talks[id_] = talk
