"""Mail for a visitor who left: unseen replies (V5) and the survey (C4)."""

from datetime import datetime, timedelta

from pupitre.domain import commands
from pupitre.domain.conversation import Conversation, UnseenReply
from pupitre.domain.events import EmailWithdrawn, Event, Mailed, MailFailed
from pupitre.domain.mission import Mission
from pupitre.domain.people import Role
from pupitre.domain.refusals import Code, Refused
from pupitre.domain.scene import Scene

MAIL_DELAY = timedelta(minutes=2)
"""How long a reply stays unseen before it is mailed (V5)."""


def mail_due(conversation: Conversation, mission: Mission) -> datetime | None:
    """Return when a mail goes out; None: not at all. Replies and survey share one mail."""
    wanted = mission.asynchronous and conversation.email and not conversation.on_site
    if not wanted or not conversation.left_at:
        return None
    dues = (_replies_due(conversation, conversation.left_at), _survey_due(conversation))
    return max((due for due in dues if due), default=None)


def replies_to_mail(conversation: Conversation) -> tuple[UnseenReply, ...]:
    """Return what no mail was tried with yet; none until the visitor came back (V5)."""
    if conversation.mailed_at:
        return ()
    return tuple(reply for reply in conversation.unseen if not reply.mailed)


def _replies_due(conversation: Conversation, left_at: datetime) -> datetime | None:
    replies = replies_to_mail(conversation)
    return max(replies[0].at + MAIL_DELAY, left_at) if replies else None


def _survey_due(conversation: Conversation) -> datetime | None:
    """Return when the survey goes by mail: the visitor had left when it was closed (C4)."""
    closure = conversation.closure
    if closure is None or not closure.survey or conversation.survey_mailed or conversation.survey:
        return None
    return closure.at


def send_mail(conversation: Conversation, scene: Scene) -> tuple[Event, ...] | Refused:
    """Put every unseen reply, and the survey if it is due, in one mail (V5, C4)."""
    due = mail_due(conversation, scene.mission)
    if due is None or scene.now < due:
        return Refused(Code.WRONG_STATUS, {"status": str(conversation.status)})
    replies = tuple(reply.id for reply in replies_to_mail(conversation))
    return (Mailed(messages=replies, survey=_survey_due(conversation) is not None),)


def is_wanted(conversation: Conversation, mail: Mailed) -> bool:
    """Whether a mail that has not gone yet should still go: nobody came back to read it."""
    if conversation.on_site or not conversation.email:
        return False
    unseen = {reply.id for reply in conversation.unseen}
    replies = bool(mail.messages) and unseen.issuperset(mail.messages)
    return replies or (mail.survey and not mail.messages and conversation.survey is None)


def fail_mail(
    conversation: Conversation, command: commands.ReportMailFailure
) -> tuple[Event, ...] | Refused:
    """Note that a mail did not go, or may not have arrived."""
    if conversation.is_blank:
        return Refused(Code.UNKNOWN_CONVERSATION)
    mail = command.mail
    return (
        MailFailed(
            messages=mail.messages,
            survey=mail.survey,
            reason=command.reason,
            detail=command.detail,
            again=command.again,
        ),
    )


def withdraw_email(conversation: Conversation, scene: Scene) -> tuple[Event, ...] | Refused:
    """Forget the address: the visitor wants no more mail."""
    if conversation.is_blank:
        return Refused(Code.UNKNOWN_CONVERSATION)
    if scene.actor.role is not Role.VISITOR:
        return Refused(Code.NOT_YOURS)
    return (EmailWithdrawn(),) if conversation.email else ()
