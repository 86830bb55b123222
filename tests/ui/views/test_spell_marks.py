"""Misspelt words are underlined and mended, and nothing else is touched."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from pupitre.ui.spelling import Spelling
from pupitre.ui.views import spell_marks
from pupitre.ui.views.spell_marks import SpellMarks
from tests.support.loop import until
from tests.ui.test_spelling import Words

WAVE = QTextCharFormat.UnderlineStyle.SpellCheckUnderline
RIGHT = Words("bonjour", "Bonjour", "le", "vélo", "aujourd’hui", "est", "là")


@pytest.fixture
def spelling(screen: QApplication) -> Iterator[Spelling]:
    made = Spelling(lambda language: RIGHT if language == "fr" else None)
    yield made
    made.end()


@pytest.fixture
def field(qtbot: QtBot) -> QPlainTextEdit:
    made = QPlainTextEdit()
    qtbot.addWidget(made)
    return made


def marked(field: QPlainTextEdit) -> list[str]:
    """Return the words that are underlined."""
    found, block = [], field.document().firstBlock()
    while block.isValid():
        raw = block.text().encode("utf-16-le")
        for it in block.layout().formats():
            if it.format.underlineStyle() is WAVE:
                found.append(raw[2 * it.start : 2 * (it.start + it.length)].decode("utf-16-le"))
        block = block.next()
    return found


async def test_what_is_wrong_is_underlined(spelling: Spelling, field: QPlainTextEdit) -> None:
    SpellMarks(field, spelling).speak("fr")
    field.setPlainText("😀 Bonjuor le vélo\naujourd’hui est lá")
    await until(lambda: marked(field) == ["Bonjuor", "lá"])


async def test_marks_are_no_change_of_the_text(spelling: Spelling, field: QPlainTextEdit) -> None:
    SpellMarks(field, spelling).speak("fr")
    field.setPlainText("Bonjuor")
    changes: list[str] = []
    field.textChanged.connect(lambda: changes.append(field.toPlainText()))
    await until(lambda: marked(field))
    assert changes == [], "a draft is not written again because of a mark"


@pytest.mark.parametrize(
    "text",
    ["https://velo.example/xyzz", "camille@exmaple.org", "{visiteru}", "SNCF", "A4", "b2b", "x"],
)
async def test_what_is_no_prose_is_left_alone(
    spelling: Spelling, field: QPlainTextEdit, text: str
) -> None:
    SpellMarks(field, spelling).speak("fr")
    field.setPlainText(f"{text} bonjuor")
    await until(lambda: marked(field) == ["bonjuor"])


async def test_the_word_being_typed_is_left_alone_for_a_moment(
    spelling: Spelling, field: QPlainTextEdit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spell_marks, "_REST", 60)
    SpellMarks(field, spelling).speak("fr")
    field.insertPlainText("lle bonjuo")
    await until(lambda: marked(field) == ["lle"])
    await until(lambda: marked(field) == ["lle", "bonjuo"])


async def test_another_language_marks_nothing(spelling: Spelling, field: QPlainTextEdit) -> None:
    marks = SpellMarks(field, spelling)
    marks.speak("fr")
    field.setPlainText("bonjuor")
    await until(lambda: marked(field))
    marks.speak("en")
    await until(lambda: not marked(field))
    marks.speak("")
    assert not marked(field)


async def test_a_suggestion_takes_the_place_of_the_word(
    spelling: Spelling, field: QPlainTextEdit, qtbot: QtBot
) -> None:
    marks = SpellMarks(field, spelling)
    marks.speak("fr")
    field.setPlainText("😀 Le bonjuor")
    await until(lambda: marked(field) == ["Le", "bonjuor"])
    cursor = field.textCursor()
    cursor.setPosition(8)
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("Copy")
    marks.offer(menu, cursor)
    words = [it.text() for it in menu.actions()]
    assert words[0] == "bonjour"
    assert words[-1] == "Copy"
    assert "Add “bonjuor” to the dictionary" in words
    menu.actions()[0].trigger()
    assert field.toPlainText() == "😀 Le bonjour"
    field.undo()
    assert field.toPlainText() == "😀 Le bonjuor"


async def test_a_word_can_be_added(spelling: Spelling, field: QPlainTextEdit, qtbot: QtBot) -> None:
    marks = SpellMarks(field, spelling)
    marks.speak("fr")
    field.setPlainText("Elops")
    await until(lambda: marked(field))
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("Copy")
    marks.offer(menu, field.textCursor())
    next(it for it in menu.actions() if it.text().startswith("Add")).trigger()
    await until(lambda: not marked(field))
    RIGHT.words.discard("Elops")


async def test_a_right_word_has_no_suggestions(
    spelling: Spelling, field: QPlainTextEdit, qtbot: QtBot
) -> None:
    marks = SpellMarks(field, spelling)
    marks.speak("fr")
    field.setPlainText("bonjour")
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("Copy")
    marks.offer(menu, field.textCursor())
    assert len(menu.actions()) == 1
