"""Files at the desk, in the words of who attaches them and of who looks at them."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from pupitre.client.views import MessageRow
from pupitre.domain.commands import Post
from pupitre.domain.ids import MessageId
from pupitre.domain.people import VISITOR
from tests.support.carriers import picture
from tests.support.deskside import Deskside
from tests.support.loop import until


def mime_of(*paths: Path | str) -> QMimeData:
    """Return what is dragged or copied of files of this computer."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def names(at: Deskside) -> list[str]:
    """Return the files of the draft that are copied."""
    return [it.name for it in at.pane.pane.composer.enclosed.files if it.is_ready]


def last(at: Deskside) -> MessageRow:
    """Return the last message shown."""
    model = at.pane.pane.model
    rows = (model.at(place) for place in reversed(range(model.rowCount())))
    return next(row for row in rows if isinstance(row, MessageRow))


def clip(at: Deskside) -> QToolButton:
    """Return the button to attach files."""
    found = at.pane.pane.composer.findChild(QToolButton, "attach")
    assert found is not None
    assert found.accessibleName() == "Attach files…"
    return found


def said(at: Deskside) -> str:
    """Return what is said of a file."""
    return at.pane.pane.composer.enclosed.said


async def attached(at: Deskside, *names_: str) -> None:
    """Have Camille's draft hold pictures."""
    at.opens("Camille D.")
    at.pane.pane.composer.files_picked.emit(tuple(picture(name) for name in names_))
    await until(lambda: names(at) == list(names_))


def shows(at: Deskside, text: str, path: Path) -> None:
    """Have Camille send a file."""
    file = at.stage.backend.depot.take(path, path.name)
    post = Post(id=MessageId(f"file-{path.name}"), text=text, attachments=(file,))
    assert not hasattr(at.stage.floor.act(at.id("Camille D."), post, VISITOR), "code")


def tile_at(at: Deskside) -> QPoint:
    """Return the middle of the last message's first file, in the thread."""
    view = at.pane.pane.place.view
    index = view.model().index(view.model().rowCount() - 1, 0)
    placed = view._painter.place(index.row(), view.visualRect(index).top())
    assert placed is not None
    return placed.bubble.tiles[0].box.translated(placed.box.topLeft()).center()


def clicks_tile(at: Deskside) -> None:
    """Click on the last message's first file."""
    QTest.mouseClick(at.pane.pane.place.view.viewport(), Qt.MouseButton.LeftButton, pos=tile_at(at))
