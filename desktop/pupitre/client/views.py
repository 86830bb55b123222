"""What the screen shows: frozen values made from what is confirmed and what is pending."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from pupitre.client.attached import Attached
from pupitre.domain.conversation import CurrentPause, Status
from pupitre.domain.events import Event
from pupitre.domain.ids import ConversationId, GroupId, MissionId
from pupitre.domain.people import Role
from pupitre.domain.presence import Dot


@dataclass(frozen=True, slots=True)
class Parked:
    """Acts on a conversation that changed before they left (see `second_thoughts`)."""

    messages: int = 0
    others: int = 0

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.messages or self.others)


NOTHING_PARKED = Parked()


OVER = ("closed", "transferred", "released", "reassigned", "gone")
"""Why a card may be locked for good: it is not on this desk any more."""


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
class Card:
    """One conversation in the list."""

    id: ConversationId
    name: str
    """Made harmless; empty when the visitor gave none."""
    number: int
    """Short and stable, for "Visitor 4821"."""
    mission: MissionId
    mark: str
    colour: str
    group: GroupId
    dot: Dot
    status: Status
    preview: str
    """The last message on one line; empty when there is none, or no words in it."""
    preview_mine: bool
    last_at: datetime | None
    waits_since: datetime | None
    """Since when the visitor waits for an answer; None: nothing is owed."""
    target: timedelta
    """How soon that answer is wanted: the mission's first or next target."""
    unread: int
    has_draft: bool
    pause: CurrentPause | None
    suggests_goodbye: bool
    """The second pause in a row expired (P8)."""
    left_at: datetime | None
    on_site_since: datetime | None
    asynchronous: bool
    locked: str
    """Why nothing can be written: `closed`, `transferred`, `released`, `reassigned`,
    `gone`, or a `second_thoughts` code (see `Session.unlock`); empty: write."""
    preview_files: tuple[str, ...] = ()
    """The names of the files in the last message."""
    closed_at: datetime | None = None
    """When it ended; None: it goes on."""
    can_qualify: bool = False
    """It is over, and its last owner is you (C5)."""
    parked: Parked = NOTHING_PARKED
    """Acts of yours that wait for your word."""
    pending: bool
    """An act of yours on it is not confirmed yet."""


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
    """`e<seq>`; `p<command id>` while it is an act of yours that is not confirmed."""
    seq: int | None
    at: datetime
    event: Event


Row = MessageRow | EventRow


class LinkState(StrEnum):
    """The link to the server, as people understand it."""

    SIGNED_OUT = "signed_out"
    CONNECTING = "connecting"
    CATCHING_UP = "catching_up"
    CONNECTED = "connected"
    LOST = "lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """The link's state, since when, and what still waits to go out."""

    state: LinkState
    since: datetime
    waiting: int = 0
    """Commands on this computer that leave as soon as they can."""
    parked: int = 0
    """Commands on this computer that wait for their author's word."""
    slow: bool = False
    """Connected, and the server's answers take long to come."""
    refused: str | None = None
    """An English sentence: why the server does not let this desk in; it is not tried again."""
    refused_code: str | None = None

    @property
    def stale(self) -> bool:
        """What is shown may be out of date: dots are unknown."""
        return self.state is not LinkState.CONNECTED
