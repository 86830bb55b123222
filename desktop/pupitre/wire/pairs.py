"""Which shape of the wire stands for which value of the domain, and the passage between them."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any

from pupitre.domain import attachments, mission, people
from pupitre.domain import commands as asked
from pupitre.domain import conversation as state
from pupitre.domain import events as happened
from pupitre.wire import commands, events, replica, shapes
from pupitre.wire.instants import Instant

PAIRS: Mapping[type, type] = {
    # commands
    asked.Post: commands.Post,
    asked.MarkSeen: commands.MarkSeen,
    asked.Pause: commands.Pause,
    asked.Resume: commands.Resume,
    asked.Release: commands.Release,
    asked.Transfer: commands.Transfer,
    asked.Close: commands.Close,
    asked.Qualify: commands.Qualify,
    asked.WriteNote: commands.WriteNote,
    asked.BlockVisitor: commands.BlockVisitor,
    asked.SetAvailability: commands.SetAvailability,
    asked.SetSlots: commands.SetSlots,
    asked.SignOut: commands.SignOut,
    asked.End: commands.End,
    asked.GiveEmail: commands.GiveEmail,
    asked.AnswerSurvey: commands.AnswerSurvey,
    # events
    happened.Started: events.Started,
    happened.Message: events.Message,
    happened.Assigned: events.Assigned,
    happened.Queued: events.Queued,
    happened.VisitorArrived: events.VisitorArrived,
    happened.VisitorLeft: events.VisitorLeft,
    happened.PageChanged: events.PageChanged,
    happened.Paused: events.Paused,
    happened.Resumed: events.Resumed,
    happened.Transferred: events.Transferred,
    happened.Released: events.Released,
    happened.Noted: events.Noted,
    happened.EmailGiven: events.EmailGiven,
    happened.EmailWithdrawn: events.EmailWithdrawn,
    happened.Mailed: events.Mailed,
    happened.MailFailed: events.MailFailed,
    happened.Seen: events.Seen,
    happened.Closed: events.Closed,
    happened.Qualified: events.Qualified,
    happened.SurveyAnswered: events.SurveyAnswered,
    happened.Blocked: events.Blocked,
    happened.Entry: events.Entry,
    # a conversation's state
    state.Conversation: replica.Conversation,
    state.CurrentPause: replica.CurrentPause,
    state.Closure: replica.Closure,
    state.LastMessage: replica.LastMessage,
    state.UnseenReply: replica.UnseenReply,
    people.Block: replica.Block,
    # people, missions and files
    attachments.Attachment: shapes.Attachment,
    people.Page: shapes.Page,
    people.Expert: shapes.Expert,
    people.Visitor: shapes.Visitor,
    mission.Mission: shapes.Mission,
    mission.Group: shapes.Group,
    mission.Subject: shapes.Subject,
    mission.CannedReply: shapes.CannedReply,
    mission.SurveySettings: shapes.SurveySettings,
    mission.Targets: shapes.Targets,
}
"""Both sides of a pair call their fields by the same names."""

_AS_IS = frozenset({str, int, float, bool, type(None), people.Role})
"""Most fields, asked first: every message passes here."""
_BACK: Mapping[type, type] = {shape: value for value, shape in PAIRS.items()}


def shared_fields(value: type) -> tuple[str, ...]:
    """Return the fields that a domain type and its shape have in common."""
    travelling: tuple[str, ...] = PAIRS[value].__struct_fields__  # type: ignore[attr-defined] # each is a Struct
    return tuple(field.name for field in fields(value) if field.name in travelling)


_SHARED: Mapping[type, tuple[str, ...]] = {value: shared_fields(value) for value in PAIRS}


def to_wire(value: Any) -> Any:
    """Return the shape of a domain value, whatever it is made of."""
    kind = type(value)
    if kind in _AS_IS:
        return value
    if kind is tuple:
        return tuple([to_wire(item) for item in value]) if value else value
    if (shape := PAIRS.get(kind)) is not None:
        return shape(
            **{
                name: held if type(held := getattr(value, name)) in _AS_IS else to_wire(held)
                for name in _SHARED[kind]
            }
        )
    if isinstance(value, datetime):
        return Instant.of(value)
    return value.total_seconds() if kind is timedelta else value


def to_domain(shape: Any, **more: Any) -> Any:
    """Return the domain value of a shape; `more` fields are the ones that it does not tell."""
    kind = type(shape)
    if kind in _AS_IS:
        return shape
    if kind is tuple:
        return tuple([to_domain(item) for item in shape]) if shape else shape
    if (value := _BACK.get(kind)) is None:
        return shape
    for name in _SHARED[value]:
        if name in more:
            continue
        held = getattr(shape, name)
        if type(held) not in _AS_IS or name in _READ:
            held = _READ.get(name, to_domain)(held)
        more[name] = held
    return value(**more)


def _duration(seconds: float) -> timedelta:
    return timedelta(seconds=seconds)


_READ: Mapping[str, Callable[[Any], Any]] = {
    "by": people.Role,
    "author": people.Role,
    "first": _duration,
    "next": _duration,
}
"""How fields are read whose shape does not tell what they are."""
