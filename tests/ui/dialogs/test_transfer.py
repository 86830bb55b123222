"""The transfer dialog and who it offers (R8)."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pupitre.domain.commands import Transfer
from pupitre.domain.ids import ExpertId, GroupId, MissionId
from pupitre.domain.mission import Group, Mission
from pupitre.domain.people import Expert
from pupitre.ui.dialogs.targets import Target, targets
from pupitre.ui.dialogs.transfer import TransferDialog, TransferQuestion
from tests.support.screen import presses, types

ROAD, ELECTRIC, WINE = GroupId("road"), GroupId("electric"), GroupId("wine")
MISSION = Mission(
    id=MissionId("velo"),
    name="VÉLO",
    mark="VÉ",
    colour="#12875a",
    groups=(Group(id=ROAD, name="Route"), Group(id=ELECTRIC, name="Électrique")),
)


def expert(name: str, *, group: GroupId = ROAD, here: bool = True, **more: Any) -> Expert:
    given: dict[str, Any] = {"connected": here, "available": here}
    return Expert(
        id=ExpertId(name.lower()),
        name=name,
        email="",
        groups=(group,),
        **(given | more),
    )


PEOPLE = (
    expert("Zoé", here=False),
    expert("Sofia", open=4),
    expert("Marc", open=1),
    expert("Éric", available=False),
    expert("Vincent", group=WINE),
    expert("You"),
)


def found() -> tuple[Target, ...]:
    return targets(MISSION, PEOPLE, ExpertId("you"))


def opened(qtbot: QtBot) -> tuple[TransferDialog, list[Transfer]]:
    dialog = TransferDialog(TransferQuestion(name="Camille D.", first="Camille", targets=found()))
    answers: list[Transfer] = []
    dialog.chosen.connect(answers.append)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog, answers


def test_who_can_take_it_comes_first(screen: QApplication) -> None:
    assert [it.name for it in found()] == ["Marc", "Route", "Éric", "Sofia", "Zoé", "Électrique"]
    assert [it.ready for it in found()] == [True, True, False, False, False, False]


def test_each_says_how_it_stands(screen: QApplication) -> None:
    assert [it.detail for it in found()] == [
        "available · 1 of 4 slots",
        "group · somebody is available",
        "unavailable",
        "full · 4 of 4 slots",
        "not connected",
        "group · nobody is available",
    ]


def test_the_first_ready_one_gets_it_with_a_note(screen: QApplication, qtbot: QtBot) -> None:
    dialog, answers = opened(qtbot)
    dialog.note.edit.setPlainText("Il veut un cadre M")
    dialog.accept_button.click()
    assert answers == [Transfer(expert=ExpertId("marc"), note="Il veut un cadre M")]


def test_somebody_away_needs_anyway(screen: QApplication, qtbot: QtBot) -> None:
    dialog, answers = opened(qtbot)
    types(dialog.search, "eri")
    assert dialog.accept_button.text() == "Transfer anyway"
    presses(dialog.search, Qt.Key.Key_Return)
    assert answers == [Transfer(expert=ExpertId("éric"), anyway=True)]


def test_arrows_move_in_the_list_while_one_types(screen: QApplication, qtbot: QtBot) -> None:
    dialog, answers = opened(qtbot)
    presses(dialog.search, Qt.Key.Key_Down)
    dialog.accept_button.click()
    assert answers == [Transfer(group=ROAD)]


def test_nobody_of_that_name(screen: QApplication, qtbot: QtBot) -> None:
    dialog, answers = opened(qtbot)
    types(dialog.search, "vincent")
    assert dialog.nothing.isVisible()
    dialog.accept_button.click()
    assert not answers
    assert dialog.refusal.text() == "Choose who takes it."
    dialog.search.clear()
    assert not dialog.refusal.text()


def test_the_choice_stays_when_colleagues_change(screen: QApplication, qtbot: QtBot) -> None:
    dialog, _ = opened(qtbot)
    types(dialog.search, "éric")
    dialog.search.clear()
    types(dialog.search, "zoé")
    away = dialog.target()
    back = tuple(expert("Zoé") if it.name == "Zoé" else it for it in PEOPLE)
    dialog.show_targets(targets(MISSION, back, ExpertId("you")))
    chosen = dialog.target()
    assert away is not None
    assert chosen is not None
    assert (away.ready, chosen.expert, chosen.ready) == (False, ExpertId("zoé"), True)
    assert dialog.accept_button.text() == "Transfer"


def test_a_long_note_is_refused(screen: QApplication, qtbot: QtBot) -> None:
    dialog, answers = opened(qtbot)
    dialog.note.edit.setPlainText("x" * 2001)
    dialog.accept_button.click()
    assert not answers
    assert "2,000" in dialog.refusal.text()


def test_the_visitor_is_told_nothing_and_the_expert_is_reminded(
    screen: QApplication, qtbot: QtBot
) -> None:
    dialog, _ = opened(qtbot)
    assert "Camille is told nothing: announce it first." in dialog.intro.text()


def test_rows_are_read_with_how_they_stand(screen: QApplication, qtbot: QtBot) -> None:
    dialog, _ = opened(qtbot)
    index = dialog.list.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Marc, available · 1 of 4 slots"
    assert dialog.list.model().rowCount(index) == 0
