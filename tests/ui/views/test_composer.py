"""The composer: Enter sends, Shift+Enter breaks, nothing is lost."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from pupitre.domain.checks import TEXT_LIMIT
from pupitre.domain.mission import CannedReply
from pupitre.ui.views.composer import Composer

HELLO = CannedReply(name="bonjour", text="Bonjour {visitor}, votre {commande} ?")
CHECK = CannedReply(name="cherche", text="Je vérifie.")


@pytest.fixture
def composer(screen: QApplication, qtbot: QtBot) -> Composer:
    place = QWidget()
    qtbot.addWidget(place)
    column = QVBoxLayout(place)
    column.addStretch(1)
    made = Composer(place, place)
    column.addWidget(made)
    place.resize(640, 400)
    place.show()
    made.show_canned([HELLO, CHECK], {"visitor": "Camille"})
    made.focus()
    return made


def sent(composer: Composer) -> list[str]:
    told: list[str] = []
    composer.reply_written.connect(told.append)
    return told


def keys(composer: Composer, words: str) -> None:
    QTest.keyClicks(composer.field, words)


class Paints(QObject):
    """Counts how often what it watches is painted."""

    count = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_another_addressee_is_read_at_once(composer: Composer, screen: QApplication) -> None:
    composer.show_addressee("Sophie")
    composer.field.clearFocus()  # no cursor that blinks
    for _ in range(5):
        screen.processEvents()
    paints = Paints()
    composer.field.viewport().installEventFilter(paints)
    composer.show_addressee("Karim")
    for _ in range(5):
        screen.processEvents()
    assert composer.field.placeholderText() == "Write to Karim"
    assert paints.count == 1


def test_enter_sends_and_leaves_the_focus(composer: Composer) -> None:
    told = sent(composer)
    keys(composer, "  Oui  ")
    QTest.keyClick(composer.field, Qt.Key.Key_Return)
    assert told == ["Oui"]
    assert composer.field.hasFocus()


def test_shift_enter_breaks_the_line(composer: Composer) -> None:
    told = sent(composer)
    keys(composer, "a")
    QTest.keyClick(composer.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    keys(composer, "b")
    assert composer.text == "a\nb"
    assert not told


def test_nothing_is_sent_when_nothing_is_written(composer: Composer) -> None:
    told = sent(composer)
    keys(composer, "   ")
    QTest.keyClick(composer.field, Qt.Key.Key_Return)
    assert not told


def test_each_key_is_told_for_the_draft(composer: Composer) -> None:
    drafts: list[str] = []
    composer.edited.connect(drafts.append)
    keys(composer, "ab")
    composer.show_draft("autre")
    assert drafts == ["a", "ab"]
    assert composer.text == "autre"


def test_the_field_grows_to_six_lines(composer: Composer) -> None:
    heights = []
    for lines in (1, 2, 4, 6, 12):
        composer.show_draft("\n".join("x" * lines))
        heights.append(composer.field.sizeHint().height())
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4]


def test_a_low_pane_leaves_one_line(composer: Composer) -> None:
    tall = composer.field.sizeHint().height()
    composer.field.show_least(1)
    assert composer.field.sizeHint().height() < tall


def test_a_text_that_is_too_long_is_counted_and_kept(composer: Composer) -> None:
    told = sent(composer)
    composer.show_draft("x" * (TEXT_LIMIT - 10))
    assert composer._hint.text() == "10 characters left"
    composer.show_draft("x" * (TEXT_LIMIT + 2))
    assert composer._hint.text() == "2 characters too many"
    QTest.keyClick(composer.field, Qt.Key.Key_Return)
    assert not told


def test_a_reply_is_chosen_with_the_keys(composer: Composer) -> None:
    keys(composer, "/")
    assert composer._offered.titles() == ["bonjour", "cherche"]
    QTest.keyClick(composer.field, Qt.Key.Key_Down)
    QTest.keyClick(composer.field, Qt.Key.Key_Return)
    assert composer.text == "Je vérifie."
    assert not composer._offered.is_open


def test_escape_leaves_the_replies(composer: Composer) -> None:
    keys(composer, "/b")
    QTest.keyClick(composer.field, Qt.Key.Key_Escape)
    assert not composer._offered.is_open
    assert composer.text == "/b"


def test_an_unknown_reply_offers_nothing(composer: Composer) -> None:
    keys(composer, "/zzz")
    assert not composer._offered.is_open


def test_a_blank_is_filled_in_before_the_reply_leaves(composer: Composer) -> None:
    told = sent(composer)
    keys(composer, "/bon")
    QTest.keyClick(composer.field, Qt.Key.Key_Tab)
    assert composer.field.textCursor().selectedText() == "{commande}"
    QTest.keyClick(composer.field, Qt.Key.Key_Return)
    assert not told
    keys(composer, "facture")
    QTest.keyClick(composer.field, Qt.Key.Key_Return)
    assert told == ["Bonjour Camille, votre facture ?"]


def test_the_button_starts_a_reply(composer: Composer) -> None:
    keys(composer, "Oui")
    button = composer.findChild(QPushButton, "canned")
    assert isinstance(button, QPushButton)
    button.click()
    assert composer.text == "Oui /"
    assert composer._offered.is_open


def test_a_locked_conversation_keeps_what_was_written(composer: Composer) -> None:
    told = sent(composer)
    keys(composer, "Un instant")
    composer.show_lock("transferred")
    QTest.keyClick(composer.field, Qt.Key.Key_Return)
    assert not told
    assert composer.text == "Un instant"
    assert "transferred" in composer.lock._words.text()
    assert composer.lock._unlock.isHidden()
    assert not composer.field.isHidden(), "a draft can be copied"
    composer.show_draft("")
    assert composer.field.isHidden()
    composer.show_draft("Un instant")
    composer.show_lock("")
    QTest.keyClick(composer.field, Qt.Key.Key_Return)
    assert told == ["Un instant"]


def test_what_a_colleague_answered_is_read_before_one_writes(composer: Composer) -> None:
    asked: list[bool] = []
    composer.lock.unlock_asked.connect(lambda: asked.append(True))
    composer.show_lock("answered")
    assert not composer.lock._unlock.isHidden()
    composer.lock._unlock.click()
    assert asked


def test_only_words_are_pasted(composer: Composer) -> None:
    clip = QMimeData()
    clip.setHtml("<b>gras</b><img src='http://x.example/y.png'>")
    clip.setText("gras")
    composer.field.insertFromMimeData(clip)
    assert composer.text == "gras"


def test_the_reminder_is_true_of_the_settings(composer: Composer) -> None:
    composer.show_undo(possible=False)
    assert composer._hint.text() == "Enter sends"
    composer.show_undo(possible=True)
    assert composer._hint.text() == "Enter sends · 5 s to undo (Ctrl+Z)"
