"""Where a thread is shown: its rows from the bottom up, who types, and the way to the end."""

from PySide6.QtCore import QCoreApplication, QRect, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from pupitre.ui import blocks, icons, text, theme
from pupitre.ui.models.thread import ThreadModel
from pupitre.ui.views.thread import ThreadView

translate = QCoreApplication.translate

_TYPING = 27
_LEAST = 40
"""The thread gives way in a low pane: it scrolls, and the field below it does not."""
_LOW = 110
"""Under this height nothing is said of who types: the card in the list says it."""
_FREE = 16_777_215
"""As tall as Qt allows."""


class ThreadPlace(QFrame):
    """The ground on which a thread lies."""

    def __init__(self, model: ThreadModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sunken")
        self._model = model
        self._typing_name = ""
        self._typing_text = ""
        self.view = ThreadView(model, self)
        self.view.setAccessibleName(translate("ThreadView", "Thread"))
        self.view.setMinimumHeight(theme.px(_LEAST))
        self._typing = blocks.label("", "small", self)
        self._typing.setFixedHeight(theme.px(_TYPING))
        self._typing.setMinimumWidth(1)
        self._down = blocks.button("", "plain", self)
        self._down.setObjectName("to-the-end")
        self._down.hide()
        self._unseen = 0
        self._tall = 0
        self._arrange()
        self._down.clicked.connect(self._to_end)
        self.view.end_left.connect(self._on_end_left)
        self.view.measured.connect(self._on_measured)
        model.rowsInserted.connect(self._on_inserted)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(6))
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self.view, 1000)
        column.addWidget(self._typing)
        self._typing.setContentsMargins(theme.px(22), 0, theme.px(22), 0)

    def show_typing(self, first_name: str, words: str) -> None:
        """Show what the visitor is typing; no words: nothing."""
        self._typing_name, self._typing_text = first_name, words
        line = text.typing(first_name, words) if words else ""
        room = self.width() - theme.px(44)
        metrics = theme.metrics(12)
        self._typing.setText(metrics.elidedText(line, Qt.TextElideMode.ElideRight, room))

    @Slot(int)
    def _on_measured(self, tall: int) -> None:
        """Let the rows lie at the bottom while they do not fill the place."""
        self._tall = tall
        most = max(tall, 1) if tall < self.height() else _FREE
        if self.view.maximumHeight() != most:
            self.view.setMaximumHeight(most)

    @Slot(bool)
    def _on_end_left(self, away: bool) -> None:  # noqa: FBT001 - a signal's value
        if not away:
            self._unseen = 0
        self._show_down(away=away)

    @Slot(object, int, int)
    def _on_inserted(self, _parent: object, first: int, _last: int) -> None:
        if first > 0 and not self.view.is_at_end:
            self._unseen += 1
            self._show_down(away=True)

    def _show_down(self, *, away: bool) -> None:
        words = translate("ThreadView", "New messages") if self._unseen else ""
        self._down.setText(words)
        self._down.setAccessibleName(words or translate("ThreadView", "To the end"))
        self._down.setIcon(icons.icon("arrow-down", "accent" if self._unseen else "muted"))
        self._down.setVisible(away)
        self._place_down()

    def _place_down(self) -> None:
        size = self._down.sizeHint()
        left = (self.width() - size.width()) // 2
        top = self.height() - size.height() - theme.px(_TYPING + 8)
        self._down.setGeometry(QRect(left, top, size.width(), size.height()))
        self._down.raise_()

    @Slot()
    def _to_end(self) -> None:
        self.view.go_to_end()
        self.view.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the floating button in its place; in a low pane the field needs the last line."""
        super().resizeEvent(event)
        self._typing.setFixedHeight(theme.px(_TYPING) if self.height() >= theme.px(_LOW) else 0)
        self._on_measured(self._tall)
        self._place_down()
        self.show_typing(self._typing_name, self._typing_text)
