"""What is asked too early is asked again once somebody listens."""

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from pupitre.ui.early import Early


class Page(QObject):
    opened = Signal(str)
    closed = Signal()


def test_the_last_of_each_is_told_in_order_and_once(qtbot: QtBot) -> None:
    page = Page()
    early = Early(page)
    early.keep(page.opened, page.closed)
    page.opened.emit("a")
    page.closed.emit()
    page.opened.emit("b")
    heard: list[str] = []
    page.opened.connect(heard.append)
    page.closed.connect(lambda: heard.append("closed"))
    early.tell()
    assert heard == ["closed", "b"]
    early.tell()
    page.opened.emit("c")
    early.tell()
    assert heard == ["closed", "b", "c"]
