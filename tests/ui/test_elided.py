"""Words give way instead of pushing, and can still be read."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pupitre.ui.elided import Elided

WORDS = "Un devis pour le vélo de ville en cadre moyen.pdf"


def drawn(label: Elided, width: int) -> QImage:
    label.resize(width, label.sizeHint().height())
    return label.grab().toImage()


def test_the_words_shrink_to_what_they_are_told(screen: QApplication, qtbot: QtBot) -> None:
    label = Elided(WORDS, "quiet", least=60)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < label.sizeHint().width() / 2
    assert label.minimumSizeHint().height() == label.sizeHint().height()


def test_short_words_ask_for_no_more_than_they_need(screen: QApplication, qtbot: QtBot) -> None:
    label = Elided("a", "quiet", least=200)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() == label.sizeHint().width()


def test_what_is_cut_is_in_the_tool_tip(screen: QApplication, qtbot: QtBot) -> None:
    label = Elided(WORDS, "quiet")
    qtbot.addWidget(label)
    assert label.toolTip() == label.text() == WORDS


def test_words_without_room_are_drawn_with_dots(screen: QApplication, qtbot: QtBot) -> None:
    label = Elided(WORDS, "quiet")
    same = Elided(WORDS + " et une suite que personne ne voit", "quiet")
    whole = Elided(WORDS[:10], "quiet")
    for shown in (label, same, whole):
        qtbot.addWidget(shown)
    assert drawn(label, 90) == drawn(same, 90)
    assert drawn(label, 90) != drawn(whole, 90)


def test_markup_is_shown_as_it_was_written(screen: QApplication, qtbot: QtBot) -> None:
    bold, plain = Elided("<b>x</b>", "quiet"), Elided("x", "quiet")
    for shown in (bold, plain):
        qtbot.addWidget(shown)
    assert bold.sizeHint().width() > plain.sizeHint().width()
