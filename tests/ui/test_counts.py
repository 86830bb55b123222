"""Counted sentences have a form for one and a form for many."""

import inspect

import pytest
from PySide6.QtWidgets import QApplication

from pupitre.ui.counts import Counts

SENTENCES = [name for name, _ in inspect.getmembers(Counts, inspect.ismethod) if name != "tr"]


@pytest.mark.parametrize("name", SENTENCES)
def test_every_count_is_a_plain_sentence(screen: QApplication, name: str) -> None:
    for n in (0, 1, 2):
        said = getattr(Counts, name)(n)
        assert said.startswith(f"{n} ")
        assert "(s)" not in said


@pytest.mark.parametrize("name", SENTENCES)
def test_every_count_is_told_in_french(french: QApplication, name: str) -> None:
    assert "(s)" not in getattr(Counts, name)(2)
