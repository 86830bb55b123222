"""A list that measures a row when it comes or changes, and paints what is new."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from pupitre.ui.models.keyed import Index, KeyedModel
from pupitre.ui.views.measured_list import MeasuredList, Rows


@dataclass(frozen=True)
class Slab:
    """A row that is as tall as it says."""

    key: str
    tall: int = 40


class Slabs(KeyedModel[Slab]):
    """Slabs, read by their keys."""

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        slab = self.at(index.row())
        return slab.key if slab and role == Qt.ItemDataRole.DisplayRole else None


class Ruler(Rows):
    """Writes down what it measures and paints."""

    def __init__(self, model: Slabs) -> None:
        self._model = model
        self.measured: list[int] = []
        self.painted: list[int] = []

    @override
    def height(self, row: int) -> int:
        self.measured.append(row)
        slab = self._model.at(row)
        return slab.tall if slab else 0

    @override
    def paint(self, painter: QPainter, row: int, top: int, *, focused: bool) -> None:
        self.painted.append(row)


class Wall:
    """A list of slabs, 200 pixels high."""

    def __init__(self, slabs: Sequence[Slab]) -> None:
        self.model = Slabs()
        self.model.reconcile(slabs)
        self.ruler = Ruler(self.model)
        self.view = MeasuredList(self.ruler)
        self.view.setModel(self.model)
        self.view.resize(300, 200)
        self.view.show()
        self.settles()

    def settles(self) -> None:
        for _ in range(5):
            QApplication.sendPostedEvents()
            QApplication.processEvents()
        self.ruler.measured.clear()
        self.ruler.painted.clear()

    def becomes(self, slabs: Sequence[Slab]) -> None:
        self.model.reconcile(slabs)

    def rect(self, row: int) -> QRect:
        return self.view.visualRect(self.model.index(row))

    @property
    def current(self) -> int:
        return self.view.currentIndex().row()

    def presses(self, *keys: Qt.Key) -> int:
        for key in keys:
            QTest.keyClick(self.view, key)
        return self.current


def slabs(count: int) -> list[Slab]:
    return [Slab(f"s{number}") for number in range(count)]


@pytest.fixture
def wall(screen: QApplication, qtbot: QtBot) -> Wall:
    made = Wall(slabs(50))
    qtbot.addWidget(made.view)
    return made


def test_a_row_that_comes_is_the_only_one_measured(wall: Wall) -> None:
    wall.becomes([*slabs(50), Slab("new", 70)])
    assert wall.ruler.measured == [50]
    assert wall.rect(50) == QRect(0, 2000, wall.view.viewport().width(), 70)
    assert wall.view.verticalScrollBar().maximum() == 2070 - wall.view.viewport().height()


def test_rows_out_of_sight_are_not_painted(wall: Wall) -> None:
    wall.becomes([*slabs(50), Slab("new")])
    QApplication.processEvents()
    assert wall.ruler.painted == []


def test_a_row_that_changes_is_measured_and_moves_what_follows(wall: Wall) -> None:
    grown = [Slab(it.key, 60) if it.key == "s2" else it for it in slabs(50)]
    wall.becomes(grown)
    assert wall.ruler.measured == [2]
    assert [wall.rect(row).top() for row in (2, 3, 49)] == [80, 140, 1980]
    QApplication.processEvents()
    assert min(wall.ruler.painted) >= 2


def test_rows_that_go_close_the_gap(wall: Wall) -> None:
    wall.becomes(slabs(50)[3:])
    assert wall.ruler.measured == []
    assert wall.rect(0).top() == 0
    assert wall.rect(46).bottom() == 47 * 40 - 1


def test_rows_that_move_are_found_where_they_are_now(wall: Wall) -> None:
    tall = [Slab("s0", 90), *slabs(50)[1:]]
    wall.becomes(tall)
    wall.becomes([*tall[1:4], tall[0], *tall[4:]])
    assert [wall.rect(row).top() for row in (0, 1, 3, 4)] == [0, 40, 120, 210]


def test_a_point_is_in_the_row_that_is_shown_there(wall: Wall) -> None:
    wall.view.verticalScrollBar().setValue(100)
    assert wall.view.indexAt(QPoint(5, 0)).row() == 2
    assert wall.view.indexAt(QPoint(5, 25)).row() == 3
    assert not wall.view.indexAt(QPoint(5, 100_000)).isValid()


def test_the_keys_go_from_row_to_row(wall: Wall) -> None:
    wall.view.setFocus()
    wall.view.setCurrentIndex(wall.model.index(10))
    assert wall.presses(Qt.Key.Key_Down) == 11
    assert wall.presses(Qt.Key.Key_Up, Qt.Key.Key_Up) == 9
    assert wall.presses(Qt.Key.Key_Home) == 0
    assert wall.presses(Qt.Key.Key_Up) == 0
    assert wall.presses(Qt.Key.Key_PageDown) == 5
    assert wall.presses(Qt.Key.Key_End) == 49
    assert wall.rect(49).bottom() < wall.view.viewport().height()
    assert wall.presses(Qt.Key.Key_PageUp) == 44


def test_the_keys_pass_over_rows_that_are_not_seen(wall: Wall) -> None:
    wall.becomes([Slab(it.key, 0) if it.key in ("s1", "s2") else it for it in slabs(50)])
    wall.view.setFocus()
    wall.view.setCurrentIndex(wall.model.index(0))
    assert wall.presses(Qt.Key.Key_Down) == 3
    assert wall.presses(Qt.Key.Key_Up) == 0


def test_a_row_is_brought_into_sight_and_no_further(wall: Wall) -> None:
    wall.view.scrollTo(wall.model.index(3))
    assert wall.view.verticalScrollBar().value() == 0
    wall.view.scrollTo(wall.model.index(20))
    assert wall.rect(20).bottom() == wall.view.viewport().height() - 1
    wall.view.scrollTo(wall.model.index(10))
    assert wall.rect(10).top() == 0


def test_nothing_is_measured_before_somebody_looks(screen: QApplication, qtbot: QtBot) -> None:
    wall = Wall(slabs(3))
    qtbot.addWidget(wall.view)
    wall.model.beginResetModel()
    wall.model.endResetModel()
    assert (wall.ruler.measured, wall.view.is_settled) == ([], False)
    assert wall.rect(2).top() == 80
    assert wall.ruler.measured == [0, 1, 2]


def test_an_empty_list_leads_nowhere(screen: QApplication, qtbot: QtBot) -> None:
    wall = Wall([])
    qtbot.addWidget(wall.view)
    assert wall.presses(Qt.Key.Key_Down, Qt.Key.Key_End) == -1


def test_whatever_is_in_sight_is_painted_when_it_moves(wall: Wall) -> None:
    """Pixels that are only moved may be left behind: see `scrollContentsBy`."""
    wall.view.scroll_by(40)
    QApplication.processEvents()
    assert set(wall.ruler.painted) == {1, 2, 3, 4, 5}
