"""Figures leave for a spreadsheet, which takes no text for a formula."""

import csv
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from pupitre.client.questions import Figures, Statistics
from pupitre.domain.ids import SubjectId
from pupitre.domain.statistics import Summary
from pupitre.ui import figures_file

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def summary(count: int, csat: float | None = None, nps: float | None = None) -> Summary:
    return Summary(
        conversations=count,
        first_reply=timedelta(seconds=18),
        reply=None,
        handling=timedelta(minutes=4),
        resolution=None,
        csat=csat,
        nps=nps,
        pauses=1,
        wakes={},
        releases=0,
    )


FIGURES = Figures(
    question=Statistics(NOON, NOON, mine=True),
    total=summary(4, 75, -25),
    subjects={SubjectId("taille"): summary(3, 66.7, -50), SubjectId("x"): summary(1)},
    experts={},
    groups={},
    days={},
)
NAMES = {SubjectId("taille"): "Taille ; cadre", SubjectId("x"): "=1+1"}


def test_the_whole_comes_last_and_nothing_is_never_zero(screen: QApplication) -> None:
    lines = figures_file.as_csv(FIGURES, NAMES).split("\r\n")
    assert lines[0].startswith("\ufeffSubject,Conversations,Share (%)")
    assert lines[1] == "Taille ; cadre,3,75.0,18,240,66.7,-50.0,1"
    assert lines[2] == "'=1+1,1,25.0,18,240,,,1"
    assert lines[3:] == ["Total,4,100.0,18,240,75.0,-25.0,1", ""]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_name_is_taken_for_a_formula(screen: QApplication, sign: str) -> None:
    written = figures_file.as_csv(FIGURES, NAMES | {SubjectId("taille"): f"{sign}1"})
    assert next(csv.reader(written.split("\n")[1:]))[0] == f"'{sign}1"


def test_in_french_it_is_what_a_french_spreadsheet_reads(french: QApplication) -> None:
    lines = figures_file.as_csv(FIGURES, NAMES).split("\r\n")
    assert lines[1] == '"Taille ; cadre";3;75,0;18;240;66,7;-50,0;1'
