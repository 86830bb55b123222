"""Hours of the day: "9h30", "2 pm", "midi", "ce soir"."""

import re
from dataclasses import dataclass, replace
from datetime import timedelta

from pupitre.ui.when.words import without


def _at(hour: int, minute: int = 0) -> timedelta:
    return timedelta(hours=hour, minutes=minute)


NOON = _at(12)


@dataclass(frozen=True, slots=True)
class Hour:
    """A time since midnight; 24 h is the midnight that ends the day."""

    since_midnight: timedelta
    otherwise: tuple[timedelta, ...] = ()
    """What it means when that is past: "ce soir", said at 19:00."""
    of_today: bool = False
    """"Ce soir" is today's evening; "18:47" is the next one."""


_MORNING = Hour(_at(9))
_AFTERNOON = Hour(_at(14))
_EVENING = Hour(_at(18), (_at(20), _at(22)))
_PARTS = (
    (r"ce soir|this evening|tonight", replace(_EVENING, of_today=True)),
    (
        r"(?:cet|this) (?:apres midi|aprem|afternoon)",
        Hour(_at(14), (_at(16), _at(18)), of_today=True),
    ),
    (r"(?:ce matin|this morning)", Hour(_at(9), (_at(11),), of_today=True)),
    (r"(?:dans l |in the |de l )?(?:apres midi|aprem|afternoon)", _AFTERNOON),
    (r"(?:au |du |in the |le )?(?:matin|morning)", _MORNING),
    (r"(?:au |du |in the |le )?(?:soir|evening)", _EVENING),
)
_NAMED = (
    *((re.compile(rf"\b(?:{words})\b"), hour) for words, hour in _PARTS),
    (re.compile(r"\b(?:midi|noon|midday)\b"), Hour(NOON)),
    (re.compile(r"\b(?:minuit|midnight)\b"), Hour(_at(24))),
)
_TWELVE = re.compile(r"\b(\d{1,2})(?:[:.h](\d{2}))?\s*([ap])\.?\s?m\b\.?")
_CLOCK = re.compile(r"\b(\d{1,2})\s*(?::\s*(\d{2})|h(?:eures?)?\s*(\d{2})?)(?::\d{2})?(?!\w)")
_ROUND = re.compile(r"\b(\d{1,2}) o clock\b")
_AT = re.compile(r"\b(?:a|at|vers|around) (\d{1,2})\b(?! ?\w)")
_BARE = re.compile(r"\b(\d{1,2})\b")


def find_hour(text: str, *, bare: bool) -> tuple[Hour | None, str]:
    """Return the hour named in the text and what is left; a `bare` number may be one."""
    hour, rest = _figures(text, bare=bare)
    part, left = _named(rest)
    if hour is None or part is None:
        return hour or part, left
    return _within(hour, part), left


def _figures(text: str, *, bare: bool) -> tuple[Hour | None, str]:
    if match := _TWELVE.search(text):
        return _twelve(match), without(text, match)
    for pattern in (_CLOCK, _ROUND, _AT, *((_BARE,) if bare else ())):
        if match := pattern.search(text):
            return _twenty_four(match), without(text, match)
    return None, text


def _named(text: str) -> tuple[Hour | None, str]:
    for pattern, hour in _NAMED:
        if match := pattern.search(text):
            return hour, without(text, match)
    return None, text


def _within(hour: Hour, part: Hour) -> Hour:
    """Return "8h du soir" as 20:00 and "ce soir 20h" as today's."""
    late = part.since_midnight >= NOON and hour.since_midnight < NOON
    since_midnight = hour.since_midnight + NOON if late else hour.since_midnight
    return Hour(since_midnight, of_today=part.of_today)


def _twelve(match: re.Match[str]) -> Hour:
    hour = int(match[1])
    if not 1 <= hour <= 12:
        raise ValueError(match[0])
    return _valid(hour % 12 + (12 if match[3] == "p" else 0), int(match[2] or 0))


def _twenty_four(match: re.Match[str]) -> Hour:
    return _valid(int(match[1]), int(next((it for it in match.groups()[1:] if it), 0)))


def _valid(hour: int, minute: int) -> Hour:
    """Return the hour; ValueError: no clock shows it."""
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        raise ValueError(hour, minute)
    return Hour(_at(hour, minute))
