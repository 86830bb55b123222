"""Closing, qualifying and the satisfaction survey (C1 to C7)."""

from datetime import datetime, timedelta
from enum import StrEnum

from pupitre.domain import checks, commands
from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.events import Closed, Event, Qualified, SurveyAnswered
from pupitre.domain.mission import Mission
from pupitre.domain.people import Role
from pupitre.domain.refusals import Code, Refused
from pupitre.domain.scene import Scene

RETURN_WINDOW = timedelta(days=7)
"""How long after closing a returning visitor is still asked (C4)."""
CSAT, NPS = range(1, 6), range(11)
"""The marks that a visitor may give (C7)."""


class SurveyDelivery(StrEnum):
    """How the visitor will get the survey (C4)."""

    NOW = "now"
    MAIL = "mail"
    RETURN = "return"


def survey_delivery(conversation: Conversation, mission: Mission) -> SurveyDelivery:
    """Say how the survey reaches the visitor if the conversation closes now (C4)."""
    if conversation.on_site:
        return SurveyDelivery.NOW
    if conversation.email and mission.mails:
        return SurveyDelivery.MAIL
    return SurveyDelivery.RETURN


def close(
    conversation: Conversation, command: commands.Close, scene: Scene
) -> tuple[Event, ...] | Refused:
    """Close with its subjects, a note and perhaps a survey (C1 to C4)."""
    owner = checks.owned(conversation, scene, checks.ON_A_DESK)
    if isinstance(owner, Refused):
        return owner
    if refused := _unfit_qualification(command, scene):
        return refused
    return (
        Closed(
            by=Role.EXPERT,
            expert=owner,
            subjects=command.subjects,
            note=command.note,
            survey=command.survey,
        ),
    )


def end(conversation: Conversation, scene: Scene) -> tuple[Event, ...] | Refused:
    """Close because the visitor says so; the expert can still qualify it (C5)."""
    if conversation.is_blank:
        return Refused(Code.UNKNOWN_CONVERSATION)
    if scene.actor.role is not Role.VISITOR:
        return Refused(Code.NOT_YOURS)
    if refused := checks.wrong_status(conversation, (Status.WAITING, *checks.ON_A_DESK)):
        return refused
    return (Closed(by=Role.VISITOR, expert=conversation.owner, survey=bool(conversation.writers)),)


def qualify(
    conversation: Conversation, command: commands.Qualify, scene: Scene
) -> tuple[Event, ...] | Refused:
    """Give a closed conversation its subjects, or correct them (C5)."""
    owner = checks.owned(conversation, scene, (Status.CLOSED,))
    if isinstance(owner, Refused):
        return owner
    if refused := _unfit_qualification(command, scene):
        return refused
    return (Qualified(expert=owner, subjects=command.subjects, note=command.note),)


def _unfit_qualification(
    command: commands.Close | commands.Qualify, scene: Scene
) -> Refused | None:
    return checks.unfit_text(
        command.note, limit=checks.NOTE_LIMIT, field="note"
    ) or checks.unfit_subjects(scene.mission, command.subjects)


def survey_is_due(conversation: Conversation, now: datetime) -> bool:
    """Whether the visitor may still be asked (C4, C7)."""
    closure = conversation.closure
    return (
        closure is not None
        and closure.survey
        and conversation.survey is None
        and now <= closure.at + RETURN_WINDOW
    )


def answer_survey(
    conversation: Conversation, command: commands.AnswerSurvey, scene: Scene
) -> tuple[Event, ...] | Refused:
    """Record the visitor's answer, once (C7)."""
    if scene.actor.role is not Role.VISITOR:
        return Refused(Code.NOT_YOURS)
    if conversation.survey is not None:
        return Refused(Code.ALREADY_ANSWERED)
    if not survey_is_due(conversation, scene.now):
        return Refused(Code.WRONG_STATUS, {"status": str(conversation.status)})
    if refused := _off_the_scale(command):
        return refused
    if command.csat is None and command.nps is None and not command.comment.strip():
        return Refused(Code.EMPTY, {"field": "csat"})
    limit = checks.COMMENT_LIMIT
    if refused := checks.unfit_text(command.comment, limit=limit, field="comment"):
        return refused
    return (SurveyAnswered(csat=command.csat, nps=command.nps, comment=command.comment),)


def _off_the_scale(command: commands.AnswerSurvey) -> Refused | None:
    """Refuse a mark that the scale does not have: CSAT 1 to 5, NPS 0 to 10 (C7)."""
    if command.csat is not None and command.csat not in CSAT:
        return Refused(Code.BAD_FRAME, {"field": "csat"})
    if command.nps is not None and command.nps not in NPS:
        return Refused(Code.BAD_FRAME, {"field": "nps"})
    return None
