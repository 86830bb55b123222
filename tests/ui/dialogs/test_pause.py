"""The pause dialog (P1, P2, P8, P10)."""

import itertools
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QDate, QLocale, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pupitre.domain.conversation import CurrentPause
from pupitre.domain.pause import Choice, PlannedHours
from pupitre.domain.presence import Dot
from pupitre.ui.dialogs.pause import PauseAnswer, PauseDialog
from pupitre.ui.dialogs.pause_words import PauseQuestion
from tests.support.screen import NOON, noon, presses, types

FAREWELL = "Je mets notre échange de côté, écrivez-moi quand vous voulez."
WEEKDAYS = PlannedHours(tuple((day, time(9), time(18)) for day in range(5)))


def question(**changes: Any) -> PauseQuestion:
    about: dict[str, Any] = {
        "name": "Camille D.",
        "first": "Camille",
        "dot": Dot.ON_SITE,
        "farewell": FAREWELL,
    }
    return PauseQuestion(**(about | changes))


class Stage:
    """A dialog on the screen, and what it answered."""

    def __init__(self, qtbot: QtBot, **changes: object) -> None:
        self.dialog = PauseDialog(question(**changes), noon)
        self.answers: list[PauseAnswer] = []
        self.dialog.chosen.connect(self.answers.append)
        qtbot.addWidget(self.dialog)
        self.dialog.open()

    def write(self, words: str) -> None:
        self.dialog.moment.words.setFocus()
        self.dialog.moment.words.clear()
        types(self.dialog.moment.words, words)

    def accept(self) -> PauseAnswer:
        self.dialog.accept_button.click()
        assert len(self.answers) == 1, self.dialog.refusal.text()
        return self.answers[0]

    def is_refused(self) -> str:
        self.dialog.accept_button.click()
        assert not self.answers
        assert self.dialog.isVisible()
        return self.dialog.refusal.text()


