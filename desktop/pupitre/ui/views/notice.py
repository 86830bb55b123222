"""A sentence at the top of the desk: what was refused, what left, what happened meanwhile."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from pupitre.ui import blocks, icons, theme

translate = QCoreApplication.translate

_STAYS = 12_000
"""Milliseconds; a sentence with a button stays until it is dealt with."""
_MOST = 2
"""How many buttons there is room for."""
PROGRAM = "program:"
"""How acts begin that are about the program, and not about the desk."""


class Notice(QFrame):
    """Shows one sentence at a time, with buttons when something can be done."""

    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("role", "advice")
        self._words = blocks.label("", "text", self, wraps=True)
        self._buttons = [blocks.button("", "link", self) for _ in range(_MOST)]
        self._dismiss = blocks.icon_button("x", translate("Notice", "Dismiss"), self)
        self._dismiss.setIcon(icons.icon("x", "advice_text"))
        self._timer = QTimer(self, singleShot=True, interval=_STAYS)
        self._timer.timeout.connect(self.hide)
        self._dismiss.clicked.connect(self.hide)
        for button in self._buttons:
            button.clicked.connect(self._on_button)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(18), theme.px(6), theme.px(12), theme.px(6))
        row.addWidget(self._words, 1)
        for button in self._buttons:
            row.addWidget(button)
        row.addWidget(self._dismiss)
        self.hide()

    @property
    def text(self) -> str:
        """What is said."""
        return self._words.text() if self.isVisible() else ""

    def say(self, words: str, button: str = "", act: str = "") -> None:
        """Say something; `act` comes back with `acted` when the button is pressed."""
        self.offer(words, [(act, button)] if button else [])

    def offer(self, words: str, acts: Sequence[tuple[str, str]]) -> None:
        """Say something that can be answered in several ways: acts and their buttons."""
        self._words.setText(words)
        for button, (act, name) in zip(self._buttons, [*acts, *[("", "")] * _MOST], strict=False):
            button.setText(name)
            button.setProperty("act", act)
            button.setVisible(bool(name))
        self.setVisible(bool(words))
        if acts:
            self._timer.stop()
        else:
            self._timer.start()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Paint the cross in the colours in force."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dismiss.setIcon(icons.icon("x", "advice_text"))

    @Slot()
    def _on_button(self) -> None:
        pressed = self.sender()
        self.hide()
        if pressed is not None:
            self.acted.emit(str(pressed.property("act")))
