"""One round of decisions: made in memory at once, written in one commit, told afterwards."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from pupitre.domain.conversation import Conversation
from pupitre.domain.events import Entry
from pupitre.domain.ids import ConversationId, GroupId, VisitorId
from pupitre.domain.people import Expert
from pupitre.server.answers import Answer, Key, pack
from pupitre.server.guests import Guest
from pupitre.server.mails import Mail
from pupitre.server.present import Present
from pupitre.server.store.batch import Batch
from pupitre.server.store.correspondence import row_of
from pupitre.server.talks import Talk

KINDS = ("wake", "reclaim", "mail")
"""The names of deadlines in their index."""


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one conversation by one command."""

    before: Conversation
    after: Talk
    entries: tuple[Entry, ...]
    bodies: Sequence[str]
    """The entries' events, encoded."""


class Round:
    """Collects what to write and what to tell; can be taken back as a whole."""

    def __init__(self, present: Present, now: datetime) -> None:
        self.present = present
        self.now = now
        self.batch = Batch()
        self.changes: list[Change] = []
        self.moves: list[tuple[Expert, Expert]] = []
        """Experts before and after each change, in order."""
        self.queues_before: dict[GroupId, int] = {}
        self._answered: dict[Key, Answer] = {}
        self._undo: list[Callable[[], None]] = []

    def take_back(self) -> None:
        """Return the present to what it was before this round."""
        while self._undo:
            self._undo.pop()()

    def settle(self) -> None:
        """It is stored: what was answered stays so."""
        for key, answer in self._answered.items():
            self.present.answers.put(key, answer)

    def known(self, key: Key) -> Answer | None:
        """Return what was answered to this command before."""
        return self._answered.get(key) or self.present.answers.get(key)

    def answer(self, key: Key, answer: Answer) -> None:
        """Remember the answer together with what it made happen."""
        self._answered[key] = answer
        self.batch.answer(*key, pack(answer), self.now)

    def put(self, talk: Talk) -> None:
        """Keep a conversation's state in memory."""
        talks, held = self.present.talks, self.present.talks.get(talk.state.id)
        talks.put(talk)
        self._undo.append(lambda: talks.put(held) if held else talks.forget(talk.state.id))

    def keep(self, guest: Guest) -> None:
        """Keep a visitor's particulars in memory."""
        guests, held = self.present.guests, self.present.guests.get(guest.id)
        guests.put(guest)
        self._undo.append(lambda: guests.put(held) if held else guests.forget(guest.id))

    def forget(self, visitor: VisitorId) -> None:
        """Keep nothing of a visitor."""
        guests, held = self.present.guests, self.present.guests.get(visitor)
        guests.forget(visitor)
        if held:
            self._undo.append(lambda: guests.put(held))
        self.batch.forgotten.append(visitor)

    def erase(self, conversation: ConversationId) -> None:
        """Keep nothing of a conversation that is over."""
        talks, held = self.present.talks, self.present.talks.get(conversation)
        talks.forget(conversation)
        if held:
            self._undo.append(lambda: talks.put(held))
        if self.present.mails.get(conversation):
            self.mail(conversation, None)
        for kind in KINDS:
            self.batch.deadlines[conversation, kind] = None
        self.batch.erased.append(conversation)

    def mail(self, conversation: ConversationId, mail: Mail | None) -> None:
        """Keep the mail under way of a conversation; None: there is none any more."""
        mails, held = self.present.mails, self.present.mails.get(conversation)
        mails.put(conversation, mail)
        self._undo.append(lambda: mails.put(conversation, held))
        self.batch.mails[conversation] = row_of(mail) if mail else None

    def place(self, before: Conversation, after: Conversation) -> None:
        """Move a conversation between desks and queues."""
        floor = self.present.floor
        if not before.is_blank and _is_in_the_same_place(before, after):
            return
        for group in {before.group, after.group}:
            self.queues_before.setdefault(group, floor.waiting_in(group))
        floor.place(before, after)
        self._undo.append(lambda: floor.place(after, before))

    def change(self, expert: Expert) -> None:
        """Keep an expert's state in memory and, but for their load, in the store."""
        floor = self.present.floor
        held = floor.experts[expert.id]
        floor.change(expert)
        self._undo.append(lambda: floor.change(held))
        self.moves.append((held, expert))
        self.batch.expert(expert)

    def load(self, expert: Expert, change: int, *, over: bool) -> None:
        """Take a slot of the expert's or give one back; `over`: even past their slots."""
        taken = self.batch.taken
        taken[expert.id] = taken.get(expert.id, 0) + change
        if over:
            self.batch.forced.add(expert.id)
        self.change(expert)


def _is_in_the_same_place(before: Conversation, after: Conversation) -> bool:
    return (before.status, before.owner, before.group) == (after.status, after.owner, after.group)
