"""Commands as they travel: what an expert and what a visitor may ask."""

from typing import Annotated

from msgspec import Meta, Struct

from pupitre.wire.instants import Instant
from pupitre.wire.shapes import Csat, FileIds, Id, Ids, Nps, Seq


class Post(Struct, frozen=True, kw_only=True, tag="post"):
    """Write to the other side; files are named by what their upload was answered with."""

    text: str
    attachments: FileIds = ()


class MarkSeen(Struct, frozen=True, kw_only=True, tag="seen"):
    """Say that everything up to `seq` was on the screen."""

    seq: Seq


class Pause(Struct, frozen=True, kw_only=True, tag="pause"):
    """Take the conversation off the desk until an instant."""

    until: Instant
    keep: bool = True


class Resume(Struct, frozen=True, kw_only=True, tag="resume"):
    """Take a paused conversation back early."""


class Release(Struct, frozen=True, kw_only=True, tag="release"):
    """Give the conversation back to its group."""


class Transfer(Struct, frozen=True, kw_only=True, tag="transfer"):
    """Hand the conversation to an expert or to a group: one of the two."""

    expert: Id | None = None
    group: Id | None = None
    note: str = ""
    anyway: bool = False


class Close(Struct, frozen=True, kw_only=True, tag="close"):
    """Close and qualify."""

    subjects: Ids = ()
    note: str = ""
    survey: bool = True


class Qualify(Struct, frozen=True, kw_only=True, tag="qualify"):
    """Give a closed conversation its subjects and note."""

    subjects: Ids = ()
    note: str = ""


class WriteNote(Struct, frozen=True, kw_only=True, tag="note"):
    """Leave a note that only experts see."""

    text: str


class BlockVisitor(Struct, frozen=True, kw_only=True, tag="block"):
    """Stop the visitor from writing; without `until`, for good."""

    reason: str
    until: Instant | None = None


class SetAvailability(Struct, frozen=True, kw_only=True, tag="availability"):
    """Choose to receive conversations or not."""

    available: bool


class SetSlots(Struct, frozen=True, kw_only=True, tag="slots"):
    """Choose how many conversations may be open at once."""

    slots: Annotated[int, Meta(ge=1, le=1000)]


class SignOut(Struct, frozen=True, kw_only=True, tag="sign_out"):
    """Leave for the day."""


class End(Struct, frozen=True, kw_only=True, tag="end"):
    """The visitor ends the conversation."""


class GiveEmail(Struct, frozen=True, kw_only=True, tag="email"):
    """The visitor leaves an address for later replies."""

    email: Annotated[str, Meta(max_length=254)]


class AnswerSurvey(Struct, frozen=True, kw_only=True, tag="answer_survey"):
    """The visitor's answer about a closed conversation."""

    conversation: Id
    csat: Csat | None = None
    nps: Nps | None = None
    comment: str = ""


SelfCommand = SetAvailability | SetSlots | SignOut
"""What an expert asks about themselves: the frame names no conversation."""
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
"""What an expert asks about a conversation."""
ExpertCommand = OwnerCommand | SelfCommand
VisitorCommand = Post | MarkSeen | End | GiveEmail | AnswerSurvey
"""What a visitor asks."""
