"""The proposal after two pauses without an answer: say goodbye, offer the survey, close (P8)."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from pupitre.ui import blocks, theme

translate = QCoreApplication.translate


class Farewell(QFrame):
    """A line above the composer; nothing is written or closed by itself."""

    close_asked = Signal()
    """Open the closure, which proposes the goodbye and the survey."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("farewell")
        self.setProperty("role", "advice")
        words = blocks.label("", "text", self, wraps=True)
        words.setText(translate("Farewell", "Two pauses went by without an answer."))
        close = blocks.button(translate("Farewell", "Say goodbye and close…"), "link", self)
        close.setObjectName("say-goodbye")
        close.clicked.connect(self.close_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(18), theme.px(7), theme.px(18), theme.px(7))
        row.setSpacing(theme.px(14))
        row.addWidget(words, 1)
        row.addWidget(close)
