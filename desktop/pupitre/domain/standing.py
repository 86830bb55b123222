"""How a conversation stands, as a card shows it: its status, its pause, where its visitor is."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

PAUSES_BEFORE_GOODBYE = 2
"""How many pauses in a row end without an answer before a goodbye is proposed (P8)."""


class Status(StrEnum):
    """Where a conversation stands."""

    WAITING = "waiting"
    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CurrentPause:
    """The pause a conversation is in."""

    since: datetime
    until: datetime
    keep: bool
    count: int


class Dot(StrEnum):
    """What the desk shows of a visitor's presence (V3)."""

    ON_SITE = "on_site"
    LEFT = "left"
    UNKNOWN = "unknown"
