"""Files of messages under the pointer and the keyboard: opened, saved, stopped on their way."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Signal

from pupitre.client.attached import Attached
from pupitre.client.views import MessageRow
from pupitre.ui import file_words
from pupitre.ui.views.thread_rows import Placed

translate = QCoreApplication.translate

Entry = tuple[str, Callable[[], None]]


class FileHand(QObject):
    """Knows which file is meant, and tells what is wanted of it."""

    opened = Signal(object, str)
    """A row and the key of its file."""
    save_asked = Signal(object)
    """A file."""
    stop_asked = Signal(str)
    """The key of a message whose files are still on their way."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pressed = ""

    def press(self, placed: Placed | None, point: QPoint) -> bool:
        """Note what was pressed; whether it was a file."""
        file = file_at(placed, point)
        self._pressed = file.key if file else ""
        return file is not None

    def release(self, placed: Placed | None, point: QPoint) -> None:
        """Open the file that was pressed, or stop it on its way."""
        file = file_at(placed, point)
        pressed, self._pressed = self._pressed, ""
        if file is not None and placed is not None and file.key == pressed:
            self.take(placed.row, file)

    def take(self, row: MessageRow, file: Attached) -> None:
        """Do with a file what a click does."""
        if row.is_leaving:
            self.stop_asked.emit(row.key)
        else:
            self.opened.emit(row, file.key)

    def meaning(self, placed: Placed | None, point: QPoint) -> str:
        """Return what a click would do, or nothing."""
        file = file_at(placed, point)
        if file is None or placed is None:
            return ""
        if placed.row.is_leaving:
            return translate("ThreadView", "Stop sending")
        return f"{file.name} · {file_words.size(file.size)}"

    def entries(self, row: MessageRow, file: Attached | None) -> Iterator[Entry]:
        """Yield what a menu offers for a file, or for all of a message's."""
        if row.is_leaving:
            words = translate("ThreadView", "Stop sending")
            yield words, partial(self.stop_asked.emit, row.key)
        for it in (file,) if file else row.attachments:
            if it.is_picture:
                words = translate("ThreadView", "Open {name}").format(name=it.name)
                yield words, partial(self.opened.emit, row, it.key)
            words = translate("ThreadView", "Save {name} as…").format(name=it.name)
            yield words, partial(self.save_asked.emit, it)


def file_at(placed: Placed | None, point: QPoint) -> Attached | None:
    """Return the file under a point, as it is now."""
    if placed is None or not placed.bubble.tiles:
        return None
    key = placed.bubble.file_at(placed.box, point)
    return next((it for it in placed.row.attachments if it.key == key), None)
