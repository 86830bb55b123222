"""Which events deserve to be told outside the window."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pupitre.client import harmless
from pupitre.client.changes import Alert, AlertKind
from pupitre.client.replica import Step
from pupitre.domain.conversation import Conversation, CurrentPause, Status
from pupitre.domain.events import (
    Assigned,
    AssignReason,
    Closed,
    Entry,
    Message,
    Resumed,
    ResumeReason,
    Transferred,
)
from pupitre.domain.ids import ExpertId
from pupitre.domain.people import Role


def arrived(after: Conversation, entries: Sequence[Entry] = ()) -> Alert:
    """Tell that a conversation has come to this desk, and by whom, if its last events say so."""
    text, files = _said(after)
    told = Alert(kind=AlertKind.ARRIVED, conversation=after.id, text=text, files=files)
    handed = _handed(entries)
    if handed is None:
        return told
    return replace(told, sender=handed.sender, note=harmless.line(handed.note))


def _handed(entries: Sequence[Entry]) -> Transferred | None:
    """Return the transfer that brought it, if one did."""
    newest = [it.event for it in reversed(entries)]
    how = next((it for it in newest if isinstance(it, Assigned)), None)
    if how is None or how.reason is not AssignReason.TRANSFERRED:
        return None
    return next((it for it in newest if isinstance(it, Transferred)), None)


class Watch:
    """Tells alerts from events as they come.

    A visitor who writes in a pause makes two events, `resumed` then `message`, and one alert.
    """

    def __init__(self) -> None:
        self._ended: dict[str, CurrentPause | None] = {}

    def alert(self, step: Step, you: ExpertId) -> Alert | None:
        """Return what to tell of a live event, if anything."""
        talk, event = step.after, step.entry.event
        reappears = talk.id in self._ended
        pause = self._ended.pop(talk.id, None)
        if talk.owner != you:
            return None
        match event:
            case Resumed(reason=ResumeReason.VISITOR_REPLIED):
                self._ended[talk.id] = step.before.pause
                return None
            case Resumed(reason=ResumeReason.EXPIRED):
                return _expired(step)
            case Message(author=Role.VISITOR) if reappears:
                return _reappeared(talk, ResumeReason.VISITOR_REPLIED, pause)
            case Message(author=Role.VISITOR):
                return _wrote(talk)
            case Closed(by=Role.VISITOR):
                return Alert(kind=AlertKind.ENDED_BY_VISITOR, conversation=talk.id)
            case _:
                return None


def missed(steps: Iterable[Step], you: ExpertId) -> Alert | None:
    """Return what to tell of events missed while away: one thing, and only what still stands."""
    found, talk, wrote = None, None, False
    for step in steps:
        talk, event = step.after, step.entry.event
        wrote = wrote or (isinstance(event, Message) and event.author is Role.VISITOR)
        if isinstance(event, Resumed) and event.reason is not ResumeReason.BY_EXPERT:
            found = event.reason, step.before.pause
    if talk is None or talk.owner != you or talk.status is not Status.OPEN:
        return None
    if found is not None:
        return _reappeared(talk, *found)
    if wrote and talk.visitor_waits_since is not None and talk.unread:
        return _wrote(talk)
    return None


def arrived_meanwhile(talk: Conversation) -> Alert | None:
    """Return what to tell of one that came while away; None: nobody waits there any more."""
    stands = talk.status is Status.OPEN and talk.visitor_waits_since is not None
    return arrived(talk) if stands else None


def _wrote(talk: Conversation) -> Alert:
    text, files = _said(talk)
    return Alert(kind=AlertKind.MESSAGE, conversation=talk.id, text=text, files=files)


def _expired(step: Step) -> Alert | None:
    """Tell of a pause that is over, unless the conversation goes on to somebody else (P7)."""
    pause = step.before.pause
    if pause is not None and not pause.keep:
        return None
    return _reappeared(step.after, ResumeReason.EXPIRED, pause)


def _reappeared(talk: Conversation, reason: ResumeReason, pause: CurrentPause | None) -> Alert:
    text, files = _said(talk) if reason is ResumeReason.VISITOR_REPLIED else ("", ())
    return Alert(
        kind=AlertKind.REAPPEARED,
        conversation=talk.id,
        resume_reason=reason,
        previous_until=pause.until if pause else None,
        text=text,
        files=files,
    )


def _said(talk: Conversation) -> tuple[str, tuple[str, ...]]:
    """Return the visitor's last words and the names of the files that came with them."""
    last = talk.last_message
    if last is None or last.author is not Role.VISITOR:
        return "", ()
    return harmless.line(last.text), tuple([harmless.name(it) for it in last.files])
