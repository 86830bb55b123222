"""One conversation, whole: head, thread and composer; panes stand side by side."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from pupitre.client.views import OVER, Card
from pupitre.domain.people import Page
from pupitre.ui import blocks, text, theme
from pupitre.ui.models.thread import ThreadModel
from pupitre.ui.views.composer import Composer
from pupitre.ui.views.drop import DropPlace
from pupitre.ui.views.empty import Advice, Empty
from pupitre.ui.views.farewell import Farewell
from pupitre.ui.views.header import Header
from pupitre.ui.views.thread_place import ThreadPlace

_LOW = 440


class ConversationPane(QFrame):
    """Shows a conversation and tells what the expert does with it."""

    entered = Signal()
    """The keyboard's place is in this pane now."""
    looked_at = Signal()
    """The visitor's last message may be in sight now."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setProperty("role", "bar")
        self._now = now
        self.model = ThreadModel(now, self)
        self.head = Header(self)
        self.place = ThreadPlace(self.model, self)
        self.farewell = Farewell(self)
        self.composer = Composer(self, self)
        self.empty = Empty(self)
        self.drop = DropPlace(self)
        self._arrange()
        self.place.view.end_left.connect(self._on_end)
        self.place.view.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _arrange(self) -> None:
        self._talk = QWidget(self)
        column = QVBoxLayout(self._talk)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        self._line = blocks.divider(self._talk)
        column.addWidget(self._line)
        column.addWidget(self.place, 1)
        column.addWidget(self.farewell)
        column.addWidget(blocks.divider(self._talk))
        column.addWidget(self.composer)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._talk)

    def show_empty(self, advice: Advice) -> None:
        """Show what to do next instead of a conversation."""
        self.empty.show_advice(advice)
        self.drop.allow(allowed=False)
        leaves = self._has_keyboard(self._talk)
        self._stack.setCurrentWidget(self.empty)
        if leaves:
            self.empty.take_focus()

    def _has_keyboard(self, part: QWidget) -> bool:
        """Tell whether the keyboard is there; Qt would pass it on to the search."""
        return part.isAncestorOf(self.window().focusWidget())

    def light(self, *, lit: bool) -> None:
        """Show that the expert is in this pane, among several."""
        theme.mark(self._line, "lit", "true" if lit else "false")

    def show_conversation(self) -> None:
        """Show a conversation instead of the next step."""
        self._stack.setCurrentWidget(self._talk)

    def show_card(self, card: Card, page: Page | None) -> None:
        """Show who it is, where they are and whether one can write."""
        self.head.show_card(card, page, self._now())
        first = text.first_name(card.name, card.number)
        self.composer.show_addressee(first)
        self.drop.call(first)
        if card.locked in OVER and self._has_keyboard(self.composer):
            self.place.view.setFocus()
        self.composer.show_lock(card.locked, card.parked)
        self.drop.allow(allowed=self.composer.takes_files)
        self.farewell.setVisible(card.suggests_goodbye and not card.locked)

    @property
    def is_read(self) -> bool:
        """The visitor's last message is in sight of somebody."""
        return (
            self._stack.currentWidget() is self._talk
            and self.isVisible()
            and self.window().isActiveWindow()
            and not self.window().isMinimized()
            and self.place.view.shows_last_message
        )

    @Slot(bool)
    def _on_end(self, away: bool) -> None:  # noqa: FBT001 - a signal's value
        if not away:
            self.looked_at.emit()

    @Slot()
    def _on_scrolled(self) -> None:
        if not self.place.view.is_at_end:
            self.looked_at.emit()

    @Slot(QWidget, QWidget)
    def _on_focus(self, _left: QWidget | None, came: QWidget | None) -> None:
        """Notice that the expert is here: shortcuts act on this conversation from now on."""
        if came is not None and self.isAncestorOf(came):
            self.entered.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Be where the expert clicks, also beside what takes the keyboard."""
        super().mousePressEvent(event)
        self.entered.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the thread in a low pane."""
        super().resizeEvent(event)
        self.composer.field.show_least(2 if self.height() >= theme.px(_LOW) else 1)

    @override
    def event(self, event: QEvent) -> bool:
        """Notice that the window came to the front: what is in sight is read now."""
        handled = super().event(event)
        if event.type() == QEvent.Type.WindowActivate:
            self.looked_at.emit()
        return handled
