"""The menu of a message: copying its words and its link, opening and saving its files."""

from collections.abc import Iterable, Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from pupitre.ui.views.thread_files import Entry

translate = QCoreApplication.translate


def copying(chosen: str, message: str, address: str) -> Iterator[Entry]:
    """Yield what there is to copy: the words that are chosen, the message, the link."""
    for words, taken in (
        (translate("ThreadView", "Copy"), chosen),
        (translate("ThreadView", "Copy the message"), message),
        (translate("ThreadView", "Copy the address"), address),
    ):
        if taken:
            yield words, partial(to_clipboard, taken)


def open_menu(owner: QWidget, entries: Iterable[Entry], at: QPoint) -> None:
    """Offer these, if there are any."""
    offered = list(entries)
    if not offered:
        return
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for words, act in offered:
        menu.addAction(words).triggered.connect(act)
    menu.popup(at)


def to_clipboard(words: str) -> None:
    """Put words on the clipboard."""
    QGuiApplication.clipboard().setText(words)
