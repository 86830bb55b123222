"""Events as a visitor may see them: what is not written here cannot reach a visitor."""

from msgspec import Struct

from pupitre.domain.events import AssignReason
from pupitre.domain.people import Role
from pupitre.wire.events import Side
from pupitre.wire.instants import Instant
from pupitre.wire.shapes import Attachment, Csat, Id, Nps, Page, Seq


class Started(Struct, frozen=True, kw_only=True, tag="started"):
    """Your first message opened a conversation."""

    page: Page | None = None


class Queued(Struct, frozen=True, kw_only=True, tag="queued"):
    """You wait for an expert."""

    reason: AssignReason


class Assigned(Struct, frozen=True, kw_only=True, tag="assigned"):
    """An expert takes care of you."""

    expert: Id
    expert_name: str | None = None
    reason: AssignReason


class Message(Struct, frozen=True, kw_only=True, tag="message"):
    """You or an expert wrote."""

    id: Id
    author: Side
    text: str
    expert: Id | None = None
    expert_name: str | None = None
    attachments: tuple[Attachment, ...] = ()


class Seen(Struct, frozen=True, kw_only=True, tag="seen"):
    """An expert has seen your messages up to `seq`."""

    by: Side
    seq: Seq


class Closed(Struct, frozen=True, kw_only=True, tag="closed"):
    """Over; `survey`: you are asked for an opinion."""

    by: Role
    survey: bool = False


class EmailGiven(Struct, frozen=True, kw_only=True, tag="email_given"):
    """You left an address; it is not repeated."""


class SurveyAnswered(Struct, frozen=True, kw_only=True, tag="survey_answered"):
    """You answered."""

    csat: Csat | None = None
    nps: Nps | None = None
    comment: str = ""


VisitorEvent = Started | Queued | Assigned | Message | Seen | Closed | EmailGiven | SurveyAnswered


class VisitorEntry(Struct, frozen=True, kw_only=True):
    """An event with its number; the numbers have holes where something is not for visitors."""

    seq: Seq
    at: Instant
    event: VisitorEvent


class VisitorReplica(Struct, frozen=True, kw_only=True):
    """A conversation as its visitor sees it, from its start."""

    id: Id
    events: tuple[VisitorEntry, ...] = ()
