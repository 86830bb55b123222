"""What an expert, a visitor or the clock asks for: imperatives."""

from dataclasses import dataclass
from datetime import datetime

from pupitre.domain.attachments import Attachment
from pupitre.domain.events import Mailed, MailTrouble
from pupitre.domain.ids import ExpertId, GroupId, MessageId, SubjectId
from pupitre.domain.people import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """Write to the other side."""

    id: MessageId
    """The command's own id, so that a message is the same one everywhere."""
    text: str
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkSeen:
    """Say that everything up to `seq` was on the screen."""

    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Take the conversation off the desk until `until` (P1)."""

    until: datetime
    keep: bool = True


@dataclass(frozen=True, slots=True)
class Resume:
    """Take a paused conversation back early (P4)."""


@dataclass(frozen=True, slots=True)
class Release:
    """Give the conversation back to its group (R10)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """Hand the conversation to an expert or to a group (R8)."""

    expert: ExpertId | None = None
    group: GroupId | None = None
    note: str = ""
    anyway: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Close:
    """Close and qualify (C1 to C4)."""

    subjects: tuple[SubjectId, ...] = ()
    note: str = ""
    survey: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualify:
    """Give a closed conversation its subjects and note (C5)."""

    subjects: tuple[SubjectId, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteNote:
    """Leave a note that only experts see."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockVisitor:
    """Stop the visitor from writing (R11)."""

    reason: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class End:
    """The visitor ends the conversation (C5)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveEmail:
    """The visitor leaves an address for later replies (V5)."""

    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSurvey:
    """The visitor's answer after closing (C7)."""

    csat: int | None = None
    nps: int | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrive:
    """The visitor's first page connects (V1)."""

    page: Page


@dataclass(frozen=True, slots=True)
class Leave:
    """The visitor's last page has been gone for the grace period (V1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Browse:
    """The visitor reads another page."""

    page: Page


@dataclass(frozen=True, slots=True)
class Wake:
    """The pause's time has come (P4)."""


@dataclass(frozen=True, slots=True)
class Reclaim:
    """The owner has been away too long (R6)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assign:
    """Give a waiting conversation to an expert who became eligible (R4)."""

    expert: ExpertId


@dataclass(frozen=True, slots=True)
class SendMail:
    """Mail the replies that the visitor has not seen (V5), and the survey (C4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmMail:
    """The mail server has taken it: a fact, whatever happened meanwhile."""

    mail: Mailed


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportMailFailure:
    """A mail did not go: a fact, whatever happened meanwhile."""

    mail: Mailed
    reason: MailTrouble
    detail: str = ""
    again: bool = False


@dataclass(frozen=True, slots=True)
class WithdrawEmail:
    """The visitor wants no more mail: the mail's own unsubscribe link says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAvailability:
    """Choose to receive conversations or not (R1)."""

    available: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSlots:
    """Choose how many conversations may be open at once (R5)."""

    slots: int


@dataclass(frozen=True, slots=True)
class SignOut:
    """Leave for the day (R9)."""


OwnerCommand = (
    Post
    | MarkSeen
    | Pause
    | Resume
    | Release
    | Transfer
    | Close
    | Qualify
    | WriteNote
    | BlockVisitor
)
"""What an expert may ask about a conversation."""
VisitorCommand = Post | MarkSeen | End | GiveEmail | AnswerSurvey
"""What a visitor may ask."""
SystemCommand = (
    Arrive
    | Leave
    | Browse
    | Wake
    | Reclaim
    | Assign
    | SendMail
    | ConfirmMail
    | ReportMailFailure
    | WithdrawEmail
)
"""What presence, the clock and the mail ask."""
SelfCommand = SetAvailability | SetSlots | SignOut
"""What an expert may ask about themselves."""
ConversationCommand = OwnerCommand | VisitorCommand | SystemCommand
ExpertCommand = OwnerCommand | SelfCommand
