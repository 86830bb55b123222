"""What happened to a conversation: past participles, numbered from 1."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

from pupitre.domain.attachments import Attachment
from pupitre.domain.ids import ConversationId, ExpertId, GroupId, MessageId, SubjectId
from pupitre.domain.people import Page, Role


class AssignReason(StrEnum):
    """Why a conversation came to an expert."""

    ROUTED = "routed"
    TRANSFERRED = "transferred"
    RELEASED = "released"
    UNAVAILABLE = "unavailable"
    RETURNING = "returning"


class ResumeReason(StrEnum):
    """What ended a pause; exactly one of them does (P4)."""

    VISITOR_REPLIED = "visitor_replied"
    EXPIRED = "expired"
    BY_EXPERT = "by_expert"


class MailTrouble(StrEnum):
    """Why a mail did not go."""

    REFUSED = "refused"
    """The mail server said no."""
    UNREACHABLE = "unreachable"
    """The mail server could not be reached."""
    UNCERTAIN = "uncertain"
    """It was handed over and nobody said whether it was taken: it is never sent twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """The visitor's first message opens a conversation."""

    page: Page | None = None
    previous: ConversationId | None = None
    """The closed conversation that it follows (C6)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Somebody wrote."""

    id: MessageId
    author: Literal[Role.VISITOR, Role.EXPERT]
    text: str
    expert: ExpertId | None = None
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigned:
    """The conversation is on this expert's desk."""

    expert: ExpertId
    reason: AssignReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """The conversation waits in its group (R3)."""

    reason: AssignReason


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitorArrived:
    """The visitor is on the site again (V2)."""

    page: Page


@dataclass(frozen=True, slots=True)
class VisitorLeft:
    """The visitor left the site (V2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageChanged:
    """The visitor reads another page."""

    url: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused:
    """Off the desk until `until` (P3)."""

    until: datetime
    keep: bool
    count: int
    """Which pause in a row this is, with no visitor message between (P8)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed:
    """The pause ended."""

    reason: ResumeReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Transferred:
    """Handed on (R8); `assigned` or `queued` follows."""

    sender: ExpertId
    expert: ExpertId | None = None
    group: GroupId | None = None
    """The group it belongs to from now on, if that changes."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """Given back to the group (R10, P7); `assigned` or `queued` follows."""

    expert: ExpertId


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """An expert left a note for experts."""

    expert: ExpertId
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EmailGiven:
    """The visitor left an address."""

    email: str


@dataclass(frozen=True, slots=True)
class EmailWithdrawn:
    """The visitor wants no more mail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailed:
    """These messages went to the visitor by mail (V5), or the survey did (C4)."""

    messages: tuple[MessageId, ...]
    survey: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MailFailed:
    """A mail with these messages did not go, or may not have arrived."""

    messages: tuple[MessageId, ...]
    survey: bool = False
    reason: MailTrouble
    detail: str = ""
    """What the mail server said, if it said anything."""
    again: bool = False
    """Whether it is tried again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One side has seen everything up to `seq`."""

    by: Literal[Role.VISITOR, Role.EXPERT]
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """Over for good (C6)."""

    by: Role
    expert: ExpertId | None = None
    subjects: tuple[SubjectId, ...] = ()
    note: str = ""
    survey: bool = False
    """Whether the visitor is asked (C4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualified:
    """Subjects and note given after closing (C5)."""

    expert: ExpertId
    subjects: tuple[SubjectId, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyAnswered:
    """The visitor answered, once (C7)."""

    csat: int | None = None
    nps: int | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked:
    """The visitor may not write (R11)."""

    expert: ExpertId
    reason: str
    until: datetime | None = None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An event with its number in its conversation and its instant."""

    seq: int
    at: datetime
    event: Event
