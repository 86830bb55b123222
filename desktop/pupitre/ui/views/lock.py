"""Why nothing can be written, above the field, and what its author can choose."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pupitre.client import second_thoughts
from pupitre.client.views import Parked
from pupitre.ui import blocks, states, theme

translate = QCoreApplication.translate


class Lock(QFrame):
    """Shows itself only while something is to be said."""

    unlock_asked = Signal()
    """Write all the same: it was read."""
    send_asked = Signal()
    """Let what was held leave."""
    take_back_asked = Signal()
    """Give what was held back to the field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = blocks.label("", "advice", self, wraps=True)
        self._words.setObjectName("lock")
        self._unlock = blocks.button(translate("Composer", "Write now"), "plain", self)
        self._send = blocks.button("", "plain", self)
        self._back = blocks.button("", "plain", self)
        for button, name, signal in (
            (self._unlock, "unlock", self.unlock_asked),
            (self._back, "take-back-held", self.take_back_asked),
            (self._send, "send-anyway", self.send_asked),
        ):
            button.setObjectName(name)
            button.clicked.connect(signal)
        self._arrange()
        self.show_lock("", Parked())

    def _arrange(self) -> None:
        """Give the words the whole width: they are long, and so are the choices under them."""
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addStretch(1)
        for button in (self._unlock, self._back, self._send):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self._words)
        column.addLayout(row)

    def show_lock(self, code: str, parked: Parked) -> None:
        """Say why, with what is held if anything is; an empty code: nothing is locked."""
        self.setVisible(bool(code))
        self._words.setText(states.locked(code, parked))
        self._words.setAccessibleName(self._words.text())
        readable = code in second_thoughts.CODES
        self._unlock.setVisible(readable and not parked)
        self._send.setVisible(readable and bool(parked))
        self._back.setVisible(readable and bool(parked))
        only_acts = parked.messages == 0
        self._send.setText(
            translate("Composer", "Do it anyway")
            if only_acts
            else translate("Composer", "Send anyway")
        )
        self._back.setText(
            translate("Composer", "Leave it")
            if only_acts
            else translate("Composer", "Back to the composer")
        )
