"""Opening hours: whether a mission is open, and when that changes."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pupitre.domain.hours import Opening, opening
from pupitre.domain.mission import OpeningHours

PARIS = ZoneInfo("Europe/Paris")
WEEK = (1, 2, 3, 4, 5)
OFFICE = (
    OpeningHours(days=WEEK, start="09:00", end="12:30"),
    OpeningHours(days=WEEK, start="13:30", end="18:00"),
)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """Return an instant of the week of Monday 23 November 2026, by Paris' clock."""
    monday = datetime(2026, 11, 23, hour, minute, tzinfo=PARIS)
    return (monday + timedelta(days=day - 1)).astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "stands"),
    [
        (at(1, 9), Opening(closes_at=at(1, 12, 30))),
        (at(1, 12, 29), Opening(closes_at=at(1, 12, 30))),
        (at(1, 12, 30), Opening(is_open=False, opens_at=at(1, 13, 30))),
        (at(1, 8, 59), Opening(is_open=False, opens_at=at(1, 9))),
        (at(1, 18), Opening(is_open=False, opens_at=at(2, 9))),
        (at(5, 18), Opening(is_open=False, opens_at=at(8, 9))),
        (at(7, 12), Opening(is_open=False, opens_at=at(8, 9))),
    ],
)
def test_office_hours(now: datetime, stands: Opening) -> None:
    assert opening(OFFICE, PARIS, now) == stands


def test_without_hours_it_is_always_open() -> None:
    assert opening((), PARIS, at(7, 3)) == Opening()


def test_a_whole_week_never_closes() -> None:
    always = (OpeningHours(days=(1, 2, 3, 4, 5, 6, 7), start="00:00", end="24:00"),)
    assert opening(always, PARIS, at(3, 12)) == Opening()


def test_hours_that_touch_at_midnight_are_one() -> None:
    night = (
        OpeningHours(days=(5,), start="20:00", end="24:00"),
        OpeningHours(days=(6,), start="00:00", end="02:00"),
    )
    assert opening(night, PARIS, at(5, 23)) == Opening(closes_at=at(6, 2))
    assert opening(night, PARIS, at(6, 1)) == Opening(closes_at=at(6, 2))
    assert opening(night, PARIS, at(6, 2)) == Opening(is_open=False, opens_at=at(12, 20))


def test_one_day_off_closes_the_rest_of_the_week() -> None:
    six = (OpeningHours(days=(1, 2, 3, 4, 5, 6), start="00:00", end="24:00"),)
    assert opening(six, PARIS, at(1, 0)) == Opening(closes_at=at(7, 0))
    assert opening(six, PARIS, at(7, 12)) == Opening(is_open=False, opens_at=at(8, 0))


def test_hours_follow_the_clock_on_the_wall() -> None:
    before = datetime(2026, 10, 24, 20, tzinfo=UTC)  # the night when summer time ends
    sunday = (OpeningHours(days=(7,), start="09:00", end="18:00"),)
    assert opening(sunday, PARIS, before).opens_at == datetime(2026, 10, 25, 8, tzinfo=UTC)


hours = st.lists(
    st.builds(
        lambda days, start, length: OpeningHours(
            days=tuple(days), start=f"{start:02}:00", end=f"{min(24, start + length):02}:00"
        ),
        st.sets(st.integers(1, 7), min_size=1),
        st.integers(0, 23),
        st.integers(1, 24),
    ),
    min_size=1,
    max_size=3,
)
moments = st.integers(0, 14 * 24 * 60).map(lambda minutes: at(1, 0) + timedelta(minutes=minutes))


@given(hours, moments)
def test_nothing_changes_before_it_is_said_to(every: list[OpeningHours], now: datetime) -> None:
    stands = opening(every, PARIS, now)
    change = stands.closes_at if stands.is_open else stands.opens_at
    assert (stands.opens_at is None) or not stands.is_open
    if change is None:
        assert stands.is_open
        return
    assert change > now
    just_before = opening(every, PARIS, change - timedelta(milliseconds=1))
    assert just_before.is_open is stands.is_open
    assert opening(every, PARIS, change).is_open is not stands.is_open
