"""What an author could not know when they acted without a link: their acts wait for their word."""

from collections.abc import Iterable, Sequence

from pupitre.client.outbox import Pending
from pupitre.client.replica import Step
from pupitre.domain.commands import Close, Post
from pupitre.domain.events import Assigned, Message, Queued, Released, Transferred
from pupitre.domain.ids import ExpertId
from pupitre.domain.people import Role

ANSWERED = "answered"
"""A colleague answered the visitor."""
ANSWERED_BY_YOU = "answered_by_you"
"""You answered from another desk of yours."""
MOVED = "moved"
"""Somebody else had it meanwhile."""
WROTE = "wrote"
"""The visitor wrote: what was asked would close it over an open question."""
UNKNOWN = "changed"
"""So much happened that the server sent a summary."""

CODES = (ANSWERED, ANSWERED_BY_YOU, MOVED, WROTE, UNKNOWN)
"""Each locks the composer until somebody has looked (see `Session.unlock`)."""


def why(foreign: Iterable[Step], you: ExpertId) -> str:
    """Return what happened that makes a message questionable; empty: nothing.

    `foreign` are the events that this desk did not ask for.
    """
    found = ""
    for step in foreign:
        match step.entry.event:
            case Message(author=Role.EXPERT, expert=expert):
                return ANSWERED_BY_YOU if expert == you else ANSWERED
            case Assigned() | Queued() | Transferred() | Released():
                found = MOVED
            case _:
                pass
    return found


def wrote(foreign: Iterable[Step]) -> bool:
    """Whether the visitor wrote meanwhile."""
    events = (step.entry.event for step in foreign)
    return any(isinstance(it, Message) and it.author is Role.VISITOR for it in events)


def to_park(lane: Sequence[Pending], reason: str) -> list[Pending]:
    """Return what waits for its author: the first questionable act and all that follow it.

    What may have been stored on an earlier link is sent again when only its answer can tell.
    """
    waiting = [it for it in lane if not it.confirmed]
    for place, it in enumerate(waiting):
        if _is_questionable(it, reason):
            return waiting[place:]
    return []


def _is_questionable(pending: Pending, reason: str) -> bool:
    if reason == UNKNOWN and pending.tried:
        return False
    kinds = Close if reason == WROTE else Post | Close
    return isinstance(pending.command, kinds)
