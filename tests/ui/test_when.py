"""Moments as people write them, in French and English."""

import string
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pupitre.ui.when import parse

PARIS = ZoneInfo("Europe/Paris")
SUNDAY = datetime(2026, 11, 22, 15, 47, tzinfo=PARIS)
MOMENTS = st.datetimes(
    datetime(2020, 1, 1),  # noqa: DTZ001 - Hypothesis adds the zone
    datetime(2040, 1, 1),  # noqa: DTZ001 - Hypothesis adds the zone
    timezones=st.just(PARIS),
    allow_imaginary=False,
)

WORDS = """
demain lundi tomorrow friday 9h 9h30 24/12 in dans 2 h min jours à at soir 29 février 2027 pm
next prochain et demie + . midi minuit week 40 1er janvier an and a half
"""


def said(text: str, now: datetime = SUNDAY) -> str | None:
    moment = parse(text, now)
    return moment.strftime("%a %d/%m/%Y %H:%M") if moment else None


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("demain 9h", "Mon 23/11/2026 09:00"),
        ("demain à 9h30", "Mon 23/11/2026 09:30"),
        ("DEMAIN  à  9 H 30", "Mon 23/11/2026 09:30"),
        ("9h demain", "Mon 23/11/2026 09:00"),
        ("tomorrow 9am", "Mon 23/11/2026 09:00"),
        ("tomorrow at 9", "Mon 23/11/2026 09:00"),
        ("at 5 pm tomorrow", "Mon 23/11/2026 17:00"),
        ("lundi 14h", "Mon 23/11/2026 14:00"),
        ("monday 14:00", "Mon 23/11/2026 14:00"),
        ("dimanche 10h", "Sun 29/11/2026 10:00"),
        ("lundi prochain", "Mon 23/11/2026 09:00"),
        ("ven 10h", "Fri 27/11/2026 10:00"),
        ("le 30", "Mon 30/11/2026 09:00"),
        ("le lundi 30 à 9h", "Mon 30/11/2026 09:00"),
        ("Monday the 30th at 2pm", "Mon 30/11/2026 14:00"),
        ("le 31", "Thu 31/12/2026 09:00"),
        ("lundi 30 novembre 14h", "Mon 30/11/2026 14:00"),
        ("vendredi soir", "Fri 27/11/2026 18:00"),
        ("semaine prochaine", "Mon 23/11/2026 09:00"),
        ("24/12 10h", "Thu 24/12/2026 10:00"),
        ("10h le 24.12.", "Thu 24/12/2026 10:00"),
        ("le 24 décembre à 10h", "Thu 24/12/2026 10:00"),
        ("Dec 24, 10am", "Thu 24/12/2026 10:00"),
        ("2026-12-24 10:00", "Thu 24/12/2026 10:00"),
        ("1er janvier 9h", "Fri 01/01/2027 09:00"),
        ("29 février", "Tue 29/02/2028 09:00"),
        ("après-demain", "Tue 24/11/2026 09:00"),
        ("day after tomorrow 8:30 pm", "Tue 24/11/2026 20:30"),
    ],
)
def test_a_day_is_understood_with_or_without_its_hour(text: str, moment: str) -> None:
    assert said(text) == moment


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("in 40 min", "Sun 22/11/2026 16:27"),
        ("40 min", "Sun 22/11/2026 16:27"),
        ("+40 min", "Sun 22/11/2026 16:27"),
        ("dans 2 h", "Sun 22/11/2026 17:47"),
        ("in 1h30", "Sun 22/11/2026 17:17"),
        ("dans 2 heures et 15 minutes", "Sun 22/11/2026 18:02"),
        ("une heure et demie", "Sun 22/11/2026 17:17"),
        ("in an hour and a half", "Sun 22/11/2026 17:17"),
        ("dans une demi-heure", "Sun 22/11/2026 16:17"),
        ("dans un quart d’heure", "Sun 22/11/2026 16:02"),
        ("dans 3 jours", "Wed 25/11/2026 15:47"),
        ("dans 3 jours à 9h", "Wed 25/11/2026 09:00"),
        ("in 2 weeks", "Sun 06/12/2026 15:47"),
    ],
)
def test_a_distance_counts_from_now(text: str, moment: str) -> None:
    assert said(text) == moment


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("18:47", "Sun 22/11/2026 18:47"),
        ("15h47", "Mon 23/11/2026 15:47"),
        ("jusqu’à 18h", "Sun 22/11/2026 18:00"),
        ("à midi", "Mon 23/11/2026 12:00"),
        ("minuit", "Mon 23/11/2026 00:00"),
        ("12am", "Mon 23/11/2026 00:00"),
        ("12 pm", "Mon 23/11/2026 12:00"),
        ("ce soir", "Sun 22/11/2026 18:00"),
        ("tonight at 8", "Sun 22/11/2026 20:00"),
        ("8h du soir", "Sun 22/11/2026 20:00"),
        ("cet après-midi", "Sun 22/11/2026 16:00"),
    ],
)
def test_an_hour_alone_is_the_next_one_to_come(text: str, moment: str) -> None:
    assert said(text) == moment


