"""Bubbles are painted once, and again only when they look otherwise."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pupitre.client.views import Row
from pupitre.ui import theme
from pupitre.ui.models.thread import ThreadModel
from pupitre.ui.thread_lines import Names
from pupitre.ui.tokens import DARK, LIGHT
from pupitre.ui.views.prints import Look, Prints
from pupitre.ui.views.thread_place import ThreadPlace
from tests.support.screen import noon
from tests.support.values import answered, said

BOX = QRect(20, 10, 60, 30)


class Sheet:
    """A page on which bubbles are laid, and how often they were painted."""

    def __init__(self, ratio: float = 1.0) -> None:
        self.prints = Prints()
        self.painted = 0
        self.page = QPixmap(round(100 * ratio), round(50 * ratio))
        self.page.setDevicePixelRatio(ratio)

    def lays(self, key: str, look: Look = (), box: QRect = BOX) -> None:
        def paint(on: QPainter) -> None:
            self.painted += 1
            on.fillRect(box, Qt.GlobalColor.red)

        self.page.fill(Qt.GlobalColor.white)
        with QPainter(self.page) as painter:
            self.prints.lay(painter, box, key, look, paint)

    def colour(self, at: QPoint) -> str:
        return self.page.toImage().pixelColor(at).name()


def test_what_looks_the_same_is_painted_once(screen: QApplication) -> None:
    sheet = Sheet()
    for _ in range(3):
        sheet.lays("a", ("words",))
    assert sheet.painted == 1
    assert sheet.colour(BOX.topLeft()) == sheet.colour(BOX.bottomRight()) == "#ff0000"


def test_it_is_laid_wherever_it_moved(screen: QApplication) -> None:
    sheet = Sheet()
    sheet.lays("a")
    sheet.lays("a", box=BOX.translated(0, -8))
    assert sheet.painted == 1
    assert sheet.colour(BOX.topLeft() - QPoint(0, 8)) == "#ff0000"
    assert sheet.colour(BOX.bottomLeft()) == "#ffffff"


def test_what_looks_otherwise_is_painted_again(screen: QApplication) -> None:
    sheet = Sheet()
    sheet.lays("a", ("sent",))
    sheet.lays("a", ("seen",))
    assert sheet.painted == 2


def test_pixels_that_are_no_whole_ones_are_painted_each_time(screen: QApplication) -> None:
    sheet = Sheet(ratio=1.5)
    sheet.lays("a")
    sheet.lays("a")
    assert sheet.painted == 2


def test_the_oldest_are_forgotten(screen: QApplication) -> None:
    sheet = Sheet()
    for number in range(100):
        sheet.lays(f"a{number}")
    sheet.lays("a99")
    sheet.lays("a0")
    assert sheet.painted == 101


class Watcher:
    """Somebody who looks at a thread."""

    def __init__(self, rows: list[Row], qtbot: QtBot) -> None:
        self.rows = rows
        self.model = ThreadModel(noon)
        self.place = ThreadPlace(self.model)
        qtbot.addWidget(self.place)
        self.place.resize(600, 400)
        self.place.show()
        self.model.open(rows, Names(visitor="Camille"), 10**6)
        self.place.view.go_to_end()
        self.looks()

    def looks(self) -> None:
        for _ in range(5):
            QApplication.processEvents()

    def hears(self, row: Row) -> set[str]:
        """Let a row come; return which bubbles were painted for it."""
        kept = self.place.view._painter._prints._kept
        before = dict(kept)
        self.rows.append(row)
        self.model.appended(len(self.rows) - 1, len(self.rows) - 1)
        self.looks()
        return {key for key, made in kept.items() if before.get(key) is not made}

    def ground(self) -> str:
        """Return the colour in the last bubble, beside its words."""
        view = self.place.view
        last = self.model.rowCount() - 1
        placed = view._painter.place(last, view.visualRect(self.model.index(last)).top())
        assert placed is not None
        at = QPoint(placed.box.left() + 4, placed.box.center().y())
        return view.viewport().grab().toImage().pixelColor(at).name()


def test_a_message_that_comes_is_the_only_one_painted(screen: QApplication, qtbot: QtBot) -> None:
    rows: list[Row] = [answered(f"m{i}", f"Réponse {i}") for i in range(1, 30)]
    watcher = Watcher(rows, qtbot)
    new = said("new", "Merci")
    assert watcher.hears(new) == {new.key}


def test_bubbles_follow_the_colours_in_force(screen: QApplication, qtbot: QtBot) -> None:
    watcher = Watcher([said("m1")], qtbot)
    assert watcher.ground() == LIGHT.theirs
    theme.apply(screen, theme.Scheme.DARK)
    watcher.looks()
    dark = watcher.ground()
    theme.apply(screen, theme.Scheme.LIGHT)
    assert dark == DARK.theirs
