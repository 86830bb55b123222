"""What a visitor may see of a conversation: the strict filter, one event at a time."""

from collections.abc import Iterable, Mapping
from typing import assert_never

from pupitre.domain import events as happened
from pupitre.domain.ids import ConversationId, ExpertId
from pupitre.domain.people import Role
from pupitre.wire import visitor_events as seen
from pupitre.wire.instants import Instant
from pupitre.wire.pairs import to_wire
from pupitre.wire.visitor_frames import Happened

Names = Mapping[ExpertId, str]
"""Experts' full names; a visitor is told the first one."""


def visible(  # noqa: C901 -- one case for each event is the point
    event: happened.Event, names: Names
) -> seen.VisitorEvent | None:
    """Return the event as the visitor sees it, or None when it is not for visitors."""
    match event:
        case happened.Started(page=page):
            return seen.Started(page=to_wire(page))
        case (
            happened.Queued(reason=happened.AssignReason.TRANSFERRED)
            | happened.Assigned(reason=happened.AssignReason.TRANSFERRED)
        ):
            return None  # a transfer is announced by the expert, never by the desk (R8)
        case happened.Queued(reason=reason):
            return seen.Queued(reason=reason)
        case happened.Assigned(expert=expert, reason=reason):
            return seen.Assigned(
                expert=expert, expert_name=first_name(expert, names), reason=reason
            )
        case happened.Message():
            return _message(event, names)
        case happened.Seen(by=Role.EXPERT, seq=seq):
            return seen.Seen(by="expert", seq=seq)
        case happened.Closed(by=by, survey=survey):
            return seen.Closed(by=by, survey=survey)
        case happened.EmailGiven():
            return seen.EmailGiven()
        case happened.SurveyAnswered(csat=csat, nps=nps, comment=comment):
            return seen.SurveyAnswered(csat=csat, nps=nps, comment=comment)
        case (
            happened.Seen()
            | happened.VisitorArrived()
            | happened.VisitorLeft()
            | happened.PageChanged()
            | happened.Paused()
            | happened.Resumed()
            | happened.Transferred()
            | happened.Released()
            | happened.Noted()
            | happened.EmailWithdrawn()
            | happened.Mailed()
            | happened.MailFailed()
            | happened.Qualified()
            | happened.Blocked()
        ):
            return None
        case _:
            assert_never(event)


def first_name(expert: ExpertId, names: Names) -> str | None:
    """Return the name that visitors read."""
    return next(iter(names.get(expert, "").split()), None)


def visible_entry(entry: happened.Entry, names: Names) -> seen.VisitorEntry | None:
    """Return a numbered event as the visitor sees it, or None."""
    event = visible(entry.event, names)
    if event is None:
        return None
    return seen.VisitorEntry(seq=entry.seq, at=Instant.of(entry.at), event=event)


def visible_frame(
    conversation: ConversationId, entry: happened.Entry, names: Names
) -> Happened | None:
    """Return the frame that tells a visitor of an event, or None."""
    event = visible(entry.event, names)
    if event is None:
        return None
    return Happened(conversation=conversation, seq=entry.seq, at=Instant.of(entry.at), event=event)


def visible_replica(
    conversation: ConversationId, entries: Iterable[happened.Entry], names: Names
) -> seen.VisitorReplica:
    """Return a conversation as its visitor sees it."""
    shown = [visible_entry(entry, names) for entry in entries]
    return seen.VisitorReplica(
        id=conversation, events=tuple(entry for entry in shown if entry is not None)
    )


def _message(event: happened.Message, names: Names) -> seen.Message:
    return seen.Message(
        id=event.id,
        author="visitor" if event.author is Role.VISITOR else "expert",
        text=event.text,
        expert=event.expert,
        expert_name=None if event.expert is None else first_name(event.expert, names),
        attachments=to_wire(event.attachments),
    )
