"""Small things stand side by side, and go on below where there is no room."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pupitre.ui.flow import Flow


def placed(qtbot: QtBot, width: int, *sizes: tuple[int, int]) -> list[QRect]:
    place = QWidget()
    qtbot.addWidget(place)
    row = Flow(8, place)
    things = [QWidget(place) for _ in sizes]
    for thing, size in zip(things, sizes, strict=True):
        thing.setFixedSize(*size)
        row.addWidget(thing)
    place.resize(width, row.heightForWidth(width))
    row.setGeometry(place.rect())
    assert row.count() == len(sizes)
    return [thing.geometry() for thing in things]


def test_what_fits_stands_in_one_line(screen: QApplication, qtbot: QtBot) -> None:
    first, second = placed(qtbot, 208, (100, 20), (100, 30))
    assert (first.topLeft().toTuple(), second.topLeft().toTuple()) == ((0, 0), (108, 0))


def test_what_does_not_fit_begins_another(screen: QApplication, qtbot: QtBot) -> None:
    first, second, third = placed(qtbot, 207, (100, 20), (100, 30), (40, 10))
    assert second.topLeft().toTuple() == (0, 28)
    assert third.topLeft().toTuple() == (108, 28)
    assert not first.intersects(second)


def test_what_is_taken_out_leaves_no_hole(screen: QApplication, qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    row = Flow(8, place)
    first, second = QWidget(place), QWidget(place)
    for thing in (first, second):
        thing.setFixedSize(50, 20)
        row.addWidget(thing)
    row.removeWidget(first)
    row.setGeometry(QRect(0, 0, 200, 100))
    assert second.geometry().topLeft().toTuple() == (0, 0)
    assert row.takeAt(5) is None
    assert row.itemAt(5) is None
    assert row.minimumSize() == QSize(50, 20)
