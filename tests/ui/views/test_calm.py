"""What says the same as before is neither laid out nor painted again."""

from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from pupitre.client.views import Delivery, Row
from pupitre.domain.ids import VisitorId
from pupitre.domain.people import Page, Visitor
from pupitre.ui.thread_lines import Names
from pupitre.ui.views.pane import ConversationPane
from pupitre.ui.views.visitor import VisitorPanel
from tests.support.screen import NOON, noon
from tests.support.values import answered, card, said

PAGE = Page(url="https://velo.example/vtt/29-pouces", title="VTT 29 pouces")
STIRRED = (
    QEvent.Type.Paint,
    QEvent.Type.LayoutRequest,
    QEvent.Type.ReadOnlyChange,
    QEvent.Type.ToolTipChange,
    QEvent.Type.EnabledChange,
)


class Observer(QObject):
    """Writes down which widgets are stirred."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, QEvent.Type]] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget) and event.type() in STIRRED:
            self.seen.append((type(watched).__name__, event.type()))
        return False


def calm(app: QApplication) -> None:
    for _ in range(8):
        app.processEvents()


@contextmanager
def observed(app: QApplication) -> Iterator[Observer]:
    """Watch from when everything is painted until it is again."""
    calm(app)
    observer = Observer()
    app.installEventFilter(observer)
    yield observer
    calm(app)
    app.removeEventFilter(observer)


def test_a_message_changes_nothing_around_the_thread(screen: QApplication, qtbot: QtBot) -> None:
    pane = ConversationPane(noon)
    qtbot.addWidget(pane)
    pane.resize(700, 500)
    pane.show_conversation()
    pane.show_card(card(), PAGE)
    pane.show()
    with observed(screen) as observer:
        pane.show_card(card(preview="Encore une question", unread=3, last_at=NOON), PAGE)
    assert observer.seen == []
    with observed(screen) as observer:
        pane.show_card(card(locked="closed"), PAGE)
    assert observer.seen


def test_a_message_has_nothing_painted_but_its_thread(screen: QApplication, qtbot: QtBot) -> None:
    pane = ConversationPane(noon)
    qtbot.addWidget(pane)
    pane.resize(700, 500)
    pane.show_conversation()
    pane.show_card(card(), PAGE)
    pane.show()
    rows: list[Row] = [said(f"m{i}") for i in range(30)]
    pane.model.open(rows, Names(visitor="Camille"), 100)
    pane.place.view.go_to_end()
    with observed(screen) as observer:
        rows.append(said("new"))
        pane.model.appended(30, 30)
    painted = {name for name, kind in observer.seen if kind is QEvent.Type.Paint}
    assert painted == {"QWidget", "_Bar"}
    assert len(observer.seen) == 2
    with observed(screen) as observer:
        for place in range(31, 131):
            rows.append(said(f"burst{place}"))
            pane.model.appended(place, place)
    assert len([kind for _, kind in observer.seen if kind is QEvent.Type.Paint]) == 2


def test_a_message_changes_nothing_of_what_is_said_of_its_visitor(
    screen: QApplication, qtbot: QtBot
) -> None:
    panel = VisitorPanel()
    qtbot.addWidget(panel)
    visitor = Visitor(id=VisitorId("v"), device="Firefox", page=PAGE)
    panel.show_visitor(card(), visitor, NOON)
    panel.show()
    with observed(screen) as observer:
        panel.show_visitor(card(preview="Encore une question", unread=3), visitor, NOON)
    assert observer.seen == []
    with observed(screen) as observer:
        panel.show_visitor(card(), None, NOON)
    assert observer.seen


def on_the_screen(widget: QWidget) -> QImage:
    return widget.screen().grabWindow(widget.winId()).toImage()


def test_what_is_on_the_screen_is_what_would_be_painted_anew(
    screen: QApplication, qtbot: QtBot
) -> None:
    chance = Random(7)
    rows: list[Row] = [said(f"m{i}") for i in range(20)]
    pane = ConversationPane(noon)
    qtbot.addWidget(pane)
    pane.resize(600, 500)
    pane.show_conversation()
    pane.show()
    pane.model.open(rows, Names(visitor="Camille"), 100)
    view = pane.place.view

    def something_happens() -> None:
        match chance.randrange(5):
            case 0 | 1:
                rows.append(said(f"n{len(rows)}", "mot " * chance.randint(1, 40)))
                pane.model.appended(len(rows) - 1, len(rows) - 1)
            case 2:
                place = chance.randrange(len(rows) - 5, len(rows))
                rows[place] = answered(rows[place].key, delivery=chance.choice(list(Delivery)))
                pane.model.changed(place, place)
            case 3:
                view.scroll_by(chance.randint(-150, 150))
            case _:
                view.go_to_end()

    for _ in range(40):
        something_happens()
        screen.processEvents()
        something_happens()
        calm(screen)
        shown = on_the_screen(pane)
        view._painter.show_others()
        for widget in (pane, *pane.findChildren(QWidget)):
            widget.update()
        calm(screen)
        assert on_the_screen(pane) == shown
