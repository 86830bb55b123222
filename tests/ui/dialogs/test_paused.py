"""The list of pauses (P4)."""

from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from pupitre.domain.ids import ConversationId
from pupitre.ui.dialogs.paused import PausedDialog, PausedRow

KARIM, INES = ConversationId("karim"), ConversationId("ines")
ROWS = (
    PausedRow(conversation=KARIM, name="Karim B.", state="Back today 18:47 · pause 1 of 2"),
    PausedRow(conversation=INES, name="Inès", state="Back tomorrow 09:00 · pause 2 of 2"),
)


def press(dialog: PausedDialog, words: str, about: str) -> None:
    found = [
        it
        for it in dialog.findChildren(QPushButton)
        if it.text() == words and it.accessibleDescription() == about
    ]
    found[0].click()


def opened(qtbot: QtBot) -> tuple[PausedDialog, list[tuple[str, object]]]:
    dialog = PausedDialog(ROWS)
    asked: list[tuple[str, object]] = []
    dialog.resume_asked.connect(lambda it: asked.append(("resume", it)))
    dialog.change_asked.connect(lambda it: asked.append(("change", it)))
    dialog.open_asked.connect(lambda it: asked.append(("open", it)))
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog, asked


def test_one_can_be_taken_back_or_moved(screen: QApplication, qtbot: QtBot) -> None:
    dialog, asked = opened(qtbot)
    press(dialog, "Take back", "Karim B.")
    press(dialog, "Change time…", "Inès")
    assert asked == [("resume", KARIM), ("change", INES)]
    assert dialog.isVisible()


def test_opening_one_leaves_the_list(screen: QApplication, qtbot: QtBot) -> None:
    dialog, asked = opened(qtbot)
    press(dialog, "Open", "Inès")
    assert asked == [("open", INES)]
    assert not dialog.isVisible()


def test_an_empty_list_says_so(screen: QApplication, qtbot: QtBot) -> None:
    dialog, _ = opened(qtbot)
    dialog.show_rows(())
    assert dialog.nothing.isVisible()
    dialog.show_rows(ROWS[:1])
    assert not dialog.nothing.isVisible()


def test_the_same_list_again_leaves_the_keyboard_where_it_is(
    screen: QApplication, qtbot: QtBot
) -> None:
    dialog, _ = opened(qtbot)
    before = dialog.findChildren(QPushButton)
    before[0].setFocus()
    dialog.show_rows(tuple(ROWS))
    assert dialog.findChildren(QPushButton) == before
    assert dialog.focusWidget() is before[0]
    dialog.show_rows(ROWS[1:])
    assert len(dialog.findChildren(QPushButton)) < len(before)
