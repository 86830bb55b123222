"""What the screen shows: frozen values made from what is confirmed and what is pending."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pupitre.client.attached import Attached
from pupitre.client.card import NOTHING_PARKED as NOTHING_PARKED
from pupitre.client.card import OVER as OVER
from pupitre.client.card import Card as Card
from pupitre.client.card import Parked as Parked
from pupitre.client.connection import Connection as Connection
from pupitre.client.connection import LinkState as LinkState
from pupitre.domain.events import Event
from pupitre.domain.people import Role


class Delivery(StrEnum):
    """How far a message has come; never more than is known."""

    HELD = "held"
    """Can still be taken back."""
    QUEUED = "queued"
    """Kept on this computer, not sent yet."""
    PARKED = "parked"
    """Kept on this computer: something changed meanwhile, and its author has to say."""
    SENT = "sent"
    """On its way: no answer yet."""
    STORED = "stored"
    """The server keeps it."""
    SEEN = "seen"
    """It was on the other side's screen."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageRow:
    """A message in a thread, unsent, sent or seen: one class."""

    key: str
    """The message's id: the same before and after the server stored it."""
    seq: int | None
    """None until the server numbered it."""
    at: datetime
    author: Role
    mine: bool
    writer: str
    """The expert's name, or empty."""
    text: str
    attachments: tuple[Attached, ...]
    delivery: Delivery
    refusal: str | None
    """The code of the refusal, for a message that was refused."""
    undo_until: datetime | None
    """While held: until when it can be taken back."""

    @property
    def is_leaving(self) -> bool:
        """Whether its files are still on this computer, so that it can be stopped."""
        waits = self.delivery in (Delivery.QUEUED, Delivery.SENT)
        return waits and any(not it.url for it in self.attachments)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """A line between the messages: a presence, a pause, a transfer, a note…

    Page changes and "seen" make no row.
    """

    key: str
    """`e<seq>`."""
    seq: int | None
    at: datetime
    event: Event


Row = MessageRow | EventRow
