"""Somebody who hears everything a session tells, and remembers it."""

from typing import TypeVar

from pupitre.client.changes import Change, ThreadAppended, ThreadReset
from pupitre.client.observe import Observable
from pupitre.client.session import Session
from pupitre.domain.ids import ConversationId

C = TypeVar("C")


class Ear:
    """Hears a session."""

    def __init__(self, changes: Observable[Change]) -> None:
        self.heard: list[Change] = []
        self._subscription = changes.subscribe(self._on_change)

    def _on_change(self, change: Change) -> None:
        self.heard.append(change)

    def all(self, kind: type[C]) -> list[C]:
        """Return what was heard of one kind, in order."""
        return [it for it in self.heard if isinstance(it, kind)]

    def one(self, kind: type[C]) -> C:
        """Return what was heard of one kind, once."""
        (it,) = self.all(kind)
        return it


class Model:
    """Keeps count of a thread's rows from the changes alone, as a list on the screen does."""

    def __init__(self, session: Session, conversation: ConversationId) -> None:
        self._session, self.conversation = session, conversation
        self.count = len(session.thread(conversation))
        self._subscription = session.changes.subscribe(self._on_change)

    def _on_change(self, change: Change) -> None:
        match change:
            case ThreadAppended(conversation=it, first=first, last=last) if it == self.conversation:
                assert first <= self.count <= last + 1, "rows come at the end"
                self.count = last + 1
            case ThreadReset(conversation=it) if it == self.conversation:
                self.count = len(self._session.thread(it))
