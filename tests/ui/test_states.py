"""Delivery and link in words."""

import pytest
from PySide6.QtWidgets import QApplication

from pupitre.client.views import Delivery, LinkState
from pupitre.ui import states
from tests.support.screen import NOON

LOCKS = ("closed", "transferred", "released", "reassigned", "while_away", "answered")


def test_every_delivery_has_its_own_words(screen: QApplication) -> None:
    assert len({states.delivery(it) for it in Delivery}) == len(Delivery)
    assert all(states.delivery_in_full(it).endswith(".") for it in Delivery)
    assert states.delivery(Delivery.STORED) == "Stored"


def test_a_lost_link_says_since_when(screen: QApplication) -> None:
    lost = states.link(LinkState.LOST, NOON, NOON)
    assert lost == "No link since 15:47: what you write is kept here"
    assert len({states.link(it, NOON, NOON) for it in LinkState}) == len(LinkState)


def test_what_was_missed_is_counted(screen: QApplication) -> None:
    assert states.caught_up(1, NOON, NOON) == "1 thing happened while you were away, since 15:47"
    assert states.caught_up(3, NOON, NOON) == "3 things happened while you were away, since 15:47"


@pytest.mark.parametrize("code", LOCKS)
def test_a_lock_says_why(french: QApplication, code: str) -> None:
    assert states.locked(code).endswith(".")


def test_no_lock_says_nothing(screen: QApplication) -> None:
    assert states.locked("") == ""
