"""A note of up to 2,000 characters that only experts see, with its counter (C3)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from pupitre.domain.checks import NOTE_LIMIT
from pupitre.ui import theme
from pupitre.ui.blocks import label
from pupitre.ui.counts import Counts

_NEAR = 200
"""From so many characters left on, the counter shows."""

_LEAST, _MOST = 40, 66
"""Its height in the drawing: one line where the screen is low, else three."""


class NoteField(QWidget):
    """A few lines of text; Tab leaves it."""

    changed = Signal()

    def __init__(self, name: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QPlainTextEdit(text)
        self.edit.setAccessibleName(name)
        self.edit.setTabChangesFocus(True)
        self.edit.setMinimumHeight(theme.px(_LEAST))
        self.edit.setMaximumHeight(theme.px(_MOST))
        self.counter = label("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(3))
        column.addWidget(self.edit)
        column.addWidget(self.counter, 0, Qt.AlignmentFlag.AlignRight)
        self.edit.textChanged.connect(self._on_text)
        self._on_text()

    def text(self) -> str:
        """Return what was written, without the blanks around it."""
        return self.edit.toPlainText().strip()

    @property
    def fits(self) -> bool:
        """Whether it is within the limit."""
        return len(self.text()) <= NOTE_LIMIT

    def _on_text(self) -> None:
        left = NOTE_LIMIT - len(self.text())
        self.counter.setVisible(left <= _NEAR)
        words = Counts.characters_left(left) if left >= 0 else Counts.characters_over(-left)
        self.counter.setText(words)
        theme.mark(self.counter, "role", "small" if left >= 0 else "error")
        theme.mark(self.edit, "wrong", "false" if left >= 0 else "true")
        self.changed.emit()
