"""Moments named by how far they are: "in 1h30", "dans 3 jours à 9h"."""

import re
from datetime import datetime, timedelta

from pupitre.ui.when.hours import find_hour
from pupitre.ui.when.moment import combined, later
from pupitre.ui.when.words import only_filler, without

# fmt: off
_NUMBERS = {
    "un": 1, "une": 1, "a": 1, "an": 1, "one": 1, "deux": 2, "two": 2, "trois": 3, "three": 3,
    "quatre": 4, "four": 4, "cinq": 5, "five": 5, "six": 6, "dix": 10, "ten": 10,
}
# fmt: on
_COUNT = r"\b(?P<count>\d{1,5}(?:[.,]\d)?|(?:" + "|".join(_NUMBERS) + ")(?= ))"
_AHEAD = re.compile(r"^(?:(?:in|dans|d ici|apres|after|pendant)\b|\+)\s*")
_BARE = re.compile(
    rf"{_COUNT}\s*(?:mins?|minutes?|mn|hours?|heures?|hrs?|jours?|days?|weeks?|semaines?)\b"
    r"|(?:une )?demi heure\b|half (?:an )?hour\b"
)
_TIMES = (
    (re.compile(r"\b(?:une )?demi heure\b|\bhalf (?:an )?hour\b"), timedelta(minutes=30)),
    (re.compile(r"\bun quart d heure\b|\ba quarter of an hour\b"), timedelta(minutes=15)),
    (
        re.compile(
            rf"{_COUNT}\s*(?:h|heures?|hours?|hrs?)"
            r"(?:\s*(?P<extra>\d{1,2})\s*(?:min|minutes?|mn|m)?)?\b"
        ),
        timedelta(hours=1),
    ),
    (re.compile(rf"{_COUNT}\s*(?:mins?|minutes?|mn|m)\b"), timedelta(minutes=1)),
)
_MORE = (
    (re.compile(r"\bet demie?\b|\band a half\b"), timedelta(minutes=30)),
    (re.compile(r"\bet quart\b"), timedelta(minutes=15)),
)
_DAYS = (
    (re.compile(rf"{_COUNT}\s*(?:jours?|days?|j|d)\b"), 1),
    (re.compile(rf"{_COUNT}\s*(?:semaines?|weeks?|sem|w)\b"), 7),
)


def after(words: str, now: datetime) -> datetime | None:
    """Return the moment that far from now; None when it is not a distance.

    "40 min" and "2 heures" are distances by themselves, "9h" is an hour of the day.
    """
    ahead = _AHEAD.match(words)
    if ahead is None and _BARE.match(words) is None:
        return None
    rest = words[ahead.end() :] if ahead else words
    for pattern, length in _DAYS:
        if match := pattern.search(rest):
            return _days_later(round(_number(match) * length), without(rest, match), now)
    spell, rest = _time_in(rest)
    return later(now, spell) if spell is not None and only_filler(rest) else None


def _days_later(days: int, rest: str, now: datetime) -> datetime | None:
    """Return the same hour, or the one that is named, that many days on."""
    hour, rest = find_hour(rest, bare=True)
    if not only_filler(rest):
        return None
    then = now + timedelta(days=days)
    return then if hour is None else combined(then.date(), hour, now)


def _time_in(rest: str) -> tuple[timedelta | None, str]:
    """Add up the hours and minutes of the text; return what is left of it too."""
    total: timedelta | None = None
    for pattern, unit in _TIMES:
        if match := pattern.search(rest):
            total = (total or timedelta()) + unit * _number(match) + _extra(match)
            rest = without(rest, match)
    if total is None:
        return None, rest
    for pattern, length in _MORE:
        rest, found = pattern.subn(" ", rest, count=1)
        total += length * found
    return total, rest


def _number(match: re.Match[str]) -> float:
    count = match.groupdict().get("count", "1")
    return _NUMBERS[count] if count in _NUMBERS else float(count.replace(",", "."))


def _extra(match: re.Match[str]) -> timedelta:
    return timedelta(minutes=int(match.groupdict().get("extra") or 0))