def test_a_visitor_on_the_site_gets_a_short_pause(screen: QApplication, qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    assert stage.dialog.choice is Choice.SHORT
    assert stage.dialog.accept_button.text() == "Pause until 18:47"
    assert stage.dialog.advice.text() == "Camille is on the site: a short pause is recommended."
    answer = stage.accept()
    assert answer.command.until == NOON + timedelta(hours=3)
    assert answer.command.keep
    assert not answer.tell


def test_a_visitor_who_left_gets_up_to_a_day(screen: QApplication, qtbot: QtBot) -> None:
    stage = Stage(qtbot, dot=Dot.LEFT, left_at=NOON - timedelta(minutes=6))
    assert stage.dialog.choice is Choice.LONG
    assert stage.dialog.advice.text() == "Camille left 6 min ago: up to 24 hours is fine."
    assert stage.accept().command.until == NOON + timedelta(hours=24)


def test_an_unknown_presence_is_said_to_be_unknown(screen: QApplication, qtbot: QtBot) -> None:
    assert "not known" in Stage(qtbot, dot=Dot.UNKNOWN).dialog.advice.text()


def test_the_cards_say_the_hour_it_comes_back(screen: QApplication, qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    cards = stage.dialog.cards
    assert cards[Choice.SHORT].accessibleDescription() == "back today 18:47"
    assert cards[Choice.LONG].accessibleDescription() == "back tomorrow 15:47"


def test_words_choose_a_moment(screen: QApplication, qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    stage.write("demain 9h")
    assert stage.dialog.choice is Choice.CUSTOM
    assert stage.dialog.moment.date.date() == QDate(2026, 11, 23)
    assert stage.dialog.moment.time.time() == QTime(9, 0)
    assert stage.dialog.accept_button.text() == "Pause until tomorrow 09:00"
    assert stage.accept().command.until == datetime(2026, 11, 23, 8, tzinfo=UTC)


def test_the_fields_choose_a_moment(screen: QApplication, qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    stage.dialog.moment.date.setDate(QDate(2026, 11, 24))
    stage.dialog.moment.time.setTime(QTime(14, 30))
    assert stage.dialog.choice is Choice.CUSTOM
    assert stage.accept().command.until == datetime(2026, 11, 24, 13, 30, tzinfo=UTC)


def test_words_that_name_no_moment_are_refused_beside_the_button(
    screen: QApplication, qtbot: QtBot
) -> None:
    stage = Stage(qtbot)
    stage.write("bientôt")
    assert "“bientôt” is not a moment" in stage.is_refused()
    stage.write("in 40 min")
    assert not stage.dialog.refusal.text()
    assert stage.accept().command.until == NOON + timedelta(minutes=40)


def test_a_moment_gone_by_is_refused(screen: QApplication, qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    stage.dialog.moment.time.setTime(QTime(9, 0))
    assert "still to come" in stage.is_refused()


def test_more_than_thirty_days_is_refused(screen: QApplication, qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    stage.write("dans 31 jours")
    assert "30 days" in stage.is_refused()


def test_more_than_a_day_is_advised_against_and_allowed(screen: QApplication, qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    stage.write("in 3 days")
    assert "More than 24 hours is not advised" in stage.dialog.advice.text()
    assert stage.accept().command.until == NOON + timedelta(days=3)


def test_keep_is_unticked_outside_planned_hours_with_the_reason(
    screen: QApplication, qtbot: QtBot
) -> None:
    stage = Stage(qtbot, hours=WEEKDAYS)
    assert not stage.dialog.keep.box.isChecked()
    assert "not planned to work" in stage.dialog.keep.box.accessibleDescription()
    stage.write("demain 10h")
    assert stage.dialog.keep.box.isChecked()


def test_the_experts_own_tick_is_respected(screen: QApplication, qtbot: QtBot) -> None:
    stage = Stage(qtbot, hours=WEEKDAYS)
    stage.dialog.keep.box.click()
    stage.write("in 40 min")
    assert stage.accept().command.keep


def test_the_visitor_can_be_told_first_in_their_language(
    screen: QApplication, qtbot: QtBot
) -> None:
    stage = Stage(qtbot)
    stage.dialog.tell.box.click()
    assert stage.accept().tell == FAREWELL


@pytest.mark.parametrize(
    ("count", "line"),
    [
        (1, "Pause 1 of 2."),
        (2, "Pause 2 of 2."),
        (3, "Pause 3. After two pauses, say goodbye and close instead."),
    ],
)
def test_pauses_in_a_row_are_counted(
    screen: QApplication, qtbot: QtBot, count: int, line: str
) -> None:
    assert Stage(qtbot, count=count).dialog.count.text() == line


def test_a_pause_in_force_is_changed_from_its_own_time(screen: QApplication, qtbot: QtBot) -> None:
    until = NOON + timedelta(hours=5, seconds=12)
    current = CurrentPause(since=NOON, until=until, keep=False, count=2)
    stage = Stage(qtbot, current=current, farewell="")
    assert stage.dialog.heading.text() == "Change the pause with Camille D."
    assert stage.dialog.choice is Choice.CUSTOM
    assert not stage.dialog.tell.isVisible()
    answer = stage.accept()
    assert (answer.command.until, answer.command.keep) == (until, False)


def test_time_goes_on_while_the_dialog_is_open(screen: QApplication, qtbot: QtBot) -> None:
    clock = [NOON]
    dialog = PauseDialog(question(), lambda: clock[0])
    qtbot.addWidget(dialog)
    clock[0] += timedelta(minutes=2)
    dialog._refresh()
    assert dialog.accept_button.text() == "Pause until 18:49"
    assert dialog.until() == NOON + timedelta(hours=3, minutes=2)


def test_its_names_are_those_that_assistive_technology_knows(
    screen: QApplication, qtbot: QtBot
) -> None:
    dialog = Stage(qtbot).dialog
    assert dialog.accessibleName() == "Pause the conversation"
    assert [card.accessibleName() for card in dialog.cards.values()] == [
        "3 hours",
        "24 hours",
        "Custom",
    ]
    assert dialog.moment.date.accessibleName() == "Date"
    assert dialog.moment.time.accessibleName() == "Time"
    assert dialog.keep.box.accessibleName() == "Keep the conversation at the end of the pause"
    assert dialog.accept_button.accessibleName() == "Pause"


def test_escape_leaves_everything_as_it_was(screen: QApplication, qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    presses(stage.dialog, Qt.Key.Key_Escape)
    assert not stage.answers
    assert not stage.dialog.isVisible()


def test_enter_pauses(screen: QApplication, qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    presses(stage.dialog.cards[Choice.SHORT], Qt.Key.Key_Return)
    assert len(stage.answers) == 1


def test_days_gone_by_cannot_be_chosen(screen: QApplication, qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    field = stage.dialog.moment.date
    assert field.minimumDate() == QDate(2026, 11, 22)
    assert field.calendarWidget().locale() == QLocale()


def test_arrows_choose_among_the_cards(screen: QApplication, qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    assert QTest.qWaitForWindowActive(stage.dialog)
    presses(stage.dialog.cards[Choice.SHORT], Qt.Key.Key_Right)
    assert stage.dialog.choice is Choice.LONG
    assert stage.dialog.accept_button.text() == "Pause until tomorrow 15:47"
    presses(stage.dialog.cards[Choice.LONG], Qt.Key.Key_Return)
    assert stage.answers[0].command.until == NOON + timedelta(hours=24)


def test_a_day_is_not_more_than_a_day_on_a_clock_that_ticks(
    screen: QApplication, qtbot: QtBot
) -> None:
    ticks = itertools.count()
    dialog = PauseDialog(
        question(dot=Dot.LEFT, left_at=NOON), lambda: NOON + timedelta(milliseconds=next(ticks))
    )
    qtbot.addWidget(dialog)
    dialog.cards[Choice.LONG].click()
    assert "not advised" not in dialog.advice.text()


def test_a_choice_toggled_by_a_screen_reader_counts(screen: QApplication, qtbot: QtBot) -> None:
    stage = Stage(qtbot)
    stage.dialog.cards[Choice.LONG].toggle()
    assert stage.dialog.accept_button.text() == "Pause until tomorrow 15:47"
    assert stage.dialog.moment.date.date() == QDate(2026, 11, 23)
    assert stage.accept().command.until == NOON + timedelta(hours=24)
