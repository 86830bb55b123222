"""What the desk may look up on the server, and what was found."""

from dataclasses import dataclass
from datetime import date, datetime

from pupitre.client.views import Row
from pupitre.domain.conversation import Status
from pupitre.domain.events import Entry
from pupitre.domain.ids import (
    ConversationId,
    ExpertId,
    GroupId,
    MissionId,
    SubjectId,
    VisitorId,
)
from pupitre.domain.statistics import Summary


@dataclass(frozen=True, slots=True)
class History:
    """The earlier conversations of a visitor."""

    visitor: VisitorId


@dataclass(frozen=True, slots=True)
class MyClosed:
    """The conversations that I closed, newest first, before an instant."""

    before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """Messages of my missions that contain these words."""

    text: str


@dataclass(frozen=True, slots=True)
class Statistics:
    """Figures of the conversations started between two instants."""

    since: datetime
    until: datetime
    mine: bool = False
    """Only those in which I wrote to the visitor."""


@dataclass(frozen=True, slots=True)
class EarlierEvents:
    """What a thread shows above event number `before`."""

    conversation: ConversationId
    before: int


@dataclass(frozen=True, slots=True)
class LastEvents:
    """The end of a conversation, wherever it is now."""

    conversation: ConversationId


Question = History | MyClosed | Search | Statistics | EarlierEvents | LastEvents


@dataclass(frozen=True, slots=True, kw_only=True)
class PastConversation:
    """A conversation in a list of earlier ones."""

    id: ConversationId
    mission: MissionId
    visitor: VisitorId
    name: str
    started_at: datetime
    closed_at: datetime | None
    subjects: tuple[SubjectId, ...]
    note: str
    csat: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A place where the searched words stand."""

    conversation: ConversationId
    mission: MissionId
    visitor: VisitorId
    name: str
    at: datetime
    excerpt: str
    status: Status


@dataclass(frozen=True, slots=True)
class PastConversations:
    """Answers `History` and `MyClosed`, newest first."""

    question: History | MyClosed
    conversations: tuple[PastConversation, ...]


@dataclass(frozen=True, slots=True)
class Hits:
    """Answers `Search`, newest first."""

    question: Search
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Answers `Statistics`: the whole, and its parts."""

    question: Statistics
    total: Summary
    subjects: dict[SubjectId, Summary]
    experts: dict[ExpertId, Summary]
    groups: dict[GroupId, Summary]
    days: dict[date, Summary]


@dataclass(frozen=True, slots=True)
class EarlierRows:
    """Answers `EarlierEvents`, oldest first; none: the thread's beginning is reached."""

    question: EarlierEvents
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class LastEntries:
    """Answers `LastEvents`, oldest first."""

    question: LastEvents
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Unanswered:
    """No answer: there is no link, or the server refused to look."""

    question: Question
    reason: str
    """`unreachable`, or the code of the refusal."""


Answer = PastConversations | Hits | Figures | EarlierRows | LastEntries | Unanswered
