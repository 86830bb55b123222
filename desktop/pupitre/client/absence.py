"""Tells in one line what happened without a link, once it is known what became of what left."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from pupitre.client import meanwhile
from pupitre.client import questions as q
from pupitre.client.changes import CaughtUp
from pupitre.client.desk import Desk
from pupitre.client.hearing import Hearing
from pupitre.client.meanwhile import Meanwhile
from pupitre.client.replica import is_on_desk
from pupitre.domain.events import Entry
from pupitre.domain.ids import ConversationId, ExpertId

Ask = Callable[[q.Question, Callable[[q.Answer], None]], None]

MOST = 20
"""How many of those that left are asked about; the rest is only counted."""


class Absence:
    """From a welcome until everything that it left open is answered."""

    def __init__(self, desk: Desk, hearing: Hearing, ask: Ask) -> None:
        self._desk, self._hearing, self._ask = desk, hearing, ask
        self._since: datetime | None = None
        self._happened = Meanwhile()
        self._left: set[ConversationId] = set()

    def begin(
        self, since: datetime | None, happened: Meanwhile, left: Iterable[ConversationId]
    ) -> None:
        """Take in what a welcome told; without `since` there is nothing to tell."""
        self._since, self._happened, self._left = since, happened, set(left)

    def look(self) -> None:
        """Ask what became of those that left; the link is there."""
        for number, conversation in enumerate(tuple(self._left)):
            if number < MOST:
                self._ask(q.LastEvents(conversation), self._on_answer)
            else:
                self._say_left(conversation, meanwhile.UNKNOWN)
        self._tell_if_known()

    def end(self) -> None:
        """Tell what is known: the link is gone again."""
        for conversation in tuple(self._left):
            self._say_left(conversation, meanwhile.UNKNOWN)
        self._tell_if_known()

    def _on_answer(self, answer: q.Answer) -> None:
        question = answer.question
        if not isinstance(question, q.LastEvents) or question.conversation not in self._left:
            return
        entries = answer.entries if isinstance(answer, q.LastEntries) else ()
        self._say_left(question.conversation, self._fold(question.conversation, entries))
        self._tell_if_known()

    def _fold(self, conversation: ConversationId, entries: Sequence[Entry]) -> str:
        """Bring the conversation up to where it left; return how it did."""
        replica = self._desk.replica
        held = replica.records.get(conversation)
        if held is None or not held.agrees(entries):
            return meanwhile.UNKNOWN
        for entry in entries:
            step = replica.happened(conversation, entry)
            if step is None:
                continue
            record = replica.records[conversation]
            self._hearing.apply(record, step)
            if not is_on_desk(step.after) or step.after.owner != self._you:
                return meanwhile.how_it_left(entry)
        return meanwhile.UNKNOWN

    @property
    def _you(self) -> ExpertId | None:
        return self._desk.team.you.id if self._desk.team.you else None

    def _say_left(self, conversation: ConversationId, reason: str) -> None:
        self._left.discard(conversation)
        record = self._desk.replica.records.get(conversation)
        if record is not None and not record.gone:  # it came back before the answer did
            return
        self._happened += meanwhile.left(reason)
        self._hearing.say_departed(conversation, reason)

    def _tell_if_known(self) -> None:
        if self._left:
            return
        if self._since is not None and self._happened:
            self._desk.news.tell(CaughtUp(self._happened, self._since))
        self._since, self._happened = None, Meanwhile()
