"""Stretches of days that figures are asked for, in local time."""

from datetime import datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from pupitre.ui import moments

translate = QCoreApplication.translate


class Period(StrEnum):
    """What an expert compares: days, weeks from Monday, months."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    THIS_WEEK = "this_week"
    LAST_WEEK = "last_week"
    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"


def name(period: Period) -> str:
    """Return what a period is called."""
    return {
        Period.TODAY: translate("Periods", "Today"),
        Period.YESTERDAY: translate("Periods", "Yesterday"),
        Period.THIS_WEEK: translate("Periods", "This week"),
        Period.LAST_WEEK: translate("Periods", "Last week"),
        Period.THIS_MONTH: translate("Periods", "This month"),
        Period.LAST_MONTH: translate("Periods", "Last month"),
    }[period]


def span(period: Period, now: datetime) -> tuple[datetime, datetime]:
    """Return from when until when; what goes on still ends now."""
    today = _midnight(now)
    match period:
        case Period.TODAY:
            return today, now
        case Period.YESTERDAY:
            return _back(today, 1), today
        case Period.THIS_WEEK:
            return _back(today, today.weekday()), now
        case Period.LAST_WEEK:
            monday = _back(today, today.weekday())
            return _back(monday, 7), monday
        case Period.THIS_MONTH:
            return today.replace(day=1), now
        case Period.LAST_MONTH:
            first = today.replace(day=1)
            return _back(first, 1).replace(day=1), first


def _midnight(now: datetime) -> datetime:
    return moments.local(now).replace(hour=0, minute=0, second=0, microsecond=0)


def _back(midnight: datetime, days: int) -> datetime:
    """Return an earlier midnight, also across a change of the clock."""
    return midnight - timedelta(days=days)
