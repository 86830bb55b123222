"""Days: "demain", "next monday", "24/12", "3 décembre 2026"."""

import calendar
import re
from datetime import date, datetime, timedelta

from pupitre.ui.when.words import without

_WEEKDAYS = ("lundi|monday|mon|lun", "mardi|tuesday|tue|tues", "mercredi|wednesday|wed|mer",
             "jeudi|thursday|thu|thurs|jeu", "vendredi|friday|fri|ven", "samedi|saturday|sat|sam",
             "dimanche|sunday|sun|dim")  # fmt: skip
_MONTHS = ("janvier|january|janv|jan", "fevrier|february|fevr|feb", "mars|march|mar",
           "avril|april|avr|apr", "mai|may", "juin|june|jun", "juillet|july|juil|jul",
           "aout|august|aug", "septembre|september|sept|sep", "octobre|october|oct",
           "novembre|november|nov", "decembre|december|dec")  # fmt: skip
_RELATIVE = (
    (re.compile(r"\b(?:apres demain|(?:the )?day after tomorrow|surlendemain)\b"), 2),
    (re.compile(r"\b(?:demain|tomorrow|tmrw)\b"), 1),
    (re.compile(r"\b(?:aujourd hui|today)\b"), 0),
)
_NEXT_WEEK = re.compile(r"\b(?:semaine prochaine|next week)\b")
_NUMERIC = re.compile(r"\b(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?(?![\d/])\.?")
_MONTH = "|".join(f"(?P<m{number}>{names})" for number, names in enumerate(_MONTHS, 1))
_DAY_MONTH = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?(?: of)? (?:{_MONTH})\b\.?(?: (?P<year>20\d\d)\b)?"
)
_MONTH_DAY = re.compile(
    rf"\b(?:{_MONTH})\b\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:h])(?: (?P<year>20\d\d)\b)?"
)
_OF_MONTH = re.compile(
    rf"\b(?:le|the)(?: (?:{'|'.join(_WEEKDAYS)}))? (\d{{1,2}})(?:er|st|nd|rd|th)?\b(?! ?[:h])"
)
_DAY_NAMES = tuple(
    re.compile(rf"\b(?P<next>next )?(?:{names})\b\.?(?P<prochain> prochain)?")
    for names in _WEEKDAYS
)


def find_day(text: str, now: datetime) -> tuple[date | None, str]:
    """Return the day named in the text and what is left of it; ValueError: no such day."""
    today = now.date()
    for pattern, ahead in _RELATIVE:
        if match := pattern.search(text):
            return today + timedelta(days=ahead), without(text, match)
    return _dated(text, today) or _weekday(text, today) or (None, text)


def _dated(text: str, today: date) -> tuple[date, str] | None:
    for pattern in (_DAY_MONTH, _MONTH_DAY):
        if match := pattern.search(text):
            month = next(n for n in range(1, 13) if match[f"m{n}"])
            named = _this_or_next_year(today, month, int(match["day"]), match["year"])
            return named, _without_weekday(without(text, match))
    if match := _NUMERIC.search(text):
        day, month = int(match[1]), int(match[2])
        if month > 12 >= day:
            day, month = month, day
        return _this_or_next_year(today, month, day, match[3]), without(text, match)
    if match := _OF_MONTH.search(text):
        return _next_of_month(today, int(match[1])), _without_weekday(without(text, match))
    return None


def _next_of_month(today: date, day: int) -> date:
    """Return the next day of that number: "le 30"."""
    if not 1 <= day <= 31:
        raise ValueError(day)
    found = today
    while found.day != day:
        found += timedelta(days=1)
    return found


def _this_or_next_year(today: date, month: int, day: int, year: str | None) -> date:
    if year is not None:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    leap = (month, day) == (2, 29)
    candidates = [y for y in range(today.year, today.year + 9) if not leap or calendar.isleap(y)]
    return next(it for y in candidates if (it := date(y, month, day)) >= today)


def _without_weekday(text: str) -> str:
    """Drop the weekday said along with a date: "jeudi 24 décembre"."""
    for pattern in _DAY_NAMES:
        text = pattern.sub(" ", text)
    return text


def _weekday(text: str, today: date) -> tuple[date, str] | None:
    """Return the coming day of that name, never today."""
    for number, pattern in enumerate(_DAY_NAMES):
        if match := pattern.search(text):
            ahead = (number - today.weekday() - 1) % 7 + 1
            return today + timedelta(days=ahead), _NEXT_WEEK.sub(" ", without(text, match))
    if match := _NEXT_WEEK.search(text):
        return today + timedelta(days=7 - today.weekday()), without(text, match)
    return None
