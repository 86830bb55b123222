"""Figures as a table for a spreadsheet: one line per subject, one for the whole."""

import csv
import io
from collections.abc import Mapping
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from pupitre.client.questions import Figures
from pupitre.domain.ids import SubjectId
from pupitre.domain.statistics import Summary

translate = QCoreApplication.translate

_BYTE_ORDER_MARK = "\ufeff"
"""By it a spreadsheet knows that the file is UTF-8."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take a text for a formula by."""


def as_csv(figures: Figures, subjects: Mapping[SubjectId, str]) -> str:
    """Return the file's text; separators and decimals are those of the screen's language."""
    made = io.StringIO()
    comma = QLocale().decimalPoint() == ","
    writer = csv.writer(made, delimiter=";" if comma else ",", lineterminator="\r\n")
    writer.writerow(_heads())
    whole = figures.total.conversations
    for subject, part in figures.subjects.items():
        writer.writerow(_line(_words(subjects.get(subject, subject)), part, whole))
    writer.writerow(_line(translate("FiguresFile", "Total"), figures.total, whole))
    return _BYTE_ORDER_MARK + made.getvalue()


def _heads() -> list[str]:
    return [
        translate("FiguresFile", "Subject"),
        translate("FiguresFile", "Conversations"),
        translate("FiguresFile", "Share (%)"),
        translate("FiguresFile", "First reply, median (s)"),
        translate("FiguresFile", "Handling time, median (s)"),
        translate("FiguresFile", "Satisfaction (CSAT, %)"),
        translate("FiguresFile", "Recommendation (NPS)"),
        translate("FiguresFile", "Pauses"),
    ]


def _line(name: str, part: Summary, whole: int) -> list[str]:
    share = 100 * part.conversations / whole if whole else None
    return [
        name,
        str(part.conversations),
        _number(share),
        _seconds(part.first_reply),
        _seconds(part.handling),
        _number(part.csat),
        _number(part.nps),
        str(part.pauses),
    ]


def _number(value: float | None) -> str:
    """Return a number with one decimal; empty where nothing was measured, never 0."""
    if value is None:
        return ""
    return f"{value:.1f}".replace(".", QLocale().decimalPoint())


def _seconds(value: timedelta | None) -> str:
    return "" if value is None else str(round(value.total_seconds()))


def _words(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
