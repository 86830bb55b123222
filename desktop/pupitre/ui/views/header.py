"""A conversation's head: who it is, where they are, and the three acts."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from pupitre.client.views import OVER, Card
from pupitre.domain.conversation import Status
from pupitre.domain.people import Page
from pupitre.ui import blocks, icons, marks, text, theme

translate = QCoreApplication.translate

_TALL = 57
_NARROW = 600
_LEAST = 280


class Header(QFrame):
    """Name, mark and presence on the left; pause, transfer, close on the right."""

    pause_asked = Signal()
    resume_asked = Signal()
    transfer_asked = Signal()
    close_asked = Signal()
    release_asked = Signal()
    block_asked = Signal()
    window_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._sentence = ""
        self._face: tuple[object, ...] = ()
        self._name_in_full = ""
        self._dot = marks.DotSign(self)
        self._name = blocks.label("", "heading", self)
        self._name.setObjectName("conversation-name")
        self._mark = marks.MarkSign(self)
        self._where = blocks.label("", "small", self)
        self._make_buttons()
        self._arrange()

    def _make_buttons(self) -> None:
        self._resume = blocks.button(translate("Header", "Take back"), "plain", self)
        self._pause = blocks.button(translate("Header", "Pause…"), "plain", self)
        self._transfer = blocks.button(translate("Header", "Transfer…"), "plain", self)
        self._close = blocks.button(translate("Header", "Close…"), "primary", self)
        for button, name, signal in (
            (self._resume, "take-back", self.resume_asked),
            (self._pause, "pause", self.pause_asked),
            (self._transfer, "transfer", self.transfer_asked),
            (self._close, "close", self.close_asked),
        ):
            button.setObjectName(name)
            button.clicked.connect(signal)
        self._faces = {
            self._resume: (self._resume.text(), "play"),
            self._pause: (self._pause.text(), "pause"),
            self._transfer: (self._transfer.text(), "arrow-right-left"),
            self._close: (self._close.text(), "check"),
        }
        for button, (words, _) in self._faces.items():
            button.setAccessibleName(words)
            button.setToolTip(words)
        self._more = blocks.menu_button("ellipsis", translate("Header", "More acts"), self)
        menu = QMenu(self._more)
        self._hand_on = menu.addAction(translate("Header", "Transfer…"))
        self._hand_on.triggered.connect(self.transfer_asked)
        for words, signal in (
            (translate("Header", "Give back to the group"), self.release_asked),
            (translate("Header", "Block the visitor…"), self.block_asked),
            (translate("Header", "Open in its own window"), self.window_asked),
        ):
            menu.addAction(words).triggered.connect(signal)
        self._more.setMenu(menu)

    def _arrange(self) -> None:
        self.setMinimumSize(theme.px(_LEAST), theme.px(_TALL))
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(18), theme.px(8), theme.px(18), theme.px(8))
        row.setSpacing(theme.px(10))
        names = QHBoxLayout()
        names.setSpacing(theme.px(10))
        names.addWidget(self._name)
        names.addWidget(self._mark)
        names.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        words.addLayout(names)
        words.addWidget(self._where)
        for label in (self._name, self._where):
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            label.setMinimumWidth(1)
        row.addWidget(self._dot)
        row.addLayout(words, 1)
        for button in (self._resume, self._pause, self._transfer, self._close, self._more):
            row.addWidget(button)

    def show_card(self, card: Card, page: Page | None, now: datetime) -> None:
        """Show whose conversation it is and where it stands, if that is something else now."""
        name = text.visitor_name(card.name, card.number)
        sentence = text.presence(card.dot, now, page=page, left_at=card.left_at)
        if card.pause is not None:
            sentence = text.pause_line(card.pause, now)
        if card.locked in OVER:
            sentence = text.over(card.closed_at, now)
        look = (card.dot, card.mark, card.colour, card.status, card.locked, card.can_qualify)
        face = (name, sentence, *look)
        if face != self._face:
            self._face, self._name_in_full, self._sentence = face, name, sentence
            self._show_face(card)

    def _show_face(self, card: Card) -> None:
        paused = card.status is Status.PAUSED
        self._dot.show_dot(card.dot)
        self._mark.show_mark(card.mark, card.colour)
        self._resume.setVisible(paused)
        self._pause.show()
        self._transfer.setVisible(not paused)
        self._hand_on.setVisible(paused)
        self._dot.setVisible(card.locked not in OVER)
        self._allow(card)
        self._elide()

    def _allow(self, card: Card) -> None:
        """Leave what can still be done: its last owner may qualify one that is over (C5)."""
        over = card.locked in OVER
        for button in (self._resume, self._pause, self._transfer, self._more):
            button.setVisible(not over and not button.isHidden())
        self._more.setVisible(not over)
        self._close.setVisible(not over or card.can_qualify)
        words = translate("Header", "Qualify…") if over else translate("Header", "Close…")
        self._faces[self._close] = (words, "check")
        self._close.setAccessibleName(words)
        self._close.setToolTip(words)

    def _compact(self) -> None:
        """Show signs instead of words where there is no room for them."""
        narrow = self.width() < theme.px(_NARROW)
        self._row.setSpacing(theme.px(5 if narrow else 10))
        self._mark.setVisible(not narrow)
        for button, (words, sign) in self._faces.items():
            tint = "on_fill" if button is self._close else "text"
            button.setText("" if narrow else words)
            button.setIcon(icons.icon(sign, tint) if narrow else QIcon())
            theme.mark(button, "narrow", "true" if narrow else "false")

    def _elide(self) -> None:
        self._compact()
        buttons = (self._resume, self._pause, self._transfer, self._close, self._more)
        shown = [button for button in buttons if not button.isHidden()]
        gap = self._row.spacing()
        taken = sum(button.sizeHint().width() + gap for button in shown)
        around = self._row.contentsMargins()
        dot = self._dot.sizeHint().width() + gap
        room = self.width() - taken - dot - around.left() - around.right()
        _fit(self._where, theme.metrics(12), self._sentence, room)
        mark = 0 if self._mark.isHidden() else self._mark.sizeHint().width() + theme.px(14)
        _fit(self._name, theme.metrics(15.5, bold=True), self._name_in_full, room - mark)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Paint the signs in the colours in force."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.layout() is not None:
            self._more.setIcon(icons.icon("ellipsis"))
            self._compact()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten what does not fit."""
        super().resizeEvent(event)
        self._elide()


def _fit(label: QLabel, metrics: QFontMetrics, words: str, room: int) -> None:
    """Shorten words to the room there is; the whole of them is read and shown on hovering."""
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(room, theme.px(60)))
    label.setText(shown)
    label.setToolTip("" if shown == words else words)
    label.setAccessibleName(words)
