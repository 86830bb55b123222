"""Files at the desk: sent, stopped on their way, opened and saved."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDesktopServices,
    QGuiApplication,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton

from pupitre.backends.port import UploadRefused
from pupitre.client.shelf import Source
from pupitre.ui import row_text
from pupitre.ui.dialogs.viewer import PictureViewer
from tests.support.attaching import (
    attached,
    clicks_tile,
    last,
    names,
    said,
    shows,
    tile_at,
)
from tests.support.carriers import Door, door, picture
from tests.support.deskside import Deskside, deskside, settled
from tests.support.loop import until
from tests.support.papers import PDF, png, written
from tests.support.story import seconds

pytestmark = pytest.mark.usefixtures("screen")
_COPY, _LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
_PLAIN = Qt.KeyboardModifier.NoModifier


async def test_a_file_alone_can_be_sent_and_is_named_on_the_card() -> None:
    async with deskside() as at:
        await attached(at, "a.png")
        send = at.pane.pane.composer.findChild(QPushButton, "send")
        assert send is not None
        assert send.isEnabled()
        send.click()
        at.stage.clock.advance(seconds(6))
        await until(lambda: last(at).seq)
        assert row_text.last_words(at.card("Camille D.")) == "You: Photo"
        assert "Photo a.png, 123 bytes" in at.read()[-1]


async def test_each_conversation_keeps_its_own_files() -> None:
    async with deskside() as at:
        await attached(at, "a.png")
        at.opens("Thomas")
        assert names(at) == []
        at.opens("Camille D.")
        assert names(at) == ["a.png"]
        assert at.card("Camille D.").has_draft


async def test_what_cannot_be_attached_is_said_at_once(tmp_path: Path) -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        at.writes("Regardez")
        wrong = Source.file(written(tmp_path, "photo.png", b"PK\x03\x04zip"))
        at.pane.pane.drop.dropped.emit((wrong,))
        await until(lambda: "“photo.png” cannot be sent: only pictures" in said(at))
        assert (names(at), at.pane.pane.composer.text) == ([], "Regardez")
        at.opens("Thomas")
        assert said(at) == ""


async def test_a_refused_upload_gives_text_and_files_back() -> None:
    async with deskside(kind=Door) as at:
        await attached(at, "a.png")
        door(at.stage).refusals.append(UploadRefused("storage", "Full."))
        at.sends("Voici")
        at.stage.clock.advance(seconds(6))
        await until(lambda: "The server has no room for “a.png” now" in said(at))
        assert (at.pane.pane.composer.text, names(at)) == ("Voici", ["a.png"])


async def test_more_files_than_a_message_takes_are_not_sent() -> None:
    async with deskside(kind=Door) as at:
        first = [f"{number}.png" for number in range(6)]
        await attached(at, *first)
        at.sends("Voici")
        await settled()
        at.pane.pane.composer.files_picked.emit(tuple(picture(f"+{name}") for name in first))
        await until(lambda: len(names(at)) == 6)
        at.pane.pane.place.view.undo_asked.emit(last(at).key)
        await until(lambda: len(names(at)) == 12)
        send = at.pane.pane.composer.findChild(QPushButton, "send")
        assert send is not None
        assert not send.isEnabled()
        hints = [it.text() for it in at.pane.pane.composer.findChildren(QLabel)]
        assert "A message takes 10 files at the most." in hints
        for name in ("+0.png", "+1.png"):
            key = next(it.key for it in at.pane.pane.composer.enclosed.files if it.name == name)
            at.pane.pane.composer.enclosed.removed.emit(key)
        await until(send.isEnabled)


async def test_a_message_is_stopped_with_a_click_on_what_leaves() -> None:
    async with deskside(kind=Door) as at:
        await attached(at, "a.png")
        door(at.stage).door.clear()
        at.sends("Voici")
        at.stage.clock.advance(seconds(6))
        await until(lambda: last(at).attachments and last(at).attachments[0].sent)
        clicks_tile(at)
        await until(lambda: names(at) == ["a.png"])
        assert at.pane.pane.composer.text == "Voici"
        assert not last(at).attachments


async def test_a_message_is_stopped_with_the_keyboard() -> None:
    async with deskside(kind=Door) as at:
        await attached(at, "a.png")
        door(at.stage).door.clear()
        at.sends("Voici")
        at.stage.clock.advance(seconds(6))
        await until(lambda: last(at).attachments and last(at).attachments[0].sent)
        view = at.pane.pane.place.view
        view.setCurrentIndex(view.model().index(view.model().rowCount() - 1, 0))
        at.presses(Qt.Key.Key_Return, on=view)
        await until(lambda: names(at) == ["a.png"])


async def test_a_visitors_picture_comes_without_moving_anything(tmp_path: Path) -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        shows(at, "Regardez", written(tmp_path, "velo.png", png(300, 200)))
        await until(lambda: last(at).attachments)
        await settled()
        view = at.pane.pane.place.view
        before = view.visualRect(view.model().index(view.model().rowCount() - 1, 0))
        tile = tile_at(at)
        await until(lambda: _colour(at, tile) == "#1e6ee6")
        after = view.visualRect(view.model().index(view.model().rowCount() - 1, 0))
        assert before == after


def _colour(at: Deskside, point: QPoint) -> str:
    return at.pane.pane.place.view.viewport().grab().toImage().pixelColor(point).name()


async def test_a_picture_opens_in_the_desk_and_escape_closes_it(tmp_path: Path) -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        shows(at, "", written(tmp_path, "velo.png", png(300, 200)))
        await until(lambda: last(at).attachments)
        clicks_tile(at)
        viewer = at.pane.files.viewer
        assert isinstance(viewer, PictureViewer)
        await until(lambda: viewer.image is not None)
        assert viewer.windowTitle() == "velo.png"
        viewer.copy_button.click()
        copied = QGuiApplication.clipboard().image()
        assert (copied.width(), copied.height()) == (300, 200)
        viewer.save_button.click()
        chooser = at.pane.files.chooser
        assert chooser is not None
        chooser.fileSelected.emit(str(tmp_path / "saved.png"))
        chooser.done(1)
        await until(lambda: said(at) == "“saved.png” is saved.")
        assert (tmp_path / "saved.png").read_bytes() == png(300, 200)
        QTest.keyClick(viewer, Qt.Key.Key_Escape)
        assert not viewer.isVisible()


async def test_a_picture_that_is_erased_is_looked_at_no_longer(tmp_path: Path) -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        shows(at, "", written(tmp_path, "velo.png", png(300, 200)))
        await until(lambda: last(at).attachments)
        clicks_tile(at)
        viewer = at.pane.files.viewer
        assert isinstance(viewer, PictureViewer)
        await until(lambda: viewer.image is not None)
        pictures, delegate = at.desk.panes._pictures, at.pane.pane.place.view._painter
        await until(lambda: pictures._kept)
        assert delegate._store._kept
        at.stage.erase(at.id("Camille D."))
        await until(lambda: at.pane.files.viewer is None)
        assert not pictures._kept
        assert not delegate._store._kept


async def test_another_file_is_only_ever_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    async with deskside() as at:
        at.opens("Camille D.")
        shows(at, "", written(tmp_path, "devis.pdf", PDF))
        await until(lambda: last(at).attachments)
        clicks_tile(at)
        chooser = at.pane.files.chooser
        assert chooser is not None
        assert chooser.selectedFiles()[0].endswith("devis.pdf")
        chooser.fileSelected.emit(str(tmp_path / "devis.pdf"))
        chooser.done(1)
        await until(lambda: said(at) == "“devis.pdf” is saved.")
        assert opened == []
        buttons = at.pane.pane.composer.enclosed.findChildren(QPushButton)
        next(it for it in buttons if it.text() == "Open").click()
        assert opened == [str(tmp_path / "devis.pdf")]


async def test_a_file_saved_under_another_kinds_name_is_not_opened(tmp_path: Path) -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        shows(at, "", written(tmp_path, "notes.txt", b"[Desktop Entry]\nExec=rm\n"))
        await until(lambda: last(at).attachments)
        clicks_tile(at)
        chooser = at.pane.files.chooser
        assert chooser is not None
        chooser.fileSelected.emit(str(tmp_path / "notes.desktop"))
        chooser.done(1)
        await until(lambda: said(at))
        texts = [it.text() for it in at.pane.pane.composer.enclosed.findChildren(QPushButton)]
        assert "Show in folder" in texts
        assert "Open" not in texts


@pytest.mark.qt_log_ignore("grabbing the keyboard")
async def test_the_menu_offers_every_file_of_a_message(tmp_path: Path) -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        shows(at, "Voici", written(tmp_path, "velo.png", png()))
        await until(lambda: last(at).attachments)
        view = at.pane.pane.place.view
        view.setCurrentIndex(view.model().index(view.model().rowCount() - 1, 0))
        reason = QContextMenuEvent.Reason.Keyboard
        event = QContextMenuEvent(reason, QPoint(1, 1), view.mapToGlobal(QPoint(1, 1)))
        view.contextMenuEvent(event)
        menu = view.findChild(QMenu)
        assert menu is not None
        words = [act.text() for act in menu.actions()]
        assert words == ["Copy the message", "Open velo.png", "Save velo.png as…"]
        menu.actions()[1].trigger()
        assert at.pane.files.viewer is not None
        at.pane.files.viewer.reject()
        menu.actions()[2].trigger()
        assert at.pane.files.chooser is not None
        at.pane.files.chooser.done(0)
        menu.close()