def test_this_evening_said_in_the_evening_is_later_that_evening() -> None:
    assert said("ce soir", SUNDAY.replace(hour=18, minute=30)) == "Sun 22/11/2026 20:00"


def test_today_may_be_past_and_the_dialog_says_so() -> None:
    assert said("aujourd’hui 9h") == "Sun 22/11/2026 09:00"


@pytest.mark.parametrize(
    "text",
    ["", "bonjour", "dans", "a", "24/13", "99h", "9h75", "31 février", "le 32", "demain ou lundi",
     "13pm", "in 99999 years", "9" * 500],
)  # fmt: skip
def test_other_words_name_no_moment(text: str) -> None:
    assert parse(text, SUNDAY) is None


def test_an_hour_of_the_day_is_kept_when_summer_time_ends() -> None:
    saturday = datetime(2026, 10, 24, 15, 0, tzinfo=PARIS)
    moment = parse("demain 9h", saturday)
    assert moment is not None
    assert moment.astimezone(UTC).hour == 8


def test_a_distance_in_hours_is_real_time_when_summer_time_ends() -> None:
    saturday = datetime(2026, 10, 24, 15, 0, tzinfo=PARIS)
    moment = parse("dans 24 heures", saturday)
    assert moment is not None
    assert moment.astimezone(UTC) - saturday.astimezone(UTC) == timedelta(hours=24)
    assert moment.hour == 14


def test_an_hour_that_summer_time_skips_is_the_one_after() -> None:
    saturday = datetime(2026, 3, 28, 15, 0, tzinfo=PARIS)
    assert said("demain 2h30", saturday) == "Sun 29/03/2026 03:30"


@given(now=MOMENTS, minutes=st.integers(1, 2000))
def test_minutes_from_now_are_exact(now: datetime, minutes: int) -> None:
    expected = now.astimezone(UTC) + timedelta(minutes=minutes)
    for words in (f"in {minutes} min", f"dans {minutes} minutes"):
        moment = parse(words, now)
        assert moment is not None
        assert moment.astimezone(UTC) == expected


@given(now=MOMENTS, hour=st.integers(0, 23), minute=st.integers(0, 59))
def test_an_hour_alone_is_always_ahead_and_within_a_day(
    now: datetime, hour: int, minute: int
) -> None:
    moment = parse(f"{hour}h{minute:02}", now)
    assert moment is not None
    assert timedelta() < moment.astimezone(UTC) - now.astimezone(UTC) <= timedelta(hours=25)


@given(now=MOMENTS, text=st.text(string.printable + "éàûôç’«»–\u00a0\u202f٣", max_size=40))
def test_nothing_that_is_written_breaks_it(now: datetime, text: str) -> None:
    moment = parse(text, now)
    assert moment is None or moment.utcoffset() is not None


@given(
    now=MOMENTS,
    words=st.lists(
        st.sampled_from(WORDS.split()),
        max_size=6,
    ),
)
def test_any_order_of_known_words_is_answered(now: datetime, words: list[str]) -> None:
    moment = parse(" ".join(words), now)
    assert moment is None or moment.tzinfo is PARIS
