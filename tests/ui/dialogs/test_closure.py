"""The closure dialog (C1 to C5)."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pupitre.domain.closure import SurveyDelivery
from pupitre.domain.commands import Close, Qualify
from pupitre.domain.ids import MissionId, SubjectId
from pupitre.domain.mission import Mission, Subject
from pupitre.ui.dialogs.closure import ClosureDialog
from pupitre.ui.dialogs.closure_words import ClosureQuestion
from tests.support.screen import presses, types

LAST = "Avez-vous d’autres questions\u00a0?"
SIZE, MODEL, DELIVERY = SubjectId("size"), SubjectId("model"), SubjectId("delivery")
TREE = (
    Subject(
        id=SubjectId("bike"),
        name="Vélo",
        children=(
            Subject(id=SIZE, name="Taille de cadre"),
            Subject(id=MODEL, name="Choix du modèle"),
        ),
    ),
    Subject(id=DELIVERY, name="Livraison & retours"),
)


def mission(subjects: tuple[Subject, ...] = TREE, *, required: bool = True) -> Mission:
    return Mission(
        id=MissionId("velo"),
        name="VÉLO",
        mark="VÉ",
        colour="#12875a",
        groups=(),
        subjects=subjects,
        subjects_required=required,
    )


def opened(qtbot: QtBot, **changes: object) -> tuple[ClosureDialog, list[object]]:
    about: dict[str, Any] = {
        "name": "Camille D.",
        "first": "Camille",
        "mission": mission(),
        "delivery": SurveyDelivery.NOW,
        "last_question": LAST,
    }
    dialog = ClosureDialog(ClosureQuestion(**(about | changes)))
    answers: list[object] = []
    dialog.chosen.connect(answers.append)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog, answers


def test_it_closes_with_subjects_note_and_survey(screen: QApplication, qtbot: QtBot) -> None:
    dialog, answers = opened(qtbot)
    types(dialog.picker.search, "modele")
    presses(dialog.picker.search, Qt.Key.Key_Return)
    dialog.note.edit.setPlainText("  Hésite entre M et L. ")
    dialog.accept_button.click()
    assert answers == [Close(subjects=(MODEL,), note="Hésite entre M et L.", survey=True)]


def test_a_required_subject_is_asked_for_beside_the_button(
    screen: QApplication, qtbot: QtBot
) -> None:
    dialog, answers = opened(qtbot)
    dialog.accept_button.click()
    assert not answers
    assert dialog.refusal.text() == "The mission asks for a subject. Choose at least one."
    dialog.picker.choose(SIZE)
    assert not dialog.refusal.text()
    dialog.accept_button.click()
    assert len(answers) == 1


def test_an_empty_tree_never_makes_closing_impossible(screen: QApplication, qtbot: QtBot) -> None:
    dialog, answers = opened(qtbot, mission=mission(()))
    dialog.accept_button.click()
    assert answers == [Close()]


def test_subjects_that_are_not_required_may_be_left_out(screen: QApplication, qtbot: QtBot) -> None:
    dialog, answers = opened(qtbot, mission=mission(required=False))
    dialog.survey.box.click()
    dialog.accept_button.click()
    assert answers == [Close(survey=False)]


def test_the_last_question_is_asked_in_one_click(screen: QApplication, qtbot: QtBot) -> None:
    dialog, answers = opened(qtbot)
    asked: list[str] = []
    dialog.asked.connect(asked.append)
    dialog.ask.click()
    assert asked == [LAST]
    assert not answers
    assert not dialog.isVisible()


def test_once_asked_it_is_not_proposed_again(screen: QApplication, qtbot: QtBot) -> None:
    dialog, _ = opened(qtbot, last_question="")
    assert not hasattr(dialog, "ask")
    assert "never reopens" in dialog.intro.text()


@pytest.mark.parametrize(
    ("delivery", "words"),
    [
        (SurveyDelivery.NOW, "on the site, at once"),
        (SurveyDelivery.MAIL, "by e-mail"),
        (SurveyDelivery.RETURN, "within 7 days"),
    ],
)
def test_it_says_how_the_visitor_gets_the_survey(
    screen: QApplication, qtbot: QtBot, delivery: SurveyDelivery, words: str
) -> None:
    dialog, _ = opened(qtbot, delivery=delivery)
    assert words in dialog.survey.box.accessibleDescription()


def test_one_that_the_visitor_ended_is_only_qualified(screen: QApplication, qtbot: QtBot) -> None:
    dialog, answers = opened(
        qtbot, ended_by_visitor=True, is_over=True, subjects=(SIZE,), note="Vu"
    )
    assert dialog.accessibleName() == "Qualify the conversation"
    assert not dialog.survey.isVisible()
    dialog.accept_button.click()
    assert answers == [Qualify(subjects=(SIZE,), note="Vu")]


def test_after_two_silent_pauses_goodbye_is_said_first(screen: QApplication, qtbot: QtBot) -> None:
    dialog, answers = opened(qtbot, goodbye="Merci de votre visite", subjects=(SIZE,))
    said: list[str] = []
    dialog.said.connect(said.append)
    assert not hasattr(dialog, "ask")
    assert "silent through two pauses" in dialog.intro.text()
    dialog.accept_button.click()
    assert said == ["Merci de votre visite"]
    assert answers == [Close(subjects=(SIZE,))]


def test_goodbye_may_be_left_out(screen: QApplication, qtbot: QtBot) -> None:
    dialog, answers = opened(qtbot, goodbye="Merci de votre visite", subjects=(SIZE,))
    said: list[str] = []
    dialog.said.connect(said.append)
    dialog.goodbye.box.click()
    dialog.accept_button.click()
    assert not said
    assert len(answers) == 1


def test_a_note_over_its_limit_is_refused(screen: QApplication, qtbot: QtBot) -> None:
    dialog, answers = opened(qtbot, subjects=(SIZE,))
    dialog.note.edit.setPlainText("x" * 2013)
    assert dialog.note.counter.text() == "13 characters too many"
    dialog.accept_button.click()
    assert not answers
    assert "2,000 characters" in dialog.refusal.text()
    dialog.note.edit.setPlainText("x" * 1900)
    assert dialog.note.counter.text() == "100 characters left"
    assert not dialog.refusal.text()


def test_search_looks_past_accents_and_at_parents(screen: QApplication, qtbot: QtBot) -> None:
    dialog, _ = opened(qtbot)
    picker = dialog.picker

    def shown() -> list[SubjectId]:
        return [it for it, chip in picker._chips.items() if chip.isVisible()]

    picker.search.setText("velo")
    assert shown() == [SIZE, MODEL]
    picker.search.setText("bateau")
    assert not shown()
    assert picker.nothing.isVisible()
    picker.choose(DELIVERY)
    picker.search.setText("taille")
    assert shown() == [DELIVERY, SIZE]


def test_a_chosen_subject_of_old_that_is_gone_is_left_out(
    screen: QApplication, qtbot: QtBot
) -> None:
    dialog, _ = opened(qtbot, subjects=(SubjectId("gone"), SIZE))
    assert dialog.picker.chosen() == (SIZE,)


def test_its_names_are_those_that_assistive_technology_knows(
    screen: QApplication, qtbot: QtBot
) -> None:
    dialog, _ = opened(qtbot)
    assert dialog.accessibleName() == "Close the conversation"
    assert dialog.picker.search.accessibleName() == "Subjects"
    assert dialog.note.edit.accessibleName() == "Note"
    assert dialog.survey.box.accessibleName() == "Offer the satisfaction survey"
    assert dialog.accept_button.accessibleName() == "Close the conversation"
    assert dialog.picker._chips[DELIVERY].accessibleName() == "Livraison & retours"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_note_is_left_with_the_keys_that_confirm(
    screen: QApplication, qtbot: QtBot, key: Qt.Key
) -> None:
    dialog, answers = opened(qtbot, mission=mission(required=False))
    edit = dialog.note.edit
    edit.setFocus()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClicks(edit, "Un devis")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClick(edit, key, Qt.KeyboardModifier.ControlModifier)
    assert answers == [Close(subjects=(), note="Un devis", survey=True)]


def test_on_a_low_screen_the_note_gives_way_and_the_buttons_stay(
    screen: QApplication, qtbot: QtBot
) -> None:
    dialog, _ = opened(qtbot)
    whole = dialog._height(10_000)
    assert dialog.height() == whole
    assert dialog._height(whole) < whole
    dialog.setFixedHeight(dialog._height(0))
    assert whole - 40 < dialog.height() < whole
    screen.processEvents()
    assert dialog.note.edit.height() >= dialog.note.edit.minimumHeight()
    assert dialog.accept_button.geometry().bottom() <= dialog.height()
