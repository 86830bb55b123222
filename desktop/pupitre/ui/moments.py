"""Durations and instants as people read them, in local time."""

from datetime import UTC, date, datetime, timedelta, tzinfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime
from typing_extensions import override

from pupitre.ui.counts import Counts

translate = QCoreApplication.translate

_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)


class _LocalZone(tzinfo):
    """This computer's time zone, summer time included: it asks the system for each moment."""

    @override
    def utcoffset(self, dt: datetime | None) -> timedelta | None:
        return dt.replace(tzinfo=None).astimezone().utcoffset() if dt else None

    @override
    def dst(self, dt: datetime | None) -> timedelta | None:
        return None

    @override
    def tzname(self, dt: datetime | None) -> str | None:
        return dt.replace(tzinfo=None).astimezone().tzname() if dt else None

    @override
    def fromutc(self, dt: datetime) -> datetime:
        fixed = dt.replace(tzinfo=UTC).astimezone()
        wall = fixed.replace(tzinfo=None)
        again = wall.astimezone().utcoffset() != fixed.utcoffset()
        return wall.replace(tzinfo=self, fold=int(again))


LOCAL = _LocalZone()
"""Where this computer is; unlike a fixed offset it is right on both sides of a clock change."""


def local(moment: datetime) -> datetime:
    """Return the instant in this computer's time zone."""
    return moment.astimezone(LOCAL)


def on_the_wall(moment: datetime) -> datetime:
    """Return what clock and calendar show then; not to be reckoned with, unlike `local`.

    It takes a sixth of the time, and is asked for every row of a thread.
    """
    return moment.astimezone()


def clock(moment: datetime) -> str:
    """Return the time of day: "18:47"."""
    at = on_the_wall(moment)
    return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


def reply_clock(waited: timedelta) -> str:
    """Return how long a visitor has waited, as a clock: "0:21", "12:05", "1:02:05"."""
    seconds = max(0, int(waited.total_seconds()))
    minutes, second = divmod(seconds, 60)
    if minutes < 60:
        return f"{minutes}:{second:02}"
    return f"{minutes // 60}:{minutes % 60:02}:{second:02}"


