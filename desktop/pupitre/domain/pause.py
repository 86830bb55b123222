"""Pausing a conversation and what ends the pause (P1 to P10)."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from pupitre.domain import checks, commands
from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.events import Event, Paused, Released, Resumed, ResumeReason
from pupitre.domain.refusals import Code, Refused
from pupitre.domain.routing import hand_back
from pupitre.domain.scene import Scene

SHORT = timedelta(hours=3)
LONG = timedelta(hours=24)
LIMIT = timedelta(days=30)
"""How far ahead a pause may end (P1)."""


def pause(
    conversation: Conversation, command: commands.Pause, scene: Scene
) -> tuple[Event, ...] | Refused:
    """Take it off the desk, or change the terms of a pause (P1, P2)."""
    owner = checks.owned(conversation, scene, checks.ON_A_DESK)
    if isinstance(owner, Refused):
        return owner
    if command.until <= scene.now:
        return Refused(Code.PAUSE_IN_THE_PAST)
    if command.until > scene.now + LIMIT:
        return Refused(Code.PAUSE_TOO_LONG, {"days": LIMIT.days})
    count = conversation.pause.count if conversation.pause else conversation.pauses_in_row + 1
    return (Paused(until=command.until, keep=command.keep, count=count),)


def resume(conversation: Conversation, scene: Scene) -> tuple[Event, ...] | Refused:
    """Take it back early (P4)."""
    owner = checks.owned(conversation, scene, (Status.PAUSED,))
    if isinstance(owner, Refused):
        return owner
    return (Resumed(reason=ResumeReason.BY_EXPERT),)


def wake(conversation: Conversation, scene: Scene) -> tuple[Event, ...] | Refused:
    """End the pause because its time has come, once (P4, P6, P7, P9)."""
    current = conversation.pause
    if current is None or conversation.owner is None or scene.now < current.until:
        return Refused(Code.WRONG_STATUS, {"status": str(conversation.status)})
    resumed = Resumed(reason=ResumeReason.EXPIRED)
    if current.keep:
        return (resumed,)
    return (resumed, Released(expert=conversation.owner), *hand_back(conversation, scene))


class Choice(StrEnum):
    """The three choices of the dialog (P1)."""

    SHORT = "short"
    LONG = "long"
    CUSTOM = "custom"


class Caution(StrEnum):
    """What the dialog advises against, or explains (P1, P10)."""

    OVER_A_DAY = "over_a_day"
    OUTSIDE_HOURS = "outside_hours"


@dataclass(frozen=True, slots=True)
class PlannedHours:
    """When an expert means to work: weekday (0 is Monday), from, to, in local time."""

    spans: tuple[tuple[int, time, time], ...]

    def cover(self, local: datetime) -> bool:
        """Whether the expert means to be at the desk then."""
        moment = local.time()
        return any(
            day == local.weekday() and start <= moment < end for day, start, end in self.spans
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What the pause dialog starts from (P10)."""

    choice: Choice
    keep: bool
    cautions: tuple[Caution, ...]


def recommended(*, on_site: bool) -> Choice:
    """Return the choice ticked at first: short while the visitor is on the site (P10)."""
    return Choice.SHORT if on_site else Choice.LONG


def advise(*, on_site: bool, now: datetime, until: datetime, hours: PlannedHours | None) -> Advice:
    """Weigh a pause until `until`, in local time like `hours` (P1, P10)."""
    outside = hours is not None and not hours.cover(until)
    cautions = []
    if until - now > LONG:
        cautions.append(Caution.OVER_A_DAY)
    if outside:
        cautions.append(Caution.OUTSIDE_HOURS)
    return Advice(choice=recommended(on_site=on_site), keep=not outside, cautions=tuple(cautions))
