"""Confirmed state and pending commands make what is shown; the rules are the domain's own."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import assert_never

from pupitre.client.outbox import Pending
from pupitre.domain import commands as c
from pupitre.domain import events as e
from pupitre.domain.conversation import Conversation
from pupitre.domain.evolution import evolve
from pupitre.domain.ids import ExpertId
from pupitre.domain.lifecycle import decide
from pupitre.domain.mission import Mission
from pupitre.domain.people import Actor, Expert
from pupitre.domain.refusals import Refused
from pupitre.domain.roster import decide_self
from pupitre.domain.scene import Scene

_MILLISECOND = timedelta(milliseconds=1)
"""The wire cuts instants there."""


def project(
    confirmed: Conversation,
    pending: Iterable[Pending],
    *,
    you: ExpertId,
    mission: Mission,
    experts: Mapping[ExpertId, Expert],
) -> Conversation:
    """Return the conversation as it will be if the server agrees to all that is pending.

    A command that the rules refuse here is left out: the server will say so in its time.
    """
    shown = confirmed
    for it in pending:
        if isinstance(it.command, c.SetAvailability | c.SetSlots | c.SignOut):
            continue
        scene = Scene(now=it.at, actor=Actor.of(you), mission=mission, experts=experts)
        decided = decide(shown, it.command, scene)
        if not isinstance(decided, Refused):
            for event in decided:
                shown = evolve(shown, e.Entry(seq=shown.seq + 1, at=it.at, event=event))
    return shown


def project_self(
    confirmed: Expert, pending: Iterable[Pending], *, max_slots: int, now: datetime
) -> Expert:
    """Return yourself as you will be if the server agrees."""
    shown = confirmed
    for it in pending:
        if isinstance(it.command, c.SetAvailability | c.SetSlots):
            decided = decide_self(
                shown, it.command, max_slots=max_slots, open_conversations=(), now=now
            )
            shown = shown if isinstance(decided, Refused) else decided
    return shown


def confirms(event: e.Event, command: c.ExpertCommand, you: ExpertId) -> bool:  # noqa: C901 -- one line for each command is the point
    """Whether this event is what became of that command."""
    match command:
        case c.Post():
            return isinstance(event, e.Message) and event.expert == you and event.id == command.id
        case c.MarkSeen():
            return isinstance(event, e.Seen) and event.seq >= command.seq
        case c.Pause():
            return (
                isinstance(event, e.Paused)
                and event.keep == command.keep
                and abs(event.until - command.until) < _MILLISECOND
            )
        case c.Resume():
            return isinstance(event, e.Resumed)
        case c.Release():
            return isinstance(event, e.Released) and event.expert == you
        case c.Transfer():
            return isinstance(event, e.Transferred) and event.sender == you
        case c.Close():
            return isinstance(event, e.Closed)
        case c.Qualify():
            return isinstance(event, e.Qualified)
        case c.WriteNote():
            return isinstance(event, e.Noted) and event.text == command.text
        case c.BlockVisitor():
            return isinstance(event, e.Blocked) and event.expert == you
        case c.SetAvailability() | c.SetSlots() | c.SignOut():
            return False
        case _:
            assert_never(command)
