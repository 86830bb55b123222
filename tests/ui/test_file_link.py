"""Files at the desk: pasted, dropped, chosen, taken out, sent, stopped, opened and saved."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QToolButton
from typing_extensions import override

from pupitre.backends.memory import MemoryBackend
from pupitre.backends.port import EVERYTHING, Capability, UploadRefused
from pupitre.client.views import MessageRow
from pupitre.domain.commands import Post
from pupitre.domain.ids import MessageId
from pupitre.domain.people import VISITOR
from pupitre.ui import row_text
from pupitre.ui.dialogs.viewer import PictureViewer
from pupitre.ui.views.pane import ConversationPane
from tests.support.carriers import Door, door, picture
from tests.support.deskside import Deskside, deskside, settled
from tests.support.loop import until
from tests.support.papers import PDF, png, written
from tests.support.story import seconds

pytestmark = pytest.mark.usefixtures("screen")
_COPY, _LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
_PLAIN = Qt.KeyboardModifier.NoModifier


def mime_of(*paths: Path | str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def names(at: Deskside) -> list[str]:
    return [it.name for it in at.pane.pane.composer.enclosed.files if it.is_ready]


def last(at: Deskside) -> MessageRow:
    model = at.pane.pane.model
    rows = (model.at(place) for place in reversed(range(model.rowCount())))
    return next(row for row in rows if isinstance(row, MessageRow))


def clip(at: Deskside) -> QToolButton:
    found = at.pane.pane.composer.findChild(QToolButton, "attach")
    assert found is not None
    assert found.accessibleName() == "Attach files…"
    return found


def said(at: Deskside) -> str:
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
    placed = view._painter.place(at.pane.pane.model.line(index.row()), view.visualRect(index))
    assert placed is not None
    return placed.bubble.tiles[0].box.translated(placed.box.topLeft()).center()


def clicks_tile(at: Deskside) -> None:
    QTest.mouseClick(at.pane.pane.place.view.viewport(), _LEFT, _PLAIN, tile_at(at))


async def test_a_pasted_file_goes_with_the_words(tmp_path: Path) -> None:
    async with deskside(kind=Door) as at:
        at.opens("Camille D.")
        QGuiApplication.clipboard().setMimeData(mime_of(written(tmp_path, "a.png", png())))
        at.pane.pane.composer.field.paste()
        await until(lambda: names(at) == ["a.png"])
        at.sends("Voici")
        at.stage.clock.advance(seconds(6))
        await until(lambda: last(at).seq and last(at).attachments[0].url)
        assert (last(at).text, names(at)) == ("Voici", [])


async def test_a_pasted_picture_is_attached_and_words_stay_words() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        field = at.pane.pane.composer.field
        image = QImage(20, 10, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.red)
        both = QMimeData()
        both.setImageData(image)
        both.setText("du texte")
        QGuiApplication.clipboard().setMimeData(both)
        field.paste()
        assert at.pane.pane.composer.text == "du texte"
        QGuiApplication.clipboard().setImage(image)
        assert field.canPaste()
        field.paste()
        await until(lambda: names(at) == ["picture.png"])
        (file,) = at.pane.pane.composer.enclosed.files
        assert (file.width, file.height) == (20, 10)


def drag(mime: QMimeData, pane: object, kind: type = QDragEnterEvent) -> QDropEvent:
    if kind is QDragEnterEvent:
        event: QDropEvent = QDragEnterEvent(QPoint(50, 50), _COPY, mime, _LEFT, _PLAIN)
    else:
        event = QDropEvent(QPointF(50, 50), _COPY, mime, _LEFT, _PLAIN)
    event.ignore()
    QApplication.sendEvent(pane, event)  # type: ignore[arg-type]
    return event


def leaves(pane: ConversationPane) -> bool:
    QApplication.sendEvent(pane, QDragLeaveEvent())
    return pane.drop.is_shown


async def test_files_are_dropped_anywhere_on_the_pane(tmp_path: Path) -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        pane, mime = at.pane.pane, mime_of(written(tmp_path, "devis.pdf", PDF))
        assert drag(mime, pane).isAccepted()
        assert [pane.drop.is_shown, leaves(pane)] == [True, False]
        drag(mime, pane)
        drag(mime, pane, QDropEvent)
        assert not pane.drop.is_shown
        await until(lambda: names(at) == ["devis.pdf"])


async def test_only_files_of_this_computer_are_taken() -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        mime = QMimeData()
        mime.setUrls([QUrl("https://velo.example/a.png")])
        mime.setText("https://velo.example/a.png")
        assert not drag(mime, at.pane.pane).isAccepted()
        assert not at.pane.pane.drop.is_shown
        QGuiApplication.clipboard().setMimeData(mime)
        at.pane.pane.composer.field.paste()
        assert at.pane.pane.composer.text == "https://velo.example/a.png"


async def test_nothing_is_dropped_where_nobody_is_written_to(tmp_path: Path) -> None:
    async with deskside() as at:
        mime = mime_of(written(tmp_path, "a.png", png()))
        assert not drag(mime, at.pane.pane).isAccepted()


async def test_files_are_chosen_in_the_systems_dialog(tmp_path: Path) -> None:
    async with deskside() as at:
        at.opens("Camille D.")
        composer = at.pane.pane.composer
        clip(at).click()
        dialog = composer._picker.dialog
        assert dialog is not None
        assert dialog.isVisible()
        dialog.filesSelected.emit([str(written(tmp_path, "a.png", png()))])
        dialog.done(1)
        await until(lambda: names(at) == ["a.png"])
        assert at.pane.pane.composer._picker.dialog is None


async def test_the_dialog_opens_with_a_key_and_only_where_somebody_is_written_to() -> None:
    async with deskside() as at:
        act = at.window._actions["attach"]
        assert not act.isEnabled()
        at.opens("Camille D.")
        assert act.isEnabled()
        act.trigger()
        dialog = at.pane.pane.composer._picker.dialog
        assert dialog is not None
        dialog.done(0)
        at.pane.pane.composer.show_lock("closed")
        at.desk.act("attach")
        assert at.pane.pane.composer._picker.dialog is None


async def test_a_file_is_taken_out_with_the_keyboard() -> None:
    async with deskside() as at:
        await attached(at, "a.png", "b.png")
        chips = at.pane.pane.composer.enclosed.findChildren(QToolButton)
        first = next(it for it in chips if it.accessibleName() == "Remove a.png")
        first.setFocus()
        QTest.keyClick(first, Qt.Key.Key_Space)
        await until(lambda: names(at) == ["b.png"])
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.accessibleName() == "Remove b.png"
        QTest.keyClick(focused, Qt.Key.Key_Space)
        await until(lambda: names(at) == [])
        assert at.pane.pane.composer.field.hasFocus()


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
        mime = mime_of(written(tmp_path, "photo.png", b"PK\x03\x04zip"))
        drag(mime, at.pane.pane)
        drag(mime, at.pane.pane, QDropEvent)
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


class Plain(MemoryBackend):
    """A server that takes no files."""

    @property
    @override
    def capabilities(self) -> frozenset[Capability]:
        return EVERYTHING - {Capability.ATTACHMENTS}


async def test_a_server_without_files_offers_none(tmp_path: Path) -> None:
    async with deskside(kind=Plain) as at:
        at.opens("Camille D.")
        assert clip(at).isHidden()
        mime = mime_of(written(tmp_path, "a.png", png()))
        assert not drag(mime, at.pane.pane).isAccepted()
