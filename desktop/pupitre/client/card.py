"""One conversation in the list: all that the first window shows of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from pupitre.domain.ids import ConversationId, GroupId, MissionId
from pupitre.domain.standing import CurrentPause, Dot, Status


@dataclass(frozen=True, slots=True)
class Parked:
    """Acts on a conversation that changed before they left (see `second_thoughts`)."""

    messages: int = 0
    others: int = 0

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.messages or self.others)


NOTHING_PARKED = Parked()


OVER = ("closed", "transferred", "released", "reassigned", "gone")
"""Why a card may be locked for good: it is not on this desk any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One conversation in the list."""

    id: ConversationId
    name: str
    """Made harmless; empty when the visitor gave none."""
    number: int
    """Short and stable, for "Visitor 4821"."""
    mission: MissionId
    mark: str
    colour: str
    group: GroupId
    dot: Dot
    status: Status
    preview: str
    """The last message on one line; empty when there is none, or no words in it."""
    preview_mine: bool
    """An expert wrote it: you, as far as is known, or who is named in `preview_by`."""
    last_at: datetime | None
    waits_since: datetime | None
    """Since when the visitor waits for an answer; None: nothing is owed."""
    target: timedelta
    """How soon that answer is wanted: the mission's first or next target."""
    unread: int
    has_draft: bool
    pause: CurrentPause | None
    suggests_goodbye: bool
    """The second pause in a row expired (P8)."""
    left_at: datetime | None
    on_site_since: datetime | None
    asynchronous: bool
    locked: str
    """Why nothing can be written: `closed`, `transferred`, `released`, `reassigned`,
    `gone`, or a `second_thoughts` code (see `Session.unlock`); empty: write."""
    preview_files: tuple[str, ...] = ()
    """The names of the files in the last message."""
    preview_by: str = ""
    """The colleague who wrote the last message; empty: the visitor did, or you."""
    closed_at: datetime | None = None
    """When it ended; None: it goes on."""
    can_qualify: bool = False
    """It is over, and its last owner is you (C5)."""
    parked: Parked = NOTHING_PARKED
    """Acts of yours that wait for your word."""
    pending: bool
    """An act of yours on it is not confirmed yet."""
