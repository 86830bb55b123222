"""Words that end in … when there is no room for them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from pupitre.ui import theme

_LEAST = 48
"""To how little the words may shrink, in the drawing."""


class Elided(QLabel):
    """A label on one line that gives way; its tool tip says all."""

    def __init__(
        self, words: str, role: str, parent: QWidget | None = None, *, least: int = _LEAST
    ) -> None:
        super().__init__(words, parent)
        self._least = least
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @override
    def minimumSizeHint(self) -> QSize:
        """Let the words shrink to almost nothing."""
        whole = super().minimumSizeHint()
        return QSize(min(theme.px(self._least), whole.width()), whole.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as fits."""
        painter = QPainter(self)
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()
