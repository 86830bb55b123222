"""Days, weeks from Monday and months, in local time."""

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication

from pupitre.ui import moments, periods
from pupitre.ui.periods import Period

SUNDAY = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)
pytestmark = pytest.mark.usefixtures("paris")


def days(period: Period, now: datetime = SUNDAY) -> tuple[str, str]:
    since, until = (moments.local(it) for it in periods.span(period, now))
    return f"{since:%d/%m %H:%M}", f"{until:%d/%m %H:%M}"


def test_what_goes_on_ends_now() -> None:
    for period in (Period.TODAY, Period.THIS_WEEK, Period.THIS_MONTH):
        assert periods.span(period, SUNDAY)[1] == SUNDAY


def test_a_week_begins_on_monday() -> None:
    assert days(Period.THIS_WEEK)[0] == "16/11 00:00"
    assert days(Period.LAST_WEEK) == ("09/11 00:00", "16/11 00:00")


def test_months_and_days_follow_the_calendar() -> None:
    assert days(Period.LAST_MONTH) == ("01/10 00:00", "01/11 00:00")
    assert days(Period.YESTERDAY) == ("21/11 00:00", "22/11 00:00")
    assert days(Period.TODAY)[0] == "22/11 00:00"


def test_a_day_that_is_an_hour_longer_begins_at_midnight_too() -> None:
    assert days(Period.LAST_WEEK, datetime(2026, 10, 29, 12, tzinfo=UTC)) == (
        "19/10 00:00",
        "26/10 00:00",
    )


@pytest.mark.parametrize("period", list(Period))
def test_each_has_a_name(french: QApplication, period: Period) -> None:
    assert periods.name(period)
    assert periods.name(period) != str(period)
