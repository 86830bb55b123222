"""Delivery and locks in words."""

import pytest
from PySide6.QtWidgets import QApplication

from pupitre.client import second_thoughts
from pupitre.client.views import Delivery, Parked
from pupitre.ui import states

LOCKS = ("closed", "transferred", "released", "reassigned", *second_thoughts.CODES)


def test_every_delivery_has_its_own_words(screen: QApplication) -> None:
    assert len({states.delivery(it) for it in Delivery}) == len(Delivery)
    assert all(states.delivery_in_full(it).endswith(".") for it in Delivery)
    assert states.delivery(Delivery.STORED) == "Stored"


@pytest.mark.parametrize("code", LOCKS)
def test_a_lock_says_why(french: QApplication, code: str) -> None:
    assert states.locked(code).endswith(".")


@pytest.mark.parametrize("code", second_thoughts.CODES)
def test_what_is_held_is_counted_with_the_reason(screen: QApplication, code: str) -> None:
    assert "2 messages of yours did not leave" in states.locked(code, Parked(2, 1))
    assert "1 act of yours was not done" in states.locked(code, Parked(0, 1))


def test_no_lock_says_nothing(screen: QApplication) -> None:
    assert states.locked("") == ""
