"""Figures are written as people read them; what was not measured is a dash, never 0."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from pupitre.domain.statistics import Summary
from pupitre.ui import day
from pupitre.ui.preferences import Language
from tests.support.screen import speak

NOTHING = Summary(
    conversations=0,
    first_reply=None,
    reply=None,
    handling=None,
    resolution=None,
    csat=None,
    nps=None,
    pauses=0,
    wakes={},
    releases=0,
)
GOOD = Summary(
    conversations=9,
    first_reply=timedelta(seconds=18),
    reply=timedelta(seconds=70),
    handling=timedelta(minutes=6),
    resolution=None,
    csat=96.66,
    nps=40.0,
    pauses=3,
    wakes={},
    releases=1,
)


def test_the_day_is_summed_up_at_the_foot_and_in_the_corner(screen: QApplication) -> None:
    assert day.foot(GOOD) == "First reply median 18 s · 9 conversations today"
    assert day.corner(GOOD) == "CSAT 96.7 %"


def test_nothing_is_said_of_what_is_not_known(screen: QApplication) -> None:
    assert day.foot(None) == day.corner(None) == day.foot(NOTHING) == day.corner(NOTHING) == ""


def test_what_was_not_measured_is_a_dash(screen: QApplication) -> None:
    assert dict(day.table(NOTHING))["Satisfaction (CSAT)"] == "–"
    assert dict(day.table(GOOD))["Recommendation (NPS)"] == "40"


def test_figures_are_written_in_the_language_of_the_screen(french: QApplication) -> None:
    assert day.percent(96.66) == "96,7\N{NO-BREAK SPACE}%"


@pytest.mark.parametrize("language", Language)
def test_a_score_below_nothing_has_a_minus_and_no_hyphen(
    screen: QApplication, language: Language
) -> None:
    speak(screen, language)
    assert day.score(-100.0) == "\N{MINUS SIGN}100"
    assert day.score(12.4) == "12"
