"""What left the desk is said with its name."""

import pytest
from PySide6.QtWidgets import QApplication

from pupitre.client.changes import CaughtUp, Departed
from pupitre.domain.ids import ConversationId
from pupitre.ui import happenings
from tests.support.screen import NOON

CAMILLE = ConversationId("camille")


@pytest.mark.parametrize(
    "reason", ["closed", "transferred", "released", "reassigned", "while_away", "unheard of"]
)
def test_whatever_the_reason_the_visitor_is_named(screen: QApplication, reason: str) -> None:
    assert "Camille" in happenings.departed(Departed(CAMILLE, reason, "Camille"))


def test_a_visitor_without_name_is_still_somebody(screen: QApplication) -> None:
    gone = Departed(CAMILLE, "released", "", number=4821)
    assert happenings.departed(gone) == "Visitor 4821 went back to the group."


def test_what_happened_meanwhile_is_counted(screen: QApplication) -> None:
    assert happenings.caught_up(CaughtUp(3, NOON), NOON).startswith("3 things happened")
