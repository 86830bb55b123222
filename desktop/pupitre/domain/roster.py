"""What experts decide about themselves, and their link (R1, R5, R7, R9)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import assert_never

from pupitre.domain.commands import SelfCommand, SetAvailability, SetSlots, SignOut
from pupitre.domain.ids import ConversationId
from pupitre.domain.mission import SLOTS, Mission
from pupitre.domain.people import Expert
from pupitre.domain.refusals import Code, Refused


def decide_self(
    expert: Expert,
    command: SelfCommand,
    *,
    max_slots: int,
    open_conversations: Sequence[ConversationId],
    now: datetime,
) -> Expert | Refused:
    """Return the expert as they become, or why not.

    `open_conversations` are those on the desk; paused ones do not hold a sign-out back (R9).
    """
    match command:
        case SetAvailability():
            return _dated(expert, replace(expert, available=command.available), now)
        case SetSlots():
            if not 1 <= command.slots <= max_slots:
                return Refused(Code.BAD_FRAME, {"field": "slots", "limit": max_slots})
            return replace(expert, slots=command.slots)
        case SignOut():
            if open_conversations:
                return Refused(Code.DESK_NOT_SETTLED, {"conversations": tuple(open_conversations)})
            return _dated(expert, replace(expert, available=False), now)
        case _:
            assert_never(command)


def most_slots(expert: Expert, missions: Iterable[Mission]) -> int:
    """Return the most slots that one of the missions which an expert serves allows (R5)."""
    served = (it for it in missions if any(group.id in expert.groups for group in it.groups))
    return max((it.max_slots for it in served), default=SLOTS)


def linked(expert: Expert, now: datetime) -> Expert:
    """Return the expert with a desk connected; what they had chosen holds again (R7)."""
    return _dated(expert, replace(expert, connected=True), now)


def unlinked(expert: Expert, now: datetime) -> Expert:
    """Return the expert whose link has been lost for LINK_GRACE (R7)."""
    return _dated(expert, replace(expert, connected=False), now)


def _dated(before: Expert, after: Expert, now: datetime) -> Expert:
    """Keep the instant since when the expert is away (R6)."""
    if after.is_present:
        return replace(after, away_since=None)
    return replace(after, away_since=before.away_since or now)
