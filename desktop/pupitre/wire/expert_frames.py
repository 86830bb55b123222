"""Frames of the expert socket, both ways."""

from enum import StrEnum

from msgspec import Struct

from pupitre.wire.commands import ExpertCommand
from pupitre.wire.events import Event
from pupitre.wire.figures import Statistics
from pupitre.wire.instants import Instant
from pupitre.wire.queries import ClosedList, Events, History, Hits, Query
from pupitre.wire.replica import Replica
from pupitre.wire.replies import Done, Ping, Pong, Refused
from pupitre.wire.shapes import ClientId, Expert, Id, Mission, Name, Seq, Token


class Hello(Struct, frozen=True, kw_only=True, tag="hello"):
    """The first frame: who I am and what I already hold."""

    token: Token
    app: Name = ""
    known: dict[Id, Seq] = {}
    known_at: dict[Id, Instant] = {}
    """When the last of these events happened, by which the server knows it for its own."""


class Command(Struct, frozen=True, kw_only=True, tag="command"):
    """Something to do; `conversation` is null for a command about oneself."""

    id: ClientId
    conversation: Id | None = None
    command: ExpertCommand


class Typing(Struct, frozen=True, kw_only=True, tag="typing"):
    """The other side is writing; `text` only from a visitor whose mission allows it."""

    conversation: Id
    text: str | None = None


class AskQuery(Struct, frozen=True, kw_only=True, tag="query"):
    """Something to look up."""

    id: ClientId
    query: Query


ToServer = Hello | Command | Typing | AskQuery | Ping


class Welcome(Struct, frozen=True, kw_only=True, tag="welcome"):
    """Signed in: everything that the desk needs to start."""

    now: Instant
    clock_rate: float = 1.0
    you: Expert
    colleagues: tuple[Expert, ...] = ()
    missions: tuple[Mission, ...] = ()
    conversations: tuple[Replica, ...] = ()
    queues: dict[Id, int] = {}


class Happened(Struct, frozen=True, kw_only=True, tag="event"):
    """An event of a conversation on this desk."""

    conversation: Id
    seq: Seq
    at: Instant
    event: Event


class Arrived(Struct, frozen=True, kw_only=True, tag="arrived"):
    """A conversation has come to this desk."""

    conversation: Replica


class DepartReason(StrEnum):
    """Why a conversation left a desk."""

    CLOSED = "closed"
    TRANSFERRED = "transferred"
    RELEASED = "released"
    REASSIGNED = "reassigned"


class Departed(Struct, frozen=True, kw_only=True, tag="departed"):
    """A conversation has left this desk."""

    conversation: Id
    reason: DepartReason


class Erased(Struct, frozen=True, kw_only=True, tag="erased"):
    """These conversations are kept no longer: whoever holds anything of them forgets it too."""

    conversations: tuple[Id, ...]


class ExpertChanged(Struct, frozen=True, kw_only=True, tag="expert"):
    """You or a colleague changed."""

    expert: Expert


class QueueChanged(Struct, frozen=True, kw_only=True, tag="queue"):
    """More or fewer visitors wait in a group of yours."""

    group: Id
    waiting: int


class Answer(Struct, frozen=True, kw_only=True, tag="answer"):
    """What a query found."""

    id: str
    answer: History | ClosedList | Hits | Statistics | Events


FromServer = (
    Welcome
    | Done
    | Refused
    | Happened
    | Arrived
    | Departed
    | Erased
    | ExpertChanged
    | Typing
    | Answer
    | QueueChanged
    | Pong
)
