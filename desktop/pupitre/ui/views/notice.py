"""A sentence at the top of the desk: what was refused, what left, what happened meanwhile."""

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from pupitre.ui import blocks, icons, theme

translate = QCoreApplication.translate

_STAYS = 12_000
"""Milliseconds; a sentence with a button stays until it is dealt with."""


class Notice(QFrame):
    """Shows one sentence at a time, with a button when something can be done."""

    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("role", "advice")
        self._act = ""
        self._words = blocks.label("", "text", self, wraps=True)
        self._button = blocks.button("", "link", self)
        self._dismiss = blocks.icon_button("x", translate("Notice", "Dismiss"), self)
        self._dismiss.setIcon(icons.icon("x", "advice_text"))
        self._timer = QTimer(self, singleShot=True, interval=_STAYS)
        self._timer.timeout.connect(self.hide)
        self._dismiss.clicked.connect(self.hide)
        self._button.clicked.connect(self._on_button)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(18), theme.px(6), theme.px(12), theme.px(6))
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        row.addWidget(self._dismiss)
        self.hide()

    @property
    def text(self) -> str:
        """What is said."""
        return self._words.text() if self.isVisible() else ""

    def say(self, words: str, button: str = "", act: str = "") -> None:
        """Say something; `act` comes back with `acted` when the button is pressed."""
        self._act = act
        self._words.setText(words)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self.setVisible(bool(words))
        if button:
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
        self.hide()
        self.acted.emit(self._act)
