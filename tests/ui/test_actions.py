"""One table of acts, whose keys can be changed."""

from collections import Counter

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from pupitre.ui import actions


def test_no_two_acts_share_their_keys(screen: QApplication) -> None:
    keys = Counter(act.keys for act in actions.table() if act.keys)
    assert max(keys.values()) == 1


def test_the_keys_of_the_manual_are_there(screen: QApplication) -> None:
    keys = {act.name: act.keys for act in actions.table()}
    assert keys["search"] == "Ctrl+K"
    assert keys["next"] == "Ctrl+Tab"
    assert keys["pause"] == "Ctrl+P"
    assert keys["close"] == "Ctrl+W"
    assert keys["transfer"] == "Ctrl+T"
    assert keys["availability"] == "Ctrl+Shift+A"
    assert keys["back"] == "Esc"


def test_chosen_keys_replace_the_acts_own(screen: QApplication) -> None:
    parent = QObject()
    made = actions.make(parent, {"pause": "F9"})
    assert made["pause"].shortcut().toString() == "F9"
    assert made["close"].shortcut().toString() == "Ctrl+W"
    actions.assign(made, {})
    assert made["pause"].shortcut().toString() == "Ctrl+P"
