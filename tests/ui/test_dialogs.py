"""Every dialog, in both languages, both lights and with large text: nothing is cut."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pupitre.domain.closure import SurveyDelivery
from pupitre.domain.ids import ConversationId
from pupitre.domain.presence import Dot
from pupitre.ui import text, theme
from pupitre.ui.actions import table
from pupitre.ui.dialogs.base import DeskDialog
from pupitre.ui.dialogs.block import BlockDialog
from pupitre.ui.dialogs.closure import ClosureDialog
from pupitre.ui.dialogs.closure_words import ClosureQuestion
from pupitre.ui.dialogs.pause import PauseDialog
from pupitre.ui.dialogs.pause_words import PauseQuestion
from pupitre.ui.dialogs.paused import PausedDialog, PausedRow
from pupitre.ui.dialogs.settings import AccountShown, SettingsDialog
from pupitre.ui.dialogs.shift import ShiftDialog
from pupitre.ui.dialogs.shift_plan import ShiftRow
from pupitre.ui.dialogs.shortcuts import Shortcut, ShortcutsDialog
from pupitre.ui.dialogs.transfer import TransferDialog, TransferQuestion
from pupitre.ui.elided import Elided
from pupitre.ui.preferences import Language, Preferences
from pupitre.ui.visitor_words import anything_else, set_aside
from tests.support.screen import NOON, cut_words, noon, speak
from tests.ui.dialogs.test_closure import mission
from tests.ui.dialogs.test_transfer import found

KARIM = ConversationId("karim")


def pause() -> DeskDialog:
    return PauseDialog(
        PauseQuestion(
            name="Jean-Baptiste",
            first="Jean-Baptiste",
            dot=Dot.LEFT,
            left_at=NOON - timedelta(hours=2, minutes=15),
            count=3,
            farewell=set_aside("fr"),
        ),
        noon,
    )


def closure() -> DeskDialog:
    return ClosureDialog(
        ClosureQuestion(
            name="Camille D.",
            first="Camille",
            mission=mission(),
            delivery=SurveyDelivery.RETURN,
            last_question=anything_else("fr"),
        )
    )


def transfer() -> DeskDialog:
    return TransferDialog(TransferQuestion(name="Camille D.", first="Camille", targets=found()))


def shift() -> DeskDialog:
    rows = (
        ShiftRow(
            conversation=ConversationId("4821"),
            name=text.visitor_name("", 4821),
            state=text.short_presence(Dot.LEFT, NOON, NOON - timedelta(minutes=6)),
        ),
        ShiftRow(
            conversation=KARIM, name="Karim B.", state="…", paused_until=NOON + timedelta(days=3)
        ),
    )
    return ShiftDialog(rows, noon)


def paused() -> DeskDialog:
    return PausedDialog((PausedRow(conversation=KARIM, name="Karim B.", state="…"),))


def settings() -> DeskDialog:
    return SettingsDialog(Preferences(), AccountShown(name="Anne", email="anne@example.org"))


def shortcuts() -> DeskDialog:
    return ShortcutsDialog(
        [Shortcut(name=it.name, words=it.words, keys=it.keys, usual=it.keys) for it in table()]
    )


def block() -> DeskDialog:
    return BlockDialog("Camille D.", "Camille", noon)


ALL = (pause, closure, transfer, shift, paused, settings, shortcuts, block)
each_dialog = pytest.mark.parametrize("make", ALL, ids=lambda make: make.__name__)


@each_dialog
@pytest.mark.parametrize("zoom", [1.0, 1.3])
@pytest.mark.parametrize("language", [Language.ENGLISH, Language.FRENCH])
def test_no_word_is_cut(
    screen: QApplication,
    qtbot: QtBot,
    make: Callable[[], DeskDialog],
    language: Language,
    zoom: float,
) -> None:
    speak(screen, language)
    theme.apply(screen, theme.Scheme.LIGHT, zoom)
    dialog = make()
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitExposed(dialog)
    QApplication.sendPostedEvents()
    assert dialog.width() == theme.px(dialog.minimumWidth() / theme.current().scale)
    assert not cut_words(dialog)


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.FRENCH])
def test_every_act_that_has_a_shortcut_is_named_in_full(
    screen: QApplication, qtbot: QtBot, language: Language
) -> None:
    speak(screen, language)
    dialog = shortcuts()
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitExposed(dialog)
    names = dialog.findChildren(Elided)
    assert len(names) >= len(table())
    assert [it.text() for it in names if it.sizeHint().width() > it.width()] == []


@each_dialog
def test_a_refusal_makes_room_for_itself(
    screen: QApplication, qtbot: QtBot, make: Callable[[], DeskDialog]
) -> None:
    dialog = make()
    qtbot.addWidget(dialog)
    dialog.open()
    height = dialog.height()
    dialog.refuse("This is why it cannot be done. " * 6)
    QApplication.sendPostedEvents()
    assert dialog.height() > height
    assert not cut_words(dialog)
    dialog.refuse("")
    QApplication.sendPostedEvents()
    assert dialog.height() == height


@each_dialog
def test_each_is_modal_to_its_window_and_closed_by_escape(
    screen: QApplication, qtbot: QtBot, make: Callable[[], DeskDialog]
) -> None:
    dialog = make()
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.windowModality() is Qt.WindowModality.WindowModal
    assert dialog.accessibleName() == dialog.windowTitle() != ""
    dialog.reject()
    assert not dialog.isVisible()
