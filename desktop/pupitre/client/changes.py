"""What is new: frozen values that the session tells whoever listens."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pupitre.client.meanwhile import Meanwhile
from pupitre.client.trouble import Trouble
from pupitre.client.views import Connection
from pupitre.domain.commands import ExpertCommand
from pupitre.domain.events import ResumeReason, SurveyAnswered
from pupitre.domain.ids import CommandId, ConversationId, ExpertId
from pupitre.domain.refusals import Code


@dataclass(frozen=True, slots=True)
class CardsChanged:
    """These cards came, left or look different; told once per turn of the loop."""

    conversations: frozenset[ConversationId]


@dataclass(frozen=True, slots=True)
class ThreadAppended:
    """Rows `first` to `last` (both included) are new at the end, or were when it was read."""

    conversation: ConversationId
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class ThreadChanged:
    """Rows `first` to `last` (both included) are other ones; their number is the same."""

    conversation: ConversationId
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class ThreadReset:
    """Read the whole thread again: rows were removed, or earlier ones found."""

    conversation: ConversationId


@dataclass(frozen=True, slots=True)
class TypingChanged:
    """The visitor types something else, or stopped."""

    conversation: ConversationId


@dataclass(frozen=True, slots=True)
class ConnectionChanged:
    """The link, or the count of what waits to be sent."""

    connection: Connection


@dataclass(frozen=True, slots=True)
class YouChanged:
    """Your availability, slots or open count."""


@dataclass(frozen=True, slots=True)
class ColleaguesChanged:
    """A colleague came, left or changed."""


@dataclass(frozen=True, slots=True)
class QueuesChanged:
    """More or fewer wait in a group of yours."""


@dataclass(frozen=True, slots=True)
class MissionsChanged:
    """The missions were read (again) from the server."""


@dataclass(frozen=True, slots=True)
class DraftReturned:
    """A text that was taken back or refused is in the draft again; `text` is the whole draft."""

    conversation: ConversationId
    text: str


@dataclass(frozen=True, slots=True)
class FilesChanged:
    """The files of a draft are other ones, or one of them has been copied."""

    conversation: ConversationId


@dataclass(frozen=True, slots=True)
class FileRefused:
    """A file cannot be attached or sent; where it was sent, text and files are a draft again."""

    conversation: ConversationId
    name: str
    code: str
    """`too_large`, `wrong_type`, `storage` as on the wire; others of `shelf.NotKept`."""
    sentence: str = ""
    """The server's own, in English; empty: it was not asked."""


@dataclass(frozen=True, slots=True)
class CommandRefused:
    """Something asked was not done."""

    id: CommandId
    conversation: ConversationId | None
    command: ExpertCommand
    code: Code
    detail: str
    """What the server added, as `key: value` lines; empty: nothing."""


@dataclass(frozen=True, slots=True)
class CommandDone:
    """Something asked is stored on the server."""

    id: CommandId
    conversation: ConversationId | None
    command: ExpertCommand


@dataclass(frozen=True, slots=True)
class Departed:
    """A conversation left your desk, also when you closed or handed it on yourself."""

    conversation: ConversationId
    reason: str
    """`closed`, `transferred`, `released`, `reassigned`; `gone`: found so on return."""
    name: str
    yours: bool = False
    """It left by an act of yours."""
    number: int = 0
    """What a visitor without a name is called by."""


@dataclass(frozen=True, slots=True)
class Erased:
    """These conversations are kept nowhere any more: show nothing of them."""

    conversations: frozenset[ConversationId]
    held: bool
    """Something of them was on this desk."""


@dataclass(frozen=True, slots=True)
class CaughtUp:
    """What happened while there was no link, all of it known."""

    meanwhile: Meanwhile
    since: datetime


@dataclass(frozen=True, slots=True)
class Fetched:
    """A conversation that is over can be shown, or why it cannot."""

    conversation: ConversationId
    reason: str = ""
    """`unreachable`, `not_over`, or the code of a refusal; empty: it can be shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyCame:
    """A visitor answered the survey about a conversation that is known here (C7)."""

    conversation: ConversationId
    name: str
    number: int
    answer: SurveyAnswered


@dataclass(frozen=True, slots=True)
class DiskTroubled:
    """The desk's file cannot be kept, was damaged, or is kept again."""

    trouble: Trouble | None
    rescued: int = 0
    """Unsent acts and drafts that were read out of a damaged file."""


class AlertKind(StrEnum):
    """What deserves to be told outside the window."""

    ARRIVED = "arrived"
    REAPPEARED = "reappeared"
    MESSAGE = "message"
    ENDED_BY_VISITOR = "ended_by_visitor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """Something to notify; whether it is shown (window in front…) is for the app to say."""

    kind: AlertKind
    conversation: ConversationId
    resume_reason: ResumeReason | None = None
    previous_until: datetime | None = None
    """When the pause would have ended, for "Pause again to 18:47"."""
    text: str = ""
    """The visitor's words that it is about, harmless; empty: none."""
    files: tuple[str, ...] = ()
    """The names of the files that came with them."""
    sender: ExpertId | None = None
    """The colleague who handed it on."""
    note: str = ""
    """What they say about it, harmless."""


Change = (
    CardsChanged
    | ThreadAppended
    | ThreadChanged
    | ThreadReset
    | TypingChanged
    | ConnectionChanged
    | YouChanged
    | ColleaguesChanged
    | QueuesChanged
    | MissionsChanged
    | DraftReturned
    | FilesChanged
    | FileRefused
    | CommandRefused
    | CommandDone
    | Departed
    | Erased
    | CaughtUp
    | Fetched
    | SurveyCame
    | DiskTroubled
    | Alert
)
