"""Figures of a shift or a month, as an answer to a query."""

from msgspec import Struct

from pupitre.domain.events import ResumeReason


class Figures(Struct, frozen=True, kw_only=True):
    """Counts, medians in seconds, and shares in percent; null where nothing was measured."""

    conversations: int = 0
    first_reply: float | None = None
    reply: float | None = None
    handling: float | None = None
    resolution: float | None = None
    csat: float | None = None
    nps: float | None = None
    pauses: int = 0
    wakes: dict[ResumeReason, int] = {}
    releases: int = 0


class Part(Struct, frozen=True, kw_only=True):
    """The figures of one subject, expert, group or day (`2026-11-22`)."""

    key: str
    share: float
    """Of all the conversations, in percent."""
    figures: Figures


class Statistics(Struct, frozen=True, kw_only=True, tag="statistics"):
    """The whole and its parts."""

    total: Figures
    subjects: tuple[Part, ...] = ()
    experts: tuple[Part, ...] = ()
    groups: tuple[Part, ...] = ()
    days: tuple[Part, ...] = ()
