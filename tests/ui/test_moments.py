"""Durations and instants as people read them."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from pupitre.ui import moments
from tests.support.screen import NOON

TONIGHT = NOON + timedelta(hours=3)
TOMORROW = NOON + timedelta(hours=17, minutes=13)
NEXT_WEEK = NOON + timedelta(days=8)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(-5, "0:00"), (21, "0:21"), (725, "12:05"), (3725, "1:02:05"), (90000, "25:00:00")],
)
def test_the_reply_clock_counts_in_seconds(seconds: int, shown: str) -> None:
    assert moments.reply_clock(timedelta(seconds=seconds)) == shown


@pytest.mark.parametrize(
    ("duration", "short", "lasting"),
    [
        (timedelta(seconds=3), "now", "under a minute"),
        (timedelta(minutes=6), "6 min", "6 min"),
        (timedelta(hours=2, minutes=5), "2 h", "2 h 05"),
        (timedelta(hours=2), "2 h", "2 h"),
        (timedelta(days=1), "1 d", "1 day"),
        (timedelta(days=3, hours=7), "3 d", "3 days"),
    ],
)
def test_durations_are_short_on_a_card_and_longer_in_a_sentence(
    screen: QApplication, duration: timedelta, short: str, lasting: str
) -> None:
    assert moments.short(duration) == short
    assert moments.lasting(duration) == lasting


def test_a_duration_is_read_aloud_in_whole_words(screen: QApplication) -> None:
    assert moments.spoken(timedelta(seconds=21)) == "21 seconds"
    assert moments.spoken(timedelta(minutes=1)) == "1 minute"
    assert moments.spoken(timedelta(hours=5)) == "5 hours"
    assert moments.spoken(timedelta(days=2)) == "2 days"


def test_a_wake_time_is_told_in_local_time(screen: QApplication) -> None:
    assert moments.back(TONIGHT, NOON) == "Back today 18:47"
    assert moments.back(TOMORROW, NOON) == "Back tomorrow 09:00"
    assert moments.back(NEXT_WEEK, NOON) == "Back Mon 30 Nov 15:47"
    assert [moments.short_wake(it, NOON) for it in (TONIGHT, TOMORROW, NEXT_WEEK)] == [
        "18:47",
        "tomorrow",
        "30 Nov",
    ]


def test_a_wake_time_in_french(french: QApplication) -> None:
    assert moments.back(TONIGHT, NOON) == "Retour à 18:47"
    assert moments.pause_until(TOMORROW, NOON) == "Mettre en pause jusqu’à demain 09:00"
    assert moments.wake(NEXT_WEEK, NOON) == "lun. 30 nov. 15:47"
    assert moments.pause_again(NEXT_WEEK, NOON) == "Remettre en pause jusqu’au lun. 30 nov. 15:47"


def test_buttons_name_the_moment(screen: QApplication) -> None:
    assert moments.pause_until(TONIGHT, NOON) == "Pause until 18:47"
    assert moments.pause_until(NEXT_WEEK, NOON) == "Pause until Mon 30 Nov 15:47"
    assert moments.pause_again(TONIGHT, NOON) == "Pause again to 18:47"
    assert moments.pause_again(TOMORROW, NOON) == "Pause again to tomorrow 09:00"
    assert moments.brief(TOMORROW, NOON) == "09:00"
    assert moments.brief(NOON + timedelta(days=3), NOON) == "Wed 15:47"
    assert moments.brief(NEXT_WEEK, NOON) == "30 Nov 15:47"


def test_days_separate_a_thread(screen: QApplication) -> None:
    assert moments.day(NOON, NOON) == "Today"
    assert moments.day(NOON - timedelta(days=1), NOON) == "Yesterday"
    assert moments.day(NOON - timedelta(days=6), NOON) == "Monday 16 November"
    assert moments.day(NOON - timedelta(days=365), NOON) == "Saturday 22 November 2025"


def test_a_day_begins_at_local_midnight(screen: QApplication) -> None:
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    assert moments.day(late, NOON) == "Tomorrow"


def test_the_past_names_its_day_when_it_is_another(screen: QApplication) -> None:
    assert moments.moment_past(NOON, NOON) == "15:47"
    assert moments.moment_past(NOON - timedelta(days=1), NOON) == "yesterday 15:47"
    assert moments.moment_past(NOON - timedelta(days=10), NOON) == "12 Nov 15:47"
    assert moments.ago(NOON - timedelta(minutes=6), NOON) == "6 min ago"
    assert moments.ago(NOON, NOON) == "just now"


@pytest.mark.parametrize("minutes", range(0, 240, 30))
def test_the_local_zone_knows_when_the_clocks_go_back(paris: None, minutes: int) -> None:
    moment = datetime(2026, 10, 24, 23, tzinfo=UTC) + timedelta(minutes=minutes)
    assert moment.astimezone(moments.LOCAL).astimezone(UTC) == moment


def test_the_local_zone_is_right_on_both_sides_of_a_clock_change(paris: None) -> None:
    summer = datetime(2026, 10, 24, 9, tzinfo=moments.LOCAL)
    winter = datetime(2026, 10, 25, 9, tzinfo=moments.LOCAL)
    assert (summer.utcoffset(), winter.utcoffset()) == (timedelta(hours=2), timedelta(hours=1))
    assert (summer.tzname(), winter.dst()) == ("CEST", None)
