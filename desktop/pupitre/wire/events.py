"""Events as they travel to experts and as the store keeps them."""

from typing import Literal

from msgspec import Struct, field

from pupitre.domain.events import AssignReason, MailTrouble, ResumeReason
from pupitre.domain.people import Role
from pupitre.wire.instants import Instant
from pupitre.wire.shapes import Attachment, Csat, Id, Nps, Page, Seq

Side = Literal["visitor", "expert"]


class Started(Struct, frozen=True, kw_only=True, tag="started"):
    """The visitor's first message opens a conversation."""

    page: Page | None = None
    previous: Id | None = None


class Message(Struct, frozen=True, kw_only=True, tag="message"):
    """Somebody wrote; `id` is the id of the command that posted it."""

    id: Id
    author: Side
    text: str
    expert: Id | None = None
    attachments: tuple[Attachment, ...] = ()


class Assigned(Struct, frozen=True, kw_only=True, tag="assigned"):
    """The conversation is on this expert's desk."""

    expert: Id
    reason: AssignReason


class Queued(Struct, frozen=True, kw_only=True, tag="queued"):
    """The conversation waits in its group."""

    reason: AssignReason


class VisitorArrived(Struct, frozen=True, kw_only=True, tag="visitor_arrived"):
    """The visitor is on the site again."""

    page: Page


class VisitorLeft(Struct, frozen=True, kw_only=True, tag="visitor_left"):
    """The visitor left the site."""


class PageChanged(Struct, frozen=True, kw_only=True, tag="page"):
    """The visitor reads another page."""

    url: str
    title: str = ""


class Paused(Struct, frozen=True, kw_only=True, tag="paused"):
    """Off the desk until an instant; `count`: pauses in a row."""

    until: Instant
    keep: bool
    count: int


class Resumed(Struct, frozen=True, kw_only=True, tag="resumed"):
    """The pause ended."""

    reason: ResumeReason


class Transferred(Struct, frozen=True, kw_only=True, tag="transferred"):
    """Handed on; `assigned` or `queued` follows."""

    sender: Id = field(name="from")
    expert: Id | None = None
    group: Id | None = None
    note: str = ""


class Released(Struct, frozen=True, kw_only=True, tag="released"):
    """Given back to the group; `assigned` or `queued` follows."""

    expert: Id


class Noted(Struct, frozen=True, kw_only=True, tag="note"):
    """An expert left a note for experts."""

    expert: Id
    text: str


class EmailGiven(Struct, frozen=True, kw_only=True, tag="email_given"):
    """The visitor left an address."""

    email: str


class EmailWithdrawn(Struct, frozen=True, kw_only=True, tag="email_withdrawn"):
    """The visitor wants no more mail."""


class Mailed(Struct, frozen=True, kw_only=True, tag="mailed"):
    """These messages, or the survey, went to the visitor by mail."""

    messages: tuple[Id, ...]
    survey: bool = False


class MailFailed(Struct, frozen=True, kw_only=True, tag="mail_failed"):
    """A mail did not go; `detail`: the mail server's words; `again`: it is tried again."""

    messages: tuple[Id, ...]
    survey: bool = False
    reason: MailTrouble
    detail: str = ""
    again: bool = False


class Seen(Struct, frozen=True, kw_only=True, tag="seen"):
    """One side has seen everything up to `seq`."""

    by: Side
    seq: Seq


class Closed(Struct, frozen=True, kw_only=True, tag="closed"):
    """Over for good; `survey`: the visitor is asked."""

    by: Role
    expert: Id | None = None
    subjects: tuple[Id, ...] = ()
    note: str = ""
    survey: bool = False


class Qualified(Struct, frozen=True, kw_only=True, tag="qualified"):
    """Subjects and note given after closing."""

    expert: Id
    subjects: tuple[Id, ...]
    note: str = ""


class SurveyAnswered(Struct, frozen=True, kw_only=True, tag="survey_answered"):
    """The visitor answered, once."""

    csat: Csat | None = None
    nps: Nps | None = None
    comment: str = ""


class Blocked(Struct, frozen=True, kw_only=True, tag="blocked"):
    """The visitor may not write."""

    expert: Id
    reason: str
    until: Instant | None = None


Event = (
    Started
    | Message
    | Assigned
    | Queued
    | VisitorArrived
    | VisitorLeft
    | PageChanged
    | Paused
    | Resumed
    | Transferred
    | Released
    | Noted
    | EmailGiven
    | EmailWithdrawn
    | Mailed
    | MailFailed
    | Seen
    | Closed
    | Qualified
    | SurveyAnswered
    | Blocked
)


class Entry(Struct, frozen=True, kw_only=True):
    """An event with its number in its conversation and its instant."""

    seq: Seq
    at: Instant
    event: Event
