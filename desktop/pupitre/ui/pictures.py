"""Pictures of messages: fetched and decoded away from Qt's thread, kept while there is room."""

from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QImageReader, QPixmap

from pupitre.client import aside
from pupitre.client.attached import Attached
from pupitre.client.downloads import Downloads, Fetched, Trouble, Wish
from pupitre.ui.alive import while_alive

ROOM = 48 * 1024 * 1024
"""Bytes of pixels kept: more than four panes show at once on the finest screen."""
WHOLE = QSize(4096, 4096)
"""The most that a picture shown whole is read at: sixty-four megabytes."""


@dataclass(frozen=True, slots=True)
class Look:
    """A picture at the size it is painted, in the screen's own pixels."""

    key: str
    size: QSize
    ratio: float

    @property
    def name(self) -> tuple[str, int, int]:
        """What it is kept under."""
        return self.key, self.size.width(), self.size.height()


class Pictures(QObject):
    """Gives the pictures that are there, and tells when others have come."""

    came = Signal()
    """Something that was asked for can be painted, or never will."""
    whole_came = Signal(object, object)
    """The key of a file and its picture, whole; None: it cannot be shown."""
    _decoded = Signal(object, object)
    _whole = Signal(object, object)

    def __init__(self, downloads: Downloads, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._downloads = downloads
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pictures")
        self._kept: OrderedDict[tuple[str, int, int], QPixmap] = OrderedDict()
        self._used = 0
        self._looks: dict[str, dict[tuple[str, int, int], Look]] = {}
        """What is awaited, by the file."""
        self._decoding: set[tuple[str, int, int]] = set()
        """What has come, and is not a picture yet: not asked for again meanwhile."""
        self._gone: dict[str, Trouble] = {}
        later = Qt.ConnectionType.QueuedConnection
        self._over = False
        self._decoded.connect(self._on_decoded, later)
        self._whole.connect(self._on_whole_decoded, later)

    def get(self, file: Attached, size: QSize, ratio: float) -> QPixmap | None:
        """Return a picture that fills `size`; None: it is not here, `came` will tell."""
        look = Look(file.key, size * ratio, ratio)
        found = self._kept.get(look.name)
        if found is not None:
            self._kept.move_to_end(look.name)
        elif file.key not in self._gone and file.is_ready and look.name not in self._decoding:
            self._want(file, look)
        return found

    def is_gone(self, file: Attached) -> bool:
        """Whether it cannot be shown at all."""
        return self._gone.get(file.key) is Trouble.GONE

    def want_whole(self, file: Attached) -> None:
        """Fetch the picture itself, for `whole_came`; it is not kept here."""
        self._downloads.wish(Wish(file, whole=True), self._on_whole)

    @while_alive
    def _on_whole(self, fetched: Fetched) -> None:
        if self._over:
            return
        if fetched.trouble is None:
            aside.do(self._thread, self._decode_whole, fetched.wish.file.key, fetched.content)
        else:
            self.whole_came.emit(fetched.wish.file.key, None)

    def _decode_whole(self, key: str, content: bytes) -> None:
        image = decoded(content, WHOLE, fill=False)
        with suppress(RuntimeError):  # the desk was left meanwhile
            self._whole.emit(key, image)

    @Slot(object, object)
    def _on_whole_decoded(self, key: str, image: QImage) -> None:
        self.whole_came.emit(key, None if image.isNull() else image)

    @Slot()
    def try_again(self) -> None:
        """Ask once more for what could not be fetched: the link is back."""
        self._gone = {key: why for key, why in self._gone.items() if why is Trouble.GONE}
        self.came.emit()

    def forget(self) -> None:
        """Keep no picture: some may be erased, and the others are soon fetched again."""
        self._kept.clear()
        self._used = 0
        self.came.emit()

    def end(self) -> None:
        """Decode nothing more."""
        self._over = True
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _want(self, file: Attached, look: Look) -> None:
        awaited = self._looks.setdefault(file.key, {})
        if not awaited:
            self._downloads.wish(Wish(file), self._on_fetched)
        awaited[look.name] = look

    @while_alive
    def _on_fetched(self, fetched: Fetched) -> None:
        if self._over:
            return
        file = fetched.wish.file
        looks = self._looks.pop(file.key, {})
        if fetched.trouble is None:
            for look in looks.values():
                self._decoding.add(look.name)
                aside.do(self._thread, self._decode, look, fetched.content)
            return
        if fetched.trouble is not Trouble.DROPPED:
            self._gone[file.key] = fetched.trouble
        self.came.emit()

    def _decode(self, look: Look, content: bytes) -> None:
        image = decoded(content, look.size, fill=True)
        with suppress(RuntimeError):  # the desk was left meanwhile
            self._decoded.emit(look, image)

    @Slot(object, object)
    def _on_decoded(self, look: Look, image: QImage) -> None:
        self._decoding.discard(look.name)
        if image.isNull():
            self._gone[look.key] = Trouble.GONE
        else:
            self._keep(look, image)
        self.came.emit()

    def _keep(self, look: Look, image: QImage) -> None:
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(look.ratio)
        self._kept[look.name] = pixmap
        self._used += _bytes(pixmap)
        while self._used > ROOM and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._used -= _bytes(oldest)


def decoded(content: bytes, size: QSize, *, fill: bool) -> QImage:
    """Return a picture no larger than `size`, or filling it; null when it cannot be read.

    Only the types that may be attached are read, and never by a file's name.
    """
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in (b"png", b"jpeg", b"gif", b"webp"):
        return QImage()
    whole = reader.size()
    if whole.isValid() and size.isValid():
        mode = _mode(fill=fill)
        turned = bool(reader.transformation().value & _QUARTER)
        wanted = whole.scaled(size.transposed() if turned else size, mode)
        if wanted.width() < whole.width():
            reader.setScaledSize(wanted)
    image = reader.read()
    return _cropped(image, size) if fill and not image.isNull() else image


_QUARTER = 4
"""The bit of `QImageIOHandler.Transformation` that turns by a quarter."""


def _mode(*, fill: bool) -> Qt.AspectRatioMode:
    modes = Qt.AspectRatioMode
    return modes.KeepAspectRatioByExpanding if fill else modes.KeepAspectRatio


def _cropped(image: QImage, size: QSize) -> QImage:
    """Return the middle of a picture, exactly as large as asked for."""
    covering = image.scaled(size, _mode(fill=True), Qt.TransformationMode.SmoothTransformation)
    box = QRect(0, 0, size.width(), size.height())
    box.moveCenter(covering.rect().center())
    return covering.copy(box)


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
