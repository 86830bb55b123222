"""A conversation's state: what its events add up to."""

from dataclasses import dataclass
from datetime import datetime

from pupitre.domain.events import SurveyAnswered
from pupitre.domain.ids import (
    ConversationId,
    ExpertId,
    GroupId,
    MessageId,
    MissionId,
    SubjectId,
    VisitorId,
)
from pupitre.domain.people import Block, Page, Role
from pupitre.domain.standing import CurrentPause as CurrentPause
from pupitre.domain.standing import Status as Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """How a conversation ended and what it was about."""

    at: datetime
    by: Role
    expert: ExpertId | None
    subjects: tuple[SubjectId, ...]
    note: str
    survey: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LastMessage:
    """The newest message, for cards and notifications."""

    seq: int
    at: datetime
    author: Role
    text: str
    files: tuple[str, ...] = ()
    """Names of what is attached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnseenReply:
    """An expert's message that the visitor has not seen."""

    id: MessageId
    seq: int
    at: datetime
    mailed: bool = False
    """A mail took it along, or was given up: no other mail does (V5)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """One visitor's exchange with one mission, at most one owner."""

    id: ConversationId
    mission: MissionId
    group: GroupId
    visitor: VisitorId
    seq: int = 0
    status: Status = Status.WAITING
    owner: ExpertId | None = None
    """Kept when closed, so that its last owner can still qualify it (C5)."""
    previous: ConversationId | None = None
    started_at: datetime | None = None
    waiting_since: datetime | None = None
    """Since when it is in its group's queue."""
    released_by: ExpertId | None = None
    """Who gave it back last; gets it again only through the queue (P7)."""
    on_site: bool = False
    left_at: datetime | None = None
    page: Page | None = None
    email: str | None = None
    last_message: LastMessage | None = None
    writers: tuple[ExpertId, ...] = ()
    """Experts who wrote to the visitor, in order: the survey credits each (C7)."""
    visitor_waits_since: datetime | None = None
    """The first visitor message that nobody has answered."""
    owner_needed_since: datetime | None = None
    """Since when it waits on its owner (R6)."""
    unread: tuple[int, ...] = ()
    """Numbers of visitor messages that the expert has not seen."""
    unseen: tuple[UnseenReply, ...] = ()
    """Expert messages that the visitor has not seen (V4)."""
    seen_by_visitor: int = 0
    seen_by_expert: int = 0
    mailed_at: datetime | None = None
    """When a mail went out since the visitor was last on the site (V5)."""
    survey_mailed: bool = False
    """A mail took the survey along, or was given up (C4)."""
    pause: CurrentPause | None = None
    pauses_in_row: int = 0
    """Pauses with no visitor message between them (P8)."""
    goodbye_proposed: bool = False
    """The second pause in a row, or a later one, expired: propose goodbye and close (P8)."""
    closure: Closure | None = None
    survey: SurveyAnswered | None = None
    block: Block | None = None

    @property
    def is_closed(self) -> bool:
        """Over for good."""
        return self.status is Status.CLOSED

    @property
    def is_blank(self) -> bool:
        """Nothing has happened yet: it is only about to start."""
        return self.seq == 0
