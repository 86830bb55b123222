"""What left the desk is said with its name."""

from dataclasses import fields

import pytest
from PySide6.QtWidgets import QApplication

from pupitre.client.changes import CaughtUp, Departed, DiskTroubled
from pupitre.client.meanwhile import Meanwhile
from pupitre.client.trouble import Trouble
from pupitre.domain.ids import ConversationId
from pupitre.ui import happenings
from tests.support.screen import NOON

CAMILLE = ConversationId("camille")


@pytest.mark.parametrize(
    "reason", ["closed", "transferred", "released", "reassigned", "gone", "unheard of"]
)
def test_whatever_the_reason_the_visitor_is_named(screen: QApplication, reason: str) -> None:
    assert "Camille" in happenings.departed(Departed(CAMILLE, reason, "Camille"))


def test_a_visitor_without_name_is_still_somebody(screen: QApplication) -> None:
    gone = Departed(CAMILLE, "released", "", number=4821)
    assert happenings.departed(gone) == "Visitor 4821 went back to the group."


def test_what_happened_meanwhile_is_counted(screen: QApplication) -> None:
    happened = Meanwhile(messages=3, talks=2, came_back=1, transferred=1, others=4)
    assert happenings.caught_up(CaughtUp(happened, NOON), NOON) == (
        "While you were away: 3 new messages in 2 conversations, 1 conversation came back, "
        "1 transferred — since 15:47"
    )


def test_smaller_things_are_told_where_nothing_else_happened(screen: QApplication) -> None:
    told = happenings.caught_up(CaughtUp(Meanwhile(others=1), NOON), NOON)
    assert told == "While you were away: 1 smaller thing — since 15:47"


@pytest.mark.parametrize("name", [it.name for it in fields(Meanwhile) if it.name != "talks"])
def test_everything_that_happened_has_words(french: QApplication, name: str) -> None:
    told = happenings.caught_up(CaughtUp(Meanwhile(**{name: 2}), NOON), NOON)
    assert "2 " in told
    assert told.startswith("Pendant votre absence")


@pytest.mark.parametrize("kind", [*Trouble, None])
def test_trouble_with_the_disk_says_what_helps(french: QApplication, kind: Trouble | None) -> None:
    said = happenings.trouble(DiskTroubled(kind, 2))
    assert said.endswith(".")
    assert ("2 brouillons" in said) == (kind is Trouble.DAMAGED)
