"""What a command must satisfy before any rule looks at it."""

from pupitre.domain.attachments import MAX_PER_MESSAGE, Attachment
from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.ids import ExpertId, SubjectId
from pupitre.domain.mission import Mission
from pupitre.domain.refusals import Code, Refused
from pupitre.domain.scene import Scene

TEXT_LIMIT = 5_000
"""Characters in a message."""
NOTE_LIMIT = 2_000
"""Characters in a note, a transfer's note or a block's reason (C3)."""
COMMENT_LIMIT = 1_000
"""Characters in a survey's comment (C7)."""

ON_A_DESK = (Status.OPEN, Status.PAUSED)


def owned(
    conversation: Conversation, scene: Scene, statuses: tuple[Status, ...]
) -> ExpertId | Refused:
    """Return the owner, who is the one acting; refuse anybody else and other statuses."""
    if conversation.is_blank:
        return Refused(Code.UNKNOWN_CONVERSATION)
    if scene.actor.expert is None or conversation.owner != scene.actor.expert:
        return Refused(Code.NOT_YOURS)
    return wrong_status(conversation, statuses) or scene.actor.expert


def wrong_status(conversation: Conversation, statuses: tuple[Status, ...]) -> Refused | None:
    """Refuse any status other than these, naming the one it has."""
    if conversation.status in statuses:
        return None
    return Refused(Code.WRONG_STATUS, {"status": str(conversation.status)})


def unfit_text(text: str, *, limit: int, field: str) -> Refused | None:
    """Refuse a text over its limit, in characters."""
    if len(text) > limit:
        return Refused(Code.TOO_LONG, {"field": field, "limit": limit})
    return None


def unfit_message(text: str, attachments: tuple[Attachment, ...]) -> Refused | None:
    """Refuse a message with nothing in it or with too much."""
    if not text.strip() and not attachments:
        return Refused(Code.EMPTY, {"field": "text"})
    if len(attachments) > MAX_PER_MESSAGE:
        return Refused(Code.TOO_LONG, {"field": "attachments", "limit": MAX_PER_MESSAGE})
    return unfit_text(text, limit=TEXT_LIMIT, field="text")


def unfit_subjects(mission: Mission, subjects: tuple[SubjectId, ...]) -> Refused | None:
    """Refuse subjects outside the tree's leaves, or their absence where one is required (C2)."""
    leaves = mission.leaves()
    unknown = [subject for subject in subjects if subject not in leaves]
    if unknown:
        return Refused(Code.UNKNOWN_SUBJECT, {"subjects": tuple(unknown)})
    if mission.subjects_required and leaves and not subjects:
        return Refused(Code.SUBJECT_REQUIRED)
    return None
