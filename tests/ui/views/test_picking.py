"""Files come into a draft: pasted, dropped, chosen; and out of it with the keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from typing_extensions import override

from pupitre.backends.memory import MemoryBackend
from pupitre.backends.port import EVERYTHING, Capability
from pupitre.ui.views.pane import ConversationPane
from tests.support.attaching import (
    attached,
    clip,
    last,
    mime_of,
    names,
)
from tests.support.carriers import Door
from tests.support.deskside import deskside
from tests.support.loop import until
from tests.support.papers import PDF, png, written
from tests.support.story import seconds

pytestmark = pytest.mark.usefixtures("screen")
_COPY, _LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
_PLAIN = Qt.KeyboardModifier.NoModifier


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


def drag(mime: QMimeData, pane: QObject, kind: type = QDragEnterEvent) -> QDropEvent:
    if kind is QDragEnterEvent:
        event: QDropEvent = QDragEnterEvent(QPoint(50, 50), _COPY, mime, _LEFT, _PLAIN)
    else:
        event = QDropEvent(QPointF(50, 50), _COPY, mime, _LEFT, _PLAIN)
    event.ignore()
    QApplication.sendEvent(pane, event)
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
        act = at.window._acts.actions["attach"]
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
