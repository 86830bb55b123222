"""The mails under way: at most one for a conversation, in memory and in the store alike."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from pupitre.domain.events import Mailed
from pupitre.domain.ids import ConversationId, VisitorId


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """What is to be sent, and how far that is."""

    conversation: ConversationId
    content: Mailed
    created_at: datetime
    next_at: datetime
    """When it is tried next."""
    failures: int = 0
    handing: bool = False
    """It is being handed over: only the mail server's answer tells what became of it."""

    @property
    def id(self) -> str:
        """Return what the same messages of the same conversation always give."""
        parts = (self.conversation, *self.content.messages, "survey" if self.content.survey else "")
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:40]


def nobody_is_here(_visitor: VisitorId) -> bool:
    """Say of any visitor that no page of theirs is connected."""
    return False


@dataclass(slots=True)
class Mails:
    """Mails by their conversation; no mail is made where none is configured."""

    configured: bool = False
    is_here: Callable[[VisitorId], bool] = nobody_is_here
    """Whether a page of the visitor is connected: a closed conversation does not tell."""
    added: Callable[[], None] = lambda: None
    """Called when there is something new to send, perhaps."""
    _held: dict[ConversationId, Mail] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Mail]:
        return iter(tuple(self._held.values()))

    def get(self, conversation: ConversationId) -> Mail | None:
        """Return the mail under way."""
        return self._held.get(conversation)

    def put(self, conversation: ConversationId, mail: Mail | None) -> None:
        """Keep this one, or none."""
        if mail is None:
            self._held.pop(conversation, None)
        else:
            self._held[conversation] = mail
            self.added()

    def due(self, now: datetime) -> list[Mail]:
        """Return what may be tried now, longest due first."""
        ready = [mail for mail in self if not mail.handing and mail.next_at <= now]
        return sorted(ready, key=lambda mail: mail.next_at)

    def next_at(self) -> datetime | None:
        """Return when the next one is to be tried."""
        return min((mail.next_at for mail in self if not mail.handing), default=None)
