"""What the clock will ask of a conversation, derived from its state."""

from dataclasses import dataclass
from datetime import datetime

from pupitre.domain.commands import Reclaim, SendMail, SystemCommand, Wake
from pupitre.domain.conversation import Conversation
from pupitre.domain.mailing import mail_due
from pupitre.domain.mission import Mission
from pupitre.domain.routing import reclaim_due


@dataclass(frozen=True, slots=True)
class Deadline:
    """An instant and the command it brings; firing twice is harmless."""

    at: datetime
    command: SystemCommand


def deadlines(
    conversation: Conversation, mission: Mission, away_since: datetime | None
) -> tuple[Deadline, ...]:
    """Return what is to come, earliest first (P4, R6, V5, C4).

    `away_since` tells since when the owner is not at the desk; None while they are.
    """
    found = []
    if conversation.pause:
        found.append(Deadline(conversation.pause.until, Wake()))
    if due := reclaim_due(conversation, away_since):
        found.append(Deadline(due, Reclaim()))
    if due := mail_due(conversation, mission):
        found.append(Deadline(due, SendMail()))
    return tuple(sorted(found, key=lambda deadline: deadline.at))


def next_deadline(
    conversation: Conversation, mission: Mission, away_since: datetime | None
) -> Deadline | None:
    """Return the first thing to come, if any."""
    return next(iter(deadlines(conversation, mission, away_since)), None)
