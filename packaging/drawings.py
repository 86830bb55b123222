"""The program's icon in the forms that systems want: PNG in any size, .ico, .icns."""

import os
import struct
from collections.abc import Sequence
from pathlib import Path

ICO_SIZES = (16, 24, 32, 48, 64, 256)
ICNS_KINDS = {"ic11": 32, "ic12": 64, "ic07": 128, "ic08": 256, "ic09": 512, "ic10": 1024}


def png(svg: Path, size: int) -> bytes:
    """Draw a square PNG, with Qt's own renderer so that no other program is needed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    drawn = QByteArray()
    buffer = QBuffer(drawn)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stub wants bytes, Qt a str
    return bytes(drawn.data())


def ico(svg: Path, sizes: Sequence[int] = ICO_SIZES) -> bytes:
    """Draw Windows' icon: a directory, then a PNG of each size."""
    drawn = [png(svg, size) for size in sizes]
    place = 6 + 16 * len(sizes)
    head = struct.pack("<HHH", 0, 1, len(sizes))
    for size, image in zip(sizes, drawn, strict=True):
        side = size % 256  # 0 is 256
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(image), place)
        place += len(image)
    return head + b"".join(drawn)


def icns(svg: Path) -> bytes:
    """Draw macOS' icon: named PNGs behind a length."""
    body = b""
    for kind, size in ICNS_KINDS.items():
        image = png(svg, size)
        body += kind.encode() + struct.pack(">I", len(image) + 8) + image
    return b"icns" + struct.pack(">I", len(body) + 8) + body
