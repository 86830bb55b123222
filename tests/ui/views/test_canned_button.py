"""The button of the canned replies gives way."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pupitre.ui.views.canned_button import CannedButton

pytestmark = pytest.mark.usefixtures("screen")


def test_its_words_give_way_and_come_back(qtbot: QtBot, screen: QApplication) -> None:
    button = CannedButton()
    qtbot.addWidget(button)
    wide = button.sizeHint().width()
    assert button.fit(wide) == wide
    assert button.text() == "/ Canned replies"
    assert button.fit(wide - 1) < wide
    assert button.text() == "/"
    assert button.accessibleName() == button.toolTip() == "/ Canned replies"
    assert button.fit(wide) == wide
    assert button.text() == "/ Canned replies"
    assert not button.toolTip()
