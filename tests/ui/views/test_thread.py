"""The thread stays where one reads, and its words can be taken."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from pupitre.client.views import Delivery, Row
from pupitre.domain import events as e
from pupitre.domain.ids import ExpertId
from pupitre.domain.people import Page
from pupitre.ui.models.thread import ThreadModel
from pupitre.ui.thread_lines import Names
from pupitre.ui.views.thread import ThreadView
from pupitre.ui.views.thread_place import ThreadPlace
from tests.support.screen import NOON, noon
from tests.support.values import answered, happened, said

LONG = "Une phrase assez longue pour prendre deux lignes dans une bulle étroite. " * 2


class Reader:
    """Somebody who reads a thread."""

    def __init__(self, rows: list[Row], read_to: int = 10**6) -> None:
        self.rows = rows
        self.model = ThreadModel(noon)
        self.place = ThreadPlace(self.model)
        self.place.resize(600, 400)
        self.place.show()
        self.model.open(rows, Names(visitor="Camille"), read_to)
        self.view.open_at_unread()
        QApplication.sendPostedEvents()

    @property
    def view(self) -> ThreadView:
        return self.place.view

    def hears(self, *rows: Row) -> None:
        first = len(self.rows)
        self.rows.extend(rows)
        self.model.appended(first, len(self.rows) - 1)
        self.view.doItemsLayout()
        QApplication.sendPostedEvents()

    def scrolls_to(self, value: int) -> None:
        self.view.verticalScrollBar().setValue(value)

    def top_of(self, key: str) -> int:
        return self.view.visualRect(self.model.index(self.model.position(key))).top()

    def middle_of(self, key: str) -> QPoint:
        index = self.model.index(self.model.position(key))
        placed = self.view._painter.place(index.row(), self.view.visualRect(index).top())
        assert placed is not None
        return placed.box.center()

    def mouse(self, kind: QEvent.Type, at: QPoint, *, held: bool) -> None:
        none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
        button = none if kind == QEvent.Type.MouseMove else left
        buttons = left if held else none
        event = QMouseEvent(
            kind, QPointF(at), QPointF(at), button, buttons, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(self.view.viewport(), event)

    def drags(self, start: QPoint, end: QPoint) -> None:
        self.mouse(QEvent.Type.MouseButtonPress, start, held=True)
        self.mouse(QEvent.Type.MouseMove, end, held=True)
        self.mouse(QEvent.Type.MouseButtonRelease, end, held=False)

    def clicks(self, at: QPoint) -> None:
        self.mouse(QEvent.Type.MouseButtonPress, at, held=True)
        self.mouse(QEvent.Type.MouseButtonRelease, at, held=False)


def talk(count: int) -> list[Row]:
    return [
        (said if n % 2 else answered)(f"m{n}", LONG, seq=n, at=NOON + timedelta(minutes=n))
        for n in range(1, count + 1)
    ]


@pytest.fixture
def reader(screen: QApplication, qtbot: QtBot) -> Reader:
    made = Reader(talk(60))
    qtbot.addWidget(made.place)
    return made


def test_a_read_thread_opens_at_its_end(reader: Reader) -> None:
    assert reader.view.is_at_end
    assert not reader.place._down.isVisible()


def test_a_thread_opens_at_the_first_message_not_read(screen: QApplication, qtbot: QtBot) -> None:
    rows: list[Row] = [answered(f"a{n}", LONG, seq=n) for n in range(1, 30)]
    rows += [said(f"m{n}", LONG, seq=n) for n in range(30, 60)]
    reader = Reader(rows, read_to=29)
    qtbot.addWidget(reader.place)
    assert reader.top_of("m30") == 0
    assert not reader.view.is_at_end


def test_a_new_message_is_seen_by_who_is_at_the_end(reader: Reader) -> None:
    reader.hears(said("new", LONG))
    assert reader.view.is_at_end
    assert reader.top_of("new") < reader.view.viewport().height()


def test_a_new_message_does_not_move_who_reads_above(reader: Reader) -> None:
    reader.scrolls_to(800)
    before = {key: reader.top_of(key) for key in ("m10", "m20")}
    reader.hears(said("new", LONG), said("newer", LONG))
    assert {key: reader.top_of(key) for key in before} == before
    assert reader.place._down.isVisible()
    assert reader.place._down.text() == "New messages"
    reader.place._down.click()
    assert reader.view.is_at_end
    assert not reader.place._down.isVisible()


def test_a_message_above_that_grows_does_not_move_who_reads(reader: Reader) -> None:
    reader.scrolls_to(1500)
    before = reader.top_of("m40")
    reader.rows[2] = said("m3", LONG * 6, seq=3, at=NOON + timedelta(minutes=3))
    reader.model.changed(2, 2)
    assert reader.top_of("m40") == before
    assert reader.view.verticalScrollBar().value() > 1500


def test_earlier_rows_do_not_move_who_reads(screen: QApplication, qtbot: QtBot) -> None:
    reader = Reader(talk(450))
    qtbot.addWidget(reader.place)
    first = reader.model.keys()[0]
    reader.scrolls_to(30)
    assert reader.model.keys()[0] != first
    assert reader.top_of(first) == -30


def test_the_beginning_asks_for_what_the_server_keeps(reader: Reader) -> None:
    asked: list[bool] = []
    reader.view.earlier_wanted.connect(lambda: asked.append(True))
    reader.scrolls_to(0)
    assert asked


def test_another_width_keeps_the_end_in_sight(reader: Reader) -> None:
    reader.place.resize(420, 300)
    QApplication.sendPostedEvents()
    assert reader.view.is_at_end
    assert reader.view.verticalScrollBar().value() == reader.view.verticalScrollBar().maximum()


def test_a_short_thread_lies_at_the_bottom(screen: QApplication, qtbot: QtBot) -> None:
    reader = Reader([said("a"), answered("b")])
    qtbot.addWidget(reader.place)
    assert reader.view.maximumHeight() < 200
    assert not reader.place._down.isVisible()


def test_words_are_chosen_across_messages_and_copied(reader: Reader) -> None:
    reader.drags(reader.middle_of("m59"), reader.middle_of("m60"))
    words = reader.view.selected_text()
    assert words.startswith("Camille (")
    assert "\nYou (" in words
    reader.view.setFocus()
    QTest.keyClick(reader.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == words


def test_all_is_chosen_from_the_keyboard(reader: Reader) -> None:
    QTest.keyClick(reader.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert reader.view.selected_text().count("\n") == 59


def test_a_double_click_chooses_a_message(reader: Reader) -> None:
    reader.mouse(QEvent.Type.MouseButtonDblClick, reader.middle_of("m60"), held=True)
    assert reader.view.selected_text() == LONG


def test_a_link_opens_on_a_click_only(screen: QApplication, qtbot: QtBot) -> None:
    reader = Reader([said("a", "https://velo.example/une-page-bien-longue")])
    qtbot.addWidget(reader.place)
    opened: list[str] = []
    reader.view.link_opened.connect(opened.append)
    at = reader.middle_of("a") - QPoint(0, 8)
    reader.mouse(QEvent.Type.MouseMove, at, held=False)
    assert reader.view.viewport().toolTip() == "https://velo.example/une-page-bien-longue"
    assert not opened
    reader.drags(at, at + QPoint(60, 0))
    assert not opened
    reader.clicks(at)
    assert opened == ["https://velo.example/une-page-bien-longue"]


def test_a_colleague_is_on_the_experts_side_and_never_taken_for_the_visitor(
    screen: QApplication, qtbot: QtBot
) -> None:
    theirs = answered("theirs", mine=False, writer="Bruno Leroy")
    reader = Reader([said("asked", "Oui"), theirs, answered("mine")])
    qtbot.addWidget(reader.place)
    middles = [reader.middle_of(key).x() for key in ("asked", "theirs", "mine")]
    half = reader.view.viewport().width() // 2
    assert [x > half for x in middles] == [False, True, True]
    picture = reader.view.viewport().grab().toImage()
    points = [reader.middle_of(key) + QPoint(0, -12) for key in ("asked", "theirs", "mine")]
    assert len({picture.pixelColor(it).name() for it in points}) == 3


def test_a_held_message_can_be_taken_back_with_a_click(screen: QApplication, qtbot: QtBot) -> None:
    held = answered("mine", delivery=Delivery.HELD, undo_until=NOON + timedelta(seconds=5))
    reader = Reader([said("a"), held])
    qtbot.addWidget(reader.place)
    asked: list[str] = []
    reader.view.undo_asked.connect(asked.append)
    index = reader.model.index(1)
    placed = reader.view._painter.place(1, reader.view.visualRect(index).top())
    assert placed is not None
    reader.clicks(reader.view._painter.undo_box(placed).center())
    reader.view.setCurrentIndex(index)
    QTest.keyClick(reader.view, Qt.Key.Key_Return)
    assert asked == ["mine", "mine"]


def test_every_kind_of_row_is_painted(screen: QApplication, qtbot: QtBot) -> None:
    page = Page(url="https://velo.example/", title="Accueil")
    rows: list[Row] = [
        happened(1, e.Started(page=page)),
        said("a", "Bonjour\nà vous", seq=2),
        *(answered(f"d{it}", delivery=it, refusal="blocked") for it in Delivery),
        happened(4, e.VisitorLeft()),
        happened(5, e.VisitorArrived(page=page)),
        happened(6, e.Noted(expert=ExpertId("alice"), text="Préfère le bleu. " * 20)),
    ]
    reader = Reader(rows, read_to=0)
    qtbot.addWidget(reader.place)
    reader.place.resize(600, 2000)
    reader.view.select_all()
    assert reader.top_of("e5") == reader.top_of("e4")
    picture = reader.place.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, 600, 3) for y in range(0, 2000, 3)}
    assert {"#1f6feb", "#eef1f5", "#fdecea", "#fff7e8", "#f6f7f9"} <= colours


def test_typing_is_shown_on_one_line(reader: Reader) -> None:
    reader.place.show_typing("Camille", "je fais aussi " * 40)
    assert reader.place._typing.text().endswith("…")
    reader.place.show_typing("Camille", "")
    assert reader.place._typing.text() == ""


def test_in_a_low_pane_the_line_of_typing_gives_way(reader: Reader, qtbot: QtBot) -> None:
    tall = reader.place.minimumSizeHint().height()
    reader.place.resize(400, 90)
    qtbot.waitUntil(lambda: reader.place.minimumSizeHint().height() < tall)
    reader.place.resize(400, 400)
    qtbot.waitUntil(lambda: reader.place.minimumSizeHint().height() == tall)


@pytest.mark.qt_log_ignore("grabbing the keyboard")
def test_what_is_under_the_pointer_can_be_copied(reader: Reader) -> None:
    reader.drags(reader.middle_of("m59"), reader.middle_of("m60"))
    at = reader.middle_of("m60")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, reader.view.mapToGlobal(at))
    QApplication.sendEvent(reader.view.viewport(), event)
    menu = reader.view.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert [it.text() for it in menu.actions()] == ["Copy", "Copy the message"]
    menu.actions()[1].trigger()
    assert QGuiApplication.clipboard().text() == LONG
    menu.close()


def test_a_line_above_what_was_not_read_leaves_no_gap_once_it_is(
    screen: QApplication, qtbot: QtBot
) -> None:
    rows: list[Row] = [said("m1", seq=1), said("m2", seq=2)]
    reader = Reader(rows, read_to=1)
    qtbot.addWidget(reader.place)
    index = reader.model.index(1)
    with_line = reader.view.visualRect(index).height()
    reader.model.open(rows, Names(visitor="Camille"), 2)
    assert reader.view.visualRect(reader.model.index(1)).height() < with_line


def test_nothing_is_kept_of_rows_that_are_no_longer_shown(reader: Reader) -> None:
    reader.hears(*[said(f"n{n}", seq=60 + n) for n in range(1, 250)])
    reader.model.trim()
    measured = reader.view._painter._measured
    assert set(measured) == set(reader.model.keys())
    reader.model.open([said("other")], Names(visitor="Marc"), 0)
    reader.view.settle()
    assert set(reader.view._painter._measured) == {said("other").key}
