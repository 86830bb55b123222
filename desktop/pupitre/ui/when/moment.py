"""A day and an hour put together, where summer time may begin or end between them."""

from datetime import UTC, date, datetime, time, timedelta

from pupitre.ui.when.hours import Hour

MORNING = timedelta(hours=9)
"""When a day is named without an hour."""


def later(now: datetime, spell: timedelta) -> datetime:
    """Return the moment after so much time has really passed."""
    return (now.astimezone(UTC) + spell).astimezone(now.tzinfo)


def combined(day: date | None, hour: Hour | None, now: datetime) -> datetime:
    """Return that hour of that day; without a day, the next time it is that hour."""
    if hour is None:
        return _on(day or now.date(), MORNING, now)
    wanted = (hour.since_midnight, *hour.otherwise)
    candidates = [_on(day or now.date(), it, now) for it in wanted]
    ahead = [moment for moment in candidates if moment.astimezone(UTC) > now.astimezone(UTC)]
    if ahead:
        return ahead[0]
    if day is not None or hour.of_today:
        return candidates[-1]
    return _on(now.date() + timedelta(days=1), hour.since_midnight, now)


def _on(day: date, since_midnight: timedelta, now: datetime) -> datetime:
    wall = datetime.combine(day, time()) + since_midnight
    return wall.replace(tzinfo=now.tzinfo)
