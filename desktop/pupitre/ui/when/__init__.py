"""Moments as people write them: "demain 9h", "in 40 min", "monday 14:00"."""

from datetime import UTC, datetime

from pupitre.ui.when.days import find_day
from pupitre.ui.when.durations import after
from pupitre.ui.when.hours import find_hour
from pupitre.ui.when.moment import combined
from pupitre.ui.when.words import only_filler, plain

LONGEST = 80
"""More characters than anybody needs to name a moment."""


def parse(text: str, now: datetime) -> datetime | None:
    """Return the moment that French or English words name; None when they name none.

    `now` is local and aware, in a zone that knows summer time (`moments.LOCAL`); so is the
    answer. An hour alone is the next one to come; a day alone is nine in the morning.
    """
    if len(text) > LONGEST:
        return None
    words = plain(text)
    try:
        found = after(words, now) or _on_a_day(words, now)
        return found.astimezone(UTC).astimezone(now.tzinfo) if found else None
    except (OverflowError, ValueError):
        return None


def _on_a_day(words: str, now: datetime) -> datetime | None:
    day, rest = find_day(words, now)
    hour, rest = find_hour(rest, bare=day is not None)
    if (day is None and hour is None) or not only_filler(rest):
        return None
    return combined(day, hour, now)
