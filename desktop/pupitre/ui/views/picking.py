"""Files that are chosen, dropped or pasted, made ready to be copied in a thread."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from pupitre.client.shelf import Source
from pupitre.ui import shrinking

translate = QCoreApplication.translate

_PATTERNS = "*.png *.jpg *.jpeg *.gif *.webp *.pdf *.txt"
_PNG, _WORDS = "image/png", "text/plain"


def holds_files(mime: QMimeData) -> bool:
    """Whether something could be attached; words stay words, also with a picture of them."""
    return bool(_local(mime)) or (mime.hasImage() and not mime.hasFormat(_WORDS))


def sources(mime: QMimeData) -> tuple[Source, ...]:
    """Return what is dropped or pasted: files of this computer, or one picture.

    Nothing is ever fetched from elsewhere.
    """
    files = _local(mime)
    if files:
        return tuple(map(shrinking.source, files))
    if not holds_files(mime):
        return ()
    name = translate("Composer", "picture") + ".png"
    if mime.hasFormat(_PNG):
        content = bytes(mime.data(_PNG).data())
        return (Source(name, lambda: BytesIO(shrinking.light(content))),)
    image = mime.imageData()
    return (Source(name, _encoding(image)),) if isinstance(image, QImage) else ()


def _local(mime: QMimeData) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())


def _encoding(image: QImage) -> Callable[[], BinaryIO]:
    """Return what writes a picture as a PNG, when it is asked to."""

    def encode() -> BinaryIO:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        if not image.save(buffer, "PNG"):  # type: ignore[call-overload] # its stub knows paths only
            raise OSError("The picture cannot be written")
        return BytesIO(shrinking.light(bytes(buffer.data().data())))

    return encode


class Picker(QObject):
    """The system's dialog to choose files, on a widget's window."""

    picked = Signal(object)
    """A tuple of `Source`."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self.dialog: QFileDialog | None = None

    def ask(self) -> None:
        """Open the dialog; `picked` follows if something was chosen."""
        dialog = QFileDialog(self._owner, translate("Composer", "Attach files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                translate("Composer", "Pictures, PDF and text ({patterns})").format(
                    patterns=_PATTERNS
                ),
                translate("Composer", "All files (*)"),
            ]
        )
        dialog.filesSelected.connect(self._on_selected)
        dialog.finished.connect(self._on_finished)
        self.dialog = dialog
        dialog.open()

    @Slot(object)
    def _on_selected(self, names: list[str]) -> None:
        self.picked.emit(tuple(shrinking.source(Path(name)) for name in names))

    @Slot(int)
    def _on_finished(self, _result: int) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
