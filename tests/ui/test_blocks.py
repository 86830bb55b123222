"""The blocks that windows and dialogs share."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTimeEdit
from pytestqt.qtbot import QtBot

from pupitre.ui import blocks


def test_words_are_never_markup(screen: QApplication, qtbot: QtBot) -> None:
    label = blocks.label("<b>gros</b>", "text")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_an_icon_says_what_it_means(screen: QApplication, qtbot: QtBot) -> None:
    button = blocks.icon_button("settings", "Menu")
    qtbot.addWidget(button)
    assert (button.toolTip(), button.accessibleName()) == ("Menu", "Menu")


def test_the_whole_card_is_the_choice(screen: QApplication, qtbot: QtBot) -> None:
    card = blocks.ChoiceCard("3 hours", "back today 18:47")
    qtbot.addWidget(card)
    card.resize(card.sizeHint())
    assert card.hitButton(QPoint(card.width() - 4, 4))
    card.click()
    assert card.isChecked()
    assert card.accessibleName() == "3 hours"
    card.show_hint("back tomorrow")
    assert card.accessibleDescription() == "back tomorrow"
    assert not card.grab().isNull()


def test_a_time_stands_off_its_edge(screen: QApplication, qtbot: QtBot) -> None:
    field = QTimeEdit()
    qtbot.addWidget(field)
    blocks.inset(field)
    inside = field.findChild(QLineEdit)
    assert inside is not None
    assert inside.textMargins().left() > 0
