"""A conversation as a desk holds it: a snapshot, if any, and the events after it."""

from msgspec import Struct

from pupitre.domain.conversation import Status
from pupitre.domain.people import Role
from pupitre.wire.events import Entry, Side, SurveyAnswered
from pupitre.wire.instants import Instant
from pupitre.wire.shapes import Id, Page, Seq, Visitor


class CurrentPause(Struct, frozen=True, kw_only=True):
    """The pause a conversation is in."""

    since: Instant
    until: Instant
    keep: bool
    count: int


class Closure(Struct, frozen=True, kw_only=True):
    """How a conversation ended and what it was about."""

    at: Instant
    by: Role
    expert: Id | None
    subjects: tuple[Id, ...]
    note: str
    survey: bool


class LastMessage(Struct, frozen=True, kw_only=True):
    """The newest message."""

    seq: Seq
    at: Instant
    author: Side
    text: str
    files: tuple[str, ...] = ()


class UnseenReply(Struct, frozen=True, kw_only=True):
    """An expert's message that the visitor has not seen."""

    id: Id
    seq: Seq
    at: Instant
    mailed: bool = False


class Block(Struct, frozen=True, kw_only=True):
    """Why and until when a visitor may not write."""

    expert: Id
    at: Instant
    reason: str
    until: Instant | None = None


class Conversation(Struct, frozen=True, kw_only=True):
    """A conversation's state after its event number `seq`."""

    id: Id
    mission: Id
    group: Id
    visitor: Id
    seq: Seq = 0
    status: Status = Status.WAITING
    owner: Id | None = None
    previous: Id | None = None
    started_at: Instant | None = None
    waiting_since: Instant | None = None
    released_by: Id | None = None
    on_site: bool = False
    left_at: Instant | None = None
    page: Page | None = None
    email: str | None = None
    last_message: LastMessage | None = None
    writers: tuple[Id, ...] = ()
    visitor_waits_since: Instant | None = None
    owner_needed_since: Instant | None = None
    unread: tuple[Seq, ...] = ()
    unseen: tuple[UnseenReply, ...] = ()
    seen_by_visitor: Seq = 0
    seen_by_expert: Seq = 0
    mailed_at: Instant | None = None
    survey_mailed: bool = False
    pause: CurrentPause | None = None
    pauses_in_row: int = 0
    goodbye_proposed: bool = False
    closure: Closure | None = None
    survey: SurveyAnswered | None = None
    block: Block | None = None


class Replica(Struct, frozen=True, kw_only=True):
    """The events after the seq that the desk said it holds, or after the snapshot."""

    id: Id
    mission: Id
    group: Id
    visitor: Visitor
    snapshot: Conversation | None = None
    events: tuple[Entry, ...] = ()
