"""Presence is told by shape and not by colour alone (V3)."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pupitre.domain.presence import Dot
from pupitre.ui import marks


def painted(dot: Dot) -> QImage:
    image = QImage(21, 21, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    marks.paint_dot(painter, QPointF(10.5, 10.5), dot)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def test_the_three_dots_differ_without_colour(screen: QApplication) -> None:
    pictures = [painted(dot) for dot in Dot]
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]


@pytest.mark.parametrize("dot", [Dot.LEFT, Dot.UNKNOWN])
def test_only_somebody_on_the_site_is_a_full_disc(screen: QApplication, dot: Dot) -> None:
    assert painted(Dot.ON_SITE).pixelColor(10, 10) != Qt.GlobalColor.white
    assert painted(dot).pixelColor(10, 10) == Qt.GlobalColor.white


def test_signs_take_the_room_they_need(screen: QApplication, qtbot: QtBot) -> None:
    mark, dot = marks.MarkSign(), marks.DotSign()
    qtbot.addWidget(mark)
    qtbot.addWidget(dot)
    mark.show_mark("VÉLO", "#0f7b4f")
    dot.show_dot(Dot.LEFT)
    assert mark.sizeHint().width() == marks.mark_width("VÉLO")
    assert not mark.grab().isNull()
    assert not dot.grab().isNull()
    assert marks.badge_width("99+") > marks.badge_width("1")
