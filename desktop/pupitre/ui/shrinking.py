"""Pictures that are larger than a message takes, made smaller on their way in; for a thread."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from pupitre.client.shelf import Source
from pupitre.domain.attachments import MAX_SIZE

EDGES = (4096, 2560, 1600)
"""Pixels of the longer side, one tried after the other: the first is more than screens show."""
KINDS = (b"jpeg", b"png", b"webp")
QUALITY = 85


def source(path: Path) -> Source:
    """Attach a file of this computer; a picture is made as small as it must be."""
    whole = Source.file(path)
    return Source(whole.name, lambda: _opened(path, whole))


def _opened(path: Path, whole: Source) -> BinaryIO:
    """Open it; what cannot be made smaller is told of by whoever reads it."""
    file = whole.open()
    if path.stat().st_size > MAX_SIZE:
        content = _smaller(lambda edge: _read(QImageReader(str(path)), edge))
        if content:
            file.close()
            return BytesIO(content)
    return file


def light(content: bytes) -> bytes:
    """Return a picture that was pasted, as small as it must be."""
    if len(content) <= MAX_SIZE:
        return content
    data = QByteArray(content)

    def read(edge: int) -> QImage:
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        return _read(QImageReader(buffer), edge)

    return _smaller(read) or content


def _smaller(read: Callable[[int], QImage]) -> bytes:
    """Return the finest that can be sent; empty: there is none."""
    for edge in EDGES:
        content = _encoded(read(edge))
        if not content or len(content) <= MAX_SIZE:
            return content
    return b""


def _read(reader: QImageReader, edge: int) -> QImage:
    """Read a picture that stands still, no larger than that; null: it cannot be read."""
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in KINDS or reader.imageCount() > 1:
        return QImage()
    whole = reader.size()
    if max(whole.width(), whole.height()) > edge:
        reader.setScaledSize(whole.scaled(edge, edge, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _encoded(image: QImage) -> bytes:
    """Return a picture as a JPEG, on white where it lets something through."""
    if image.isNull():
        return b""
    flat = QImage(image.size(), QImage.Format.Format_RGB32)
    flat.fill(Qt.GlobalColor.white)
    with QPainter(flat) as painter:
        painter.drawImage(0, 0, image)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    written = flat.save(buffer, "JPEG", QUALITY)  # type: ignore[call-overload] # paths only
    return bytes(buffer.data().data()) if written else b""
