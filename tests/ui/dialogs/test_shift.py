"""The end-of-shift list (R9)."""

from datetime import UTC, datetime, time, timedelta

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pupitre.domain.commands import Close, Pause, Release, Transfer
from pupitre.domain.ids import ConversationId, ExpertId
from pupitre.domain.pause import PlannedHours
from pupitre.ui.dialogs.shift import ShiftDialog
from pupitre.ui.dialogs.shift_plan import Fate, Settlement, ShiftRow, next_shift
from tests.support.screen import NOON, noon

CAMILLE, VISITOR, KARIM, INES = map(ConversationId, ("camille", "4821", "karim", "ines"))
TONIGHT, LATER = NOON + timedelta(hours=3), NOON + timedelta(hours=20)
NINE = datetime(2026, 11, 23, 8, tzinfo=UTC)
ROWS = (
    ShiftRow(conversation=CAMILLE, name="Camille D.", state="on the site"),
    ShiftRow(conversation=VISITOR, name="Visitor 4821", state="left 6 min ago"),
    ShiftRow(conversation=KARIM, name="Karim B.", state="paused", paused_until=TONIGHT),
    ShiftRow(conversation=INES, name="Inès", state="paused", paused_until=LATER),
)


def opened(
    qtbot: QtBot, hours: PlannedHours | None = None
) -> tuple[ShiftDialog, list[tuple[Settlement, ...]]]:
    dialog = ShiftDialog(ROWS, noon, hours)
    answers: list[tuple[Settlement, ...]] = []
    dialog.settled.connect(answers.append)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog, answers


def commands(answers: list[tuple[Settlement, ...]]) -> dict[ConversationId, object]:
    (settled,) = answers
    return {it.conversation: it.command for it in settled}


def test_every_conversation_gets_its_fate(screen: QApplication, qtbot: QtBot) -> None:
    dialog, answers = opened(qtbot)
    dialog.accept_button.click()
    assert commands(answers) == {
        CAMILLE: Pause(until=NINE),
        VISITOR: Pause(until=NINE),
        KARIM: Pause(until=TONIGHT, keep=False),
        INES: None,
    }


def test_a_choice_is_made_by_a_click(screen: QApplication, qtbot: QtBot) -> None:
    dialog, answers = opened(qtbot)
    dialog._segments[CAMILLE].press(Fate.RELEASE)
    dialog._segments[KARIM].press(Fate.KEEP)
    dialog._segments[INES].press(Fate.RELEASE_THEN)
    dialog.accept_button.click()
    settled = commands(answers)
    assert settled[CAMILLE] == Release()
    assert settled[KARIM] is None
    assert settled[INES] == Pause(until=LATER, keep=False)


def test_transfer_and_close_have_their_own_dialogs(screen: QApplication, qtbot: QtBot) -> None:
    dialog, answers = opened(qtbot)
    asked: list[tuple[str, object]] = []
    dialog.transfer_asked.connect(lambda it: asked.append(("transfer", it)))
    dialog.close_asked.connect(lambda it: asked.append(("close", it)))
    dialog._segments[CAMILLE].press(Fate.TRANSFER)
    dialog._segments[VISITOR].press(Fate.CLOSE)
    assert asked == [("transfer", CAMILLE), ("close", VISITOR)]
    dialog.plan(CAMILLE, Transfer(expert=ExpertId("marc")))
    dialog.plan(VISITOR, Close(note="Vu"))
    dialog.accept_button.click()
    settled = commands(answers)
    assert settled[CAMILLE] == Transfer(expert=ExpertId("marc"))
    assert settled[VISITOR] == Close(note="Vu")


def test_a_cancelled_dialog_leaves_the_earlier_choice(screen: QApplication, qtbot: QtBot) -> None:
    dialog, _ = opened(qtbot)
    dialog._segments[CAMILLE].press(Fate.RELEASE)
    dialog._segments[CAMILLE].press(Fate.CLOSE)
    dialog.unplan(CAMILLE)
    assert dialog._segments[CAMILLE].taken() == Fate.RELEASE


def test_a_later_choice_replaces_what_a_dialog_settled(screen: QApplication, qtbot: QtBot) -> None:
    dialog, answers = opened(qtbot)
    dialog.plan(CAMILLE, Close())
    dialog._segments[CAMILLE].press(Fate.PAUSE)
    dialog.accept_button.click()
    assert commands(answers)[CAMILLE] == Pause(until=NINE)


def test_the_list_follows_what_changes_meanwhile(screen: QApplication, qtbot: QtBot) -> None:
    dialog, answers = opened(qtbot)
    dialog._segments[CAMILLE].press(Fate.RELEASE)
    woken = ShiftRow(conversation=KARIM, name="Karim B.", state="on the site")
    dialog.show_rows((ROWS[0], woken))
    dialog.accept_button.click()
    assert commands(answers) == {CAMILLE: Release(), KARIM: Pause(until=NINE)}


def test_with_nothing_left_one_just_signs_out(screen: QApplication, qtbot: QtBot) -> None:
    dialog, answers = opened(qtbot)
    dialog.show_rows(())
    assert dialog.accept_button.text() == "Sign out"
    dialog.accept_button.click()
    assert answers == [()]


def test_staying_settles_nothing(screen: QApplication, qtbot: QtBot) -> None:
    dialog, answers = opened(qtbot)
    dialog.stay_button.click()
    assert not answers
    assert dialog.accessibleName() == "End of shift"


def test_the_next_shift_is_the_planned_one(paris: None) -> None:
    tuesday = PlannedHours(((1, time(8, 30), time(12)), (6, time(9), time(18))))
    assert next_shift(NOON, tuesday) == datetime(2026, 11, 24, 7, 30, tzinfo=UTC)
    assert next_shift(NOON, None) == NINE
    assert next_shift(NOON, PlannedHours(())) == NINE


def test_the_same_list_again_leaves_the_keyboard_where_it_is(
    screen: QApplication, qtbot: QtBot
) -> None:
    dialog, _ = opened(qtbot)
    button = dialog._segments[KARIM]._buttons[Fate.KEEP]
    button.setFocus()
    dialog.show_rows(tuple(ROWS))
    assert dialog.focusWidget() is button
    dialog.show_rows(ROWS[:2])
    assert KARIM not in dialog._segments


def test_after_midnight_the_next_morning_is_todays(paris: None) -> None:
    one_at_night = NINE - timedelta(hours=8)
    assert next_shift(one_at_night, None) == NINE
    assert next_shift(NINE - timedelta(hours=1), None) == NINE + timedelta(days=1)
