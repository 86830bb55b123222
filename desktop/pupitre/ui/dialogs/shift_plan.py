"""What becomes of each conversation at the end of a shift (R9)."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from pupitre.domain.commands import Close, OwnerCommand, Pause, Release, Transfer
from pupitre.domain.ids import ConversationId
from pupitre.domain.pause import LIMIT, PlannedHours
from pupitre.ui import moments

translate = QCoreApplication.translate

MORNING = time(9)
"""When the next shift begins for who has planned nothing."""
NIGHT = timedelta(hours=5)
"""Until then, today's morning is the next one."""


class Fate(StrEnum):
    """The choices of a row."""

    PAUSE = "pause"
    RELEASE = "release"
    TRANSFER = "transfer"
    CLOSE = "close"
    KEEP = "keep"
    RELEASE_THEN = "release_then"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftRow:
    """A conversation to be settled."""

    conversation: ConversationId
    name: str
    state: str
    """"on the site", "left 6 min ago", "paused, back today 18:47"."""
    paused_until: datetime | None = None

    @property
    def fates(self) -> tuple[Fate, ...]:
        """What can become of it."""
        if self.paused_until is not None:
            return (Fate.KEEP, Fate.RELEASE_THEN)
        return (Fate.PAUSE, Fate.RELEASE, Fate.TRANSFER, Fate.CLOSE)

    def first_fate(self, next_shift: datetime) -> Fate:
        """Return what is chosen at first: nothing that would wake while nobody is there."""
        if self.paused_until is None:
            return Fate.PAUSE
        return Fate.KEEP if self.paused_until >= next_shift else Fate.RELEASE_THEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What to do with one conversation; None: leave it as it is."""

    conversation: ConversationId
    command: OwnerCommand | None


def next_shift(now: datetime, hours: PlannedHours | None) -> datetime:
    """Return when the expert means to be back: the next planned start, else nine in the morning."""
    here = moments.local(now)
    today = here.date()
    days = [today + timedelta(days=ahead) for ahead in range(LIMIT.days)]
    starts = sorted(
        datetime.combine(day, start, tzinfo=moments.LOCAL)
        for day in days
        for weekday, start, _end in (hours.spans if hours else ())
        if weekday == day.weekday()
    )
    morning = (here - NIGHT).date() + timedelta(days=1)
    usual = datetime.combine(morning, MORNING, tzinfo=moments.LOCAL)
    return next((start for start in starts if start > now), usual)


def command_for(fate: Fate, row: ShiftRow, back: datetime) -> OwnerCommand | None:
    """Return the command of a choice that needs no dialog of its own."""
    match fate:
        case Fate.PAUSE:
            return Pause(until=back)
        case Fate.RELEASE:
            return Release()
        case Fate.RELEASE_THEN if row.paused_until is not None:
            return Pause(until=row.paused_until, keep=False)
        case _:
            return None


def fate_of(command: Transfer | Close) -> Fate:
    """Return the choice that a dialog of its own has settled."""
    return Fate.TRANSFER if isinstance(command, Transfer) else Fate.CLOSE


def fate_words(fate: Fate, row: ShiftRow, back: datetime, now: datetime) -> str:
    """Return a choice's button."""
    match fate:
        case Fate.PAUSE:
            return translate("Shift", "Pause to {time}").format(time=moments.brief(back, now))
        case Fate.RELEASE:
            return translate("Shift", "Release")
        case Fate.TRANSFER:
            return translate("Shift", "Transfer…")
        case Fate.CLOSE:
            return translate("Shift", "Close…")
        case Fate.KEEP:
            return translate("Shift", "Keep")
        case Fate.RELEASE_THEN:
            until = row.paused_until or back
            return translate("Shift", "Release at {time}").format(time=moments.brief(until, now))
