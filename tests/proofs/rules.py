"""What may follow what in a conversation's life, from the rules of the desk and no code of ours."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from pupitre.domain import events as e
from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.people import Role

ON_A_DESK = (Status.OPEN, Status.PAUSED)
LONGEST_PAUSE = timedelta(days=30)
AFTER_THE_END = (
    *(e.Seen, e.Noted, e.Qualified, e.SurveyAnswered, e.VisitorArrived, e.VisitorLeft),
    *(e.PageChanged, e.EmailGiven, e.EmailWithdrawn, e.Mailed, e.MailFailed, e.Blocked),
)
"""C6: a closed conversation never reopens."""


def broken_rule(before: Conversation, entry: e.Entry) -> str | None:
    """Say which rule the event breaks where it stands; None: none."""
    event = entry.event
    if entry.seq != before.seq + 1:
        return f"a hole before {entry.seq}"
    if isinstance(event, e.Started) is not before.is_blank:
        return "it starts once, and first"
    if before.is_closed and not isinstance(event, AFTER_THE_END):
        return f"C6: {type(event).__name__} after the end"
    allowed = _RULES.get(type(event))
    return allowed(before, entry, event) if allowed else None


def _message(it: Conversation, entry: e.Entry, event: e.Message) -> str | None:
    if it.status is Status.PAUSED:
        return "P4: a message in a pause that did not end"
    if event.author is Role.EXPERT and (it.status, it.owner) != (Status.OPEN, event.expert):
        return "a message by somebody who does not own it"
    return None


def _assigned(it: Conversation, entry: e.Entry, event: e.Assigned) -> str | None:
    if event.reason is e.AssignReason.RELEASED and event.expert == it.released_by:
        return "P7: given to the one who released it"
    return None


def _paused(it: Conversation, entry: e.Entry, event: e.Paused) -> str | None:
    if it.status not in ON_A_DESK:
        return "P2: a pause of what is on no desk"
    if not entry.at < event.until <= entry.at + LONGEST_PAUSE:
        return "P1: a pause that ends in the past, or too far ahead"
    return None


def _resumed(it: Conversation, entry: e.Entry, event: e.Resumed) -> str | None:
    if it.status is not Status.PAUSED or it.pause is None:
        return "P4: a pause ended twice"
    if event.reason is e.ResumeReason.EXPIRED and entry.at < it.pause.until:
        return "P4: a pause ended early"
    return None


def _by_owner(it: Conversation, entry: e.Entry, event: Any) -> str | None:
    who = event.sender if isinstance(event, e.Transferred) else event.expert
    return None if it.owner == who else f"{type(event).__name__} by somebody else"


def _closed(it: Conversation, entry: e.Entry, event: e.Closed) -> str | None:
    return _by_owner(it, entry, event) if event.by is Role.EXPERT else None


def _arrived(it: Conversation, entry: e.Entry, event: e.VisitorArrived) -> str | None:
    return "V2: an arrival of somebody who is there" if it.on_site else None


def _left(it: Conversation, entry: e.Entry, event: e.VisitorLeft) -> str | None:
    return None if it.on_site else "V2: a departure of somebody who is not there"


def _survey(it: Conversation, entry: e.Entry, event: e.SurveyAnswered) -> str | None:
    return "C7: a survey answered twice" if it.survey or not it.is_closed else None


_RULES: dict[type, Callable[[Conversation, e.Entry, Any], str | None]] = {
    e.Message: _message,
    e.Assigned: _assigned,
    e.Paused: _paused,
    e.Resumed: _resumed,
    e.Transferred: _by_owner,
    e.Released: _by_owner,
    e.Qualified: _by_owner,
    e.Closed: _closed,
    e.VisitorArrived: _arrived,
    e.VisitorLeft: _left,
    e.SurveyAnswered: _survey,
}
