"""What a desk may look up, and the answers."""

from typing import Annotated

from msgspec import Meta, Struct

from pupitre.domain.conversation import Status
from pupitre.wire.events import Entry
from pupitre.wire.instants import Instant
from pupitre.wire.shapes import Csat, Id, Seq

Limit = Annotated[int, Meta(ge=1, le=200)]


class AskHistory(Struct, frozen=True, kw_only=True, tag="history"):
    """The earlier conversations of a visitor."""

    visitor: Id


class AskClosed(Struct, frozen=True, kw_only=True, tag="closed"):
    """The conversations that I closed, newest first."""

    before: Instant | None = None
    limit: Limit = 50


class AskSearch(Struct, frozen=True, kw_only=True, tag="search"):
    """Messages of my missions that contain these words."""

    text: Annotated[str, Meta(min_length=1, max_length=200)]


class AskStatistics(Struct, frozen=True, kw_only=True, tag="statistics"):
    """Figures of the conversations started between two instants."""

    since: Instant
    until: Instant
    mine: bool = False
    """Only those in which I wrote to the visitor (C7)."""


class AskEvents(Struct, frozen=True, kw_only=True, tag="events"):
    """The events of one conversation before a number, newest last."""

    conversation: Id
    before: Seq | None = None
    limit: Limit = 100


Query = AskHistory | AskClosed | AskSearch | AskStatistics | AskEvents


class PastConversation(Struct, frozen=True, kw_only=True):
    """A conversation in a list of earlier ones."""

    id: Id
    mission: Id
    visitor: Id
    name: str | None = None
    started_at: Instant
    closed_at: Instant | None = None
    subjects: tuple[Id, ...] = ()
    note: str = ""
    csat: Csat | None = None


class Hit(Struct, frozen=True, kw_only=True):
    """A place where the searched words stand."""

    conversation: Id
    mission: Id
    visitor: Id
    name: str | None = None
    at: Instant
    excerpt: str
    status: Status


class History(Struct, frozen=True, kw_only=True, tag="history"):
    """A visitor's earlier conversations, newest first."""

    conversations: tuple[PastConversation, ...]


class ClosedList(Struct, frozen=True, kw_only=True, tag="closed"):
    """My closed conversations, newest first."""

    conversations: tuple[PastConversation, ...]


class Hits(Struct, frozen=True, kw_only=True, tag="search"):
    """What a search found, newest first."""

    hits: tuple[Hit, ...]


class Events(Struct, frozen=True, kw_only=True, tag="events"):
    """A stretch of one conversation."""

    conversation: Id
    entries: tuple[Entry, ...]
