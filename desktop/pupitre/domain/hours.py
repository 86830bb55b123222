"""A mission's opening hours: they only inform, for who is there decides (R1)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from pupitre.domain.mission import OpeningHours

_AHEAD = 8
"""Days that are looked at: a week from any hour of any day."""
Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Whether a mission is open, and when that changes."""

    is_open: bool = True
    opens_at: datetime | None = None
    """When it opens next, if it is closed."""
    closes_at: datetime | None = None
    """When it closes, if it is open and ever does."""


def opening(hours: Sequence[OpeningHours], zone: tzinfo, now: datetime) -> Opening:
    """Say how it stands now; without hours it is always open."""
    if not hours:
        return Opening()
    spans = _joined(sorted(_spans(hours, zone, now)))
    for start, end in spans:
        if start <= now < end:
            return Opening(closes_at=end if len(spans) > 1 else None)
        if start > now:
            return Opening(is_open=False, opens_at=start)
    return Opening(is_open=False)


def _spans(hours: Sequence[OpeningHours], zone: tzinfo, now: datetime) -> Iterator[Span]:
    """Yield the hours of yesterday and of the days ahead, as instants."""
    today = now.astimezone(zone).date()
    for day in (today + timedelta(days=ahead) for ahead in range(-1, _AHEAD)):
        for each in hours:
            if day.isoweekday() in each.days:
                yield _moment(day, each.start, zone, now), _moment(day, each.end, zone, now)


def _moment(day: date, hour: str, zone: tzinfo, now: datetime) -> datetime:
    """Return when a clock on the wall there shows this hour; 24:00 is the next day's 00:00."""
    if hour == "24:00":
        day, hour = day + timedelta(days=1), "00:00"
    local = datetime.combine(day, time.fromisoformat(hour), zone)
    return local.astimezone(now.tzinfo)


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Make one of those that touch or overlap."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
