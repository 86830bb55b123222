"""Settings, planned hours, shortcuts and blocking."""

from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pupitre.domain.commands import BlockVisitor
from pupitre.ui.dialogs.block import BlockDialog
from pupitre.ui.dialogs.settings import AccountShown, SettingsDialog
from pupitre.ui.dialogs.shortcuts import ShortcutsDialog, shortcuts_of
from pupitre.ui.preferences import Language, Preferences
from pupitre.ui.theme import Scheme
from tests.support.screen import NOON, noon, presses, unnamed

HOURS = ((0, time(9), time(18)), (3, time(8, 30), time(12)))


def settings(qtbot: QtBot, preferences: Preferences) -> tuple[SettingsDialog, list[Preferences]]:
    dialog = SettingsDialog(preferences, AccountShown(name="Anne", email="anne@example.org"))
    answers: list[Preferences] = []
    dialog.chosen.connect(answers.append)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog, answers


def test_settings_come_back_as_they_went_in(screen: QApplication, qtbot: QtBot) -> None:
    before = Preferences(
        language=Language.FRENCH,
        scheme=Scheme.DARK,
        undo=timedelta(),
        notifications=False,
        sounds=False,
        autostart=True,
        hours=HOURS,
        shortcuts={"pause": "Ctrl+J"},
    )
    dialog, answers = settings(qtbot, before)
    dialog.accept_button.click()
    assert answers == [before]


@pytest.mark.parametrize("before", [None, True, False])
def test_new_versions_are_offered_as_a_choice_only_where_somebody_told_where(
    screen: QApplication, qtbot: QtBot, before: bool | None
) -> None:
    dialog, answers = settings(qtbot, Preferences(updates=before))
    assert dialog.updates.isVisible() is (before is not None)
    dialog.updates.click()
    dialog.accept_button.click()
    assert [answer.updates for answer in answers] == [None if before is None else not before]


def test_settings_are_changed(screen: QApplication, qtbot: QtBot) -> None:
    dialog, answers = settings(qtbot, Preferences())
    dialog.language.setCurrentIndex(dialog.language.findData("fr"))
    dialog.scheme.setCurrentIndex(dialog.scheme.findData("light"))
    dialog.undo.setCurrentIndex(dialog.undo.findData(0))
    dialog.sounds.click()
    dialog.autostart.click()
    dialog.hours.plan(4, time(10), time(16))
    dialog.accept_button.click()
    assert answers == [
        Preferences(
            language=Language.FRENCH,
            scheme=Scheme.LIGHT,
            undo=timedelta(),
            sounds=False,
            autostart=True,
            hours=((4, time(10), time(16)),),
        )
    ]


def test_hours_that_end_before_they_begin_are_refused(screen: QApplication, qtbot: QtBot) -> None:
    dialog, answers = settings(qtbot, Preferences())
    dialog.hours.plan(4, time(18), time(9))
    dialog.accept_button.click()
    assert not answers
    assert dialog.refusal.text() == "Friday: the end has to come after the beginning."
    assert dialog.tabs.currentIndex() == 1


def test_settings_lead_to_the_shortcuts_and_out(screen: QApplication, qtbot: QtBot) -> None:
    dialog, answers = settings(qtbot, Preferences())
    with qtbot.waitSignal(dialog.sign_out_asked):
        dialog._on_sign_out()
    assert not answers
    assert not dialog.isVisible()


def actions() -> tuple[QAction, ...]:
    made = []
    for name, words, keys, usual in (
        ("pause", "Pause…", "Ctrl+J", "Ctrl+P"),
        ("close", "Close", "Ctrl+W", "Ctrl+W"),
        ("", "Nameless", "F9", ""),
    ):
        action = QAction(words)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(keys))
        action.setProperty("default-keys", usual)
        made.append(action)
    return tuple(made)


def test_only_other_shortcuts_than_the_usual_are_kept(screen: QApplication, qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(shortcuts_of(actions()))
    qtbot.addWidget(dialog)
    answers: list[dict[str, str]] = []
    dialog.chosen.connect(answers.append)
    assert list(dialog.fields) == ["pause", "close"]
    dialog.accept_button.click()
    dialog.usual_button.click()
    dialog.accept_button.click()
    assert answers == [{"pause": "Ctrl+J"}, {}]


def test_every_field_of_the_shortcuts_is_named(screen: QApplication, qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(shortcuts_of(actions()))
    qtbot.addWidget(dialog)
    assert unnamed(dialog) == []


def test_the_same_keys_twice_are_refused(screen: QApplication, qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(shortcuts_of(actions()))
    qtbot.addWidget(dialog)
    answers: list[object] = []
    dialog.chosen.connect(answers.append)
    dialog.fields["pause"].setKeySequence(QKeySequence("Ctrl+W"))
    dialog.accept_button.click()
    assert not answers
    assert dialog.refusal.text() == "Ctrl+W is taken twice: Pause, Close."


def test_escape_leaves_the_shortcuts_and_changes_none(screen: QApplication, qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(shortcuts_of(actions()))
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.rejected):
        presses(dialog.fields["pause"], Qt.Key.Key_Escape)
    assert dialog.fields["pause"].keySequence() == QKeySequence("Ctrl+J")


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_Space, Qt.Key.Key_Left])
def test_what_one_writes_with_is_no_shortcut(
    screen: QApplication, qtbot: QtBot, key: Qt.Key
) -> None:
    dialog = ShortcutsDialog(shortcuts_of(actions()))
    qtbot.addWidget(dialog)
    field = dialog.fields["pause"]
    presses(field, key)
    assert field.keySequence() == QKeySequence("Ctrl+J")
    presses(field, Qt.Key.Key_F7)
    assert field.keySequence() == QKeySequence("F7")
    presses(field, Qt.Key.Key_Delete)
    assert field.keySequence().isEmpty()


def test_a_block_has_a_reason_and_an_end(screen: QApplication, qtbot: QtBot) -> None:
    dialog = BlockDialog("Visitor 4821", "Visitor 4821", noon)
    qtbot.addWidget(dialog)
    answers: list[object] = []
    dialog.chosen.connect(answers.append)
    dialog.accept_button.click()
    assert "Write why" in dialog.refusal.text()
    dialog.reason.edit.setPlainText("Insultes")
    dialog.accept_button.click()
    dialog.lengths[None].setChecked(True)
    dialog.accept_button.click()
    assert answers == [
        BlockVisitor(reason="Insultes", until=NOON + timedelta(days=7)),
        BlockVisitor(reason="Insultes"),
    ]
