"""What is told to a widget that is gone is not an error."""

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from pupitre.client.observe import Observable
from pupitre.ui.alive import while_alive


class Listener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    @while_alive
    def hear(self, news: str) -> None:
        self.heard.append(news)


def test_news_are_heard_until_qt_deletes_the_listener(screen: QApplication) -> None:
    told: Observable[str] = Observable()
    listener = Listener()
    told.subscribe(listener.hear)
    told.notify("one")
    shiboken6.delete(listener)
    told.notify("two")
    assert listener.heard == ["one"]
