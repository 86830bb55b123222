"""The line at the foot: the link, what waits to be sent, and figures once they are known."""

from datetime import datetime

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from pupitre.client.connection import Connection, LinkState
from pupitre.ui import blocks, link_words, text, theme

_TALL = 26
_TINTS = {
    LinkState.CONNECTED: "good",
    LinkState.CONNECTING: "late",
    LinkState.CATCHING_UP: "late",
    LinkState.LOST: "bad",
    LinkState.SIGNED_OUT: "muted",
}


class LinkSign(QWidget):
    """A disc when the link is there, a ring when it is not."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._state, self._slow = LinkState.SIGNED_OUT, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, state: LinkState, *, slow: bool) -> None:
        """Show the link's state."""
        self._state, self._slow = state, slow
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the size of a small dot."""
        return QSize(theme.px(9), theme.px(9))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the colour of its state."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint = theme.colour("late" if self._slow else _TINTS[self._state])
        whole = self._state is LinkState.CONNECTED
        painter.setPen(Qt.PenStyle.NoPen if whole else QPen(tint, 1.6))
        painter.setBrush(tint if whole else Qt.BrushStyle.NoBrush)
        centre = QPointF(self.width() / 2, self.height() / 2)
        painter.drawEllipse(centre, self.width() / 2 - 1, self.width() / 2 - 1)
        painter.end()


class StatusLine(QFrame):
    """Never says more than is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setFixedHeight(theme.px(_TALL))
        self._sign = LinkSign(self)
        self._link = blocks.label("", "small", self)
        self._link.setObjectName("link")
        self._sent = blocks.label("", "small", self)
        self._sent.setObjectName("sent")
        self._figures = blocks.label("", "small", self)
        self._figures.setObjectName("figures")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        row.setSpacing(theme.px(6))
        row.addWidget(self._sign)
        row.addWidget(self._link)
        row.addSpacing(theme.px(12))
        row.addWidget(self._sent)
        row.addStretch(1)
        row.addWidget(self._figures)

    def show_connection(self, connection: Connection, now: datetime) -> None:
        """Show the link and what waits."""
        state, slow = connection.state, connection.slow
        self._sign.show_state(state, slow=slow)
        lost = connection.state is LinkState.LOST
        theme.mark(self._link, "role", "error" if lost else "small")
        self._link.setText(link_words.link(state, connection.since, now, slow=slow))
        known = connection.state is not LinkState.SIGNED_OUT
        self._sent.setText(text.unsent(connection.waiting, connection.parked) if known else "")

    def show_beginning(self, now: datetime) -> None:
        """Show that the link is being made, and not what waits: nobody has looked yet."""
        self.show_connection(Connection(state=LinkState.CONNECTING, since=now), now)
        self._sent.setText("")

    def show_figures(self, words: str) -> None:
        """Show figures of the day; empty: none is known."""
        self._figures.setText(words)