def short(duration: timedelta) -> str:
    """Return a duration for a card: "now", "6 min", "2 h", "3 d"."""
    if duration < _MINUTE:
        return translate("Moments", "now")
    if duration < _HOUR:
        return translate("Moments", "{n} min").format(n=duration // _MINUTE)
    if duration < _DAY:
        return translate("Moments", "{n} h").format(n=duration // _HOUR)
    return translate("Moments", "{n} d").format(n=duration // _DAY)


def lasting(duration: timedelta) -> str:
    """Return a duration for a sentence: "under a minute", "6 min", "2 h 15", "3 days"."""
    if duration < _MINUTE:
        return translate("Moments", "under a minute")
    if duration < _HOUR:
        return translate("Moments", "{n} min").format(n=duration // _MINUTE)
    if duration >= _DAY:
        return Counts.days(duration // _DAY)
    hours, minutes = duration // _HOUR, duration % _HOUR // _MINUTE
    if minutes:
        return translate("Moments", "{hours} h {minutes:02}").format(hours=hours, minutes=minutes)
    return translate("Moments", "{n} h").format(n=hours)


def ago(moment: datetime, now: datetime) -> str:
    """Return how long ago: "just now", "6 min ago", "2 h 15 ago", "3 days ago"."""
    passed = now - moment
    if passed < _MINUTE:
        return translate("Moments", "just now")
    return translate("Moments", "{duration} ago").format(duration=lasting(passed))


def spoken(duration: timedelta) -> str:
    """Return a duration in full words, to be read aloud: "21 seconds", "6 minutes"."""
    if duration < _MINUTE:
        return Counts.seconds(max(0, int(duration.total_seconds())))
    if duration < _HOUR:
        return Counts.minutes(duration // _MINUTE)
    if duration < _DAY:
        return Counts.hours(duration // _HOUR)
    return Counts.days(duration // _DAY)


def _days_apart(moment: datetime, now: datetime) -> int:
    return (local(moment).date() - local(now).date()).days


def day(moment: datetime, now: datetime) -> str:
    """Return the day for a separator: "Today", "Yesterday", "Monday 16 November"."""
    match _days_apart(moment, now):
        case 0:
            return translate("Moments", "Today")
        case -1:
            return translate("Moments", "Yesterday")
        case 1:
            return translate("Moments", "Tomorrow")
    at, today = local(moment).date(), local(now).date()
    if at.year == today.year:
        written = _date(at, translate("Moments", "dddd d MMMM", "Qt date format"))
    else:
        written = _date(at, translate("Moments", "dddd d MMMM yyyy", "Qt date format"))
    return written[:1].upper() + written[1:]


def short_day(moment: datetime) -> str:
    """Return a day in the history: "12 Nov"."""
    return _date(local(moment).date(), translate("Moments", "d MMM", "Qt date format"))


def _near(moment: datetime) -> str:
    """Return a day some way off: "Mon 30 Nov"."""
    return _date(local(moment).date(), translate("Moments", "ddd d MMM", "Qt date format"))


def _date(at: date, pattern: str) -> str:
    return QLocale().toString(QDate(at.year, at.month, at.day), pattern)


def moment_past(moment: datetime, now: datetime) -> str:
    """Return an instant gone by, the day only when it was not today: "15:47", "12 Nov 15:47"."""
    match _days_apart(moment, now):
        case 0:
            return clock(moment)
        case -1:
            return translate("Moments", "yesterday {time}").format(time=clock(moment))
    return translate("Moments", "{date} {time}").format(date=short_day(moment), time=clock(moment))


def wake(until: datetime, now: datetime) -> str:
    """Return when a pause ends, in a sentence: "today 18:47", "Mon 30 Nov 14:00"."""
    match _days_apart(until, now):
        case 0:
            return translate("Moments", "today {time}").format(time=clock(until))
        case 1:
            return translate("Moments", "tomorrow {time}").format(time=clock(until))
    return translate("Moments", "{date} {time}").format(date=_near(until), time=clock(until))


def back(until: datetime, now: datetime) -> str:
    """Return "Back today 18:47", "Back tomorrow 09:00", "Back Mon 30 Nov 14:00"."""
    match _days_apart(until, now):
        case 0:
            return translate("Moments", "Back today {time}").format(time=clock(until))
        case 1:
            return translate("Moments", "Back tomorrow {time}").format(time=clock(until))
    return translate("Moments", "Back {date} {time}").format(date=_near(until), time=clock(until))


def short_wake(until: datetime, now: datetime) -> str:
    """Return when a pause ends, for the corner of a card: "18:47", "tomorrow", "30 Nov"."""
    match _days_apart(until, now):
        case 0:
            return clock(until)
        case 1:
            return translate("Moments", "tomorrow")
    return short_day(until)


def pause_until(until: datetime, now: datetime) -> str:
    """Return a button: "Pause until 18:47", "Pause until tomorrow 09:00"."""
    match _days_apart(until, now):
        case 0:
            return translate("Moments", "Pause until {time}").format(time=clock(until))
        case 1:
            return translate("Moments", "Pause until tomorrow {time}").format(time=clock(until))
    return translate("Moments", "Pause until {date} {time}").format(
        date=_near(until), time=clock(until)
    )


def pause_again(until: datetime, now: datetime) -> str:
    """Return a notification's button: "Pause again to 18:47"."""
    match _days_apart(until, now):
        case 0:
            return translate("Moments", "Pause again to {time}").format(time=clock(until))
        case 1:
            return translate("Moments", "Pause again to tomorrow {time}").format(time=clock(until))
    return translate("Moments", "Pause again to {date} {time}").format(
        date=_near(until), time=clock(until)
    )


def brief(moment: datetime, now: datetime) -> str:
    """Return a moment within a day as its time, a later one with its weekday: "Mon 09:00"."""
    if moment - now < _DAY:
        return clock(moment)
    if _days_apart(moment, now) < 7:
        weekday = _date(local(moment).date(), translate("Moments", "ddd", "Qt date format"))
        return translate("Moments", "{date} {time}").format(date=weekday, time=clock(moment))
    return translate("Moments", "{date} {time}").format(date=short_day(moment), time=clock(moment))
