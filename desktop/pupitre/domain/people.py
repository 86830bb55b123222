"""Experts, visitors, and who is acting."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pupitre.domain.ids import ExpertId, GroupId, VisitorId


@dataclass(frozen=True, slots=True, kw_only=True)
class Expert:
    """Somebody who answers visitors, as the server sees them now."""

    id: ExpertId
    name: str
    email: str
    groups: tuple[GroupId, ...]
    slots: int = 4
    """How many conversations may be open at once, 1 to the mission's `max_slots`."""
    available: bool = False
    """What the expert chose; never overridden (R1)."""
    connected: bool = False
    """A desk is linked, or its link was lost under 30 s ago (R7)."""
    open: int = 0
    """Open conversations on the desk; paused ones do not count (P3)."""
    last_assigned: datetime | None = None
    away_since: datetime | None = None
    """Since when the expert is not at the desk; None while they are (R6)."""

    @property
    def is_present(self) -> bool:
        """Connected and available: conversations on this desk will be looked at."""
        return self.connected and self.available

    @property
    def is_full(self) -> bool:
        """Derived, so that it passes by itself (R1)."""
        return self.open >= self.slots

    @property
    def is_eligible(self) -> bool:
        """May be given a new conversation (R1)."""
        return self.is_present and not self.is_full


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of the mission's site."""

    url: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Why and until when a visitor may not write (R11)."""

    expert: ExpertId
    at: datetime
    reason: str
    until: datetime | None = None
    """None: until somebody lifts it."""

    def is_in_force(self, now: datetime) -> bool:
        """Still holding at `now`."""
        return self.until is None or now < self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Somebody on a mission's site, known by an anonymous token."""

    id: VisitorId
    name: str | None = None
    email: str | None = None
    on_site: bool = False
    left_at: datetime | None = None
    language: str = "fr"
    device: str = ""
    page: Page | None = None


class Role(StrEnum):
    """On which side of the conversation somebody acts."""

    EXPERT = "expert"
    VISITOR = "visitor"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who gives a command."""

    role: Role
    expert: ExpertId | None = None

    @classmethod
    def of(cls, expert: ExpertId) -> "Actor":
        """Return the actor that is this expert."""
        return cls(Role.EXPERT, expert)


VISITOR = Actor(Role.VISITOR)
SYSTEM = Actor(Role.SYSTEM)
