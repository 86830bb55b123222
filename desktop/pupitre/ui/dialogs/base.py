"""What every dialog of the desk has: a heading, a body, a sentence for refusals, its buttons."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from pupitre.ui import theme
from pupitre.ui.blocks import button, label

translate = QCoreApplication.translate

WIDTH = 600
"""A dialog's width in the drawing."""
_EVERYWHERE = ("Ctrl+Return", "Ctrl+Enter")


class DeskDialog(QDialog):
    """Window-modal and opened with `open()`: nothing waits inside it; who opened it deletes it.

    `name` is what assistive technology calls it; `heading` may say more, such as a visitor's name.
    """

    def __init__(
        self,
        parent: QWidget | None,
        *,
        name: str,
        heading: str,
        intro: str = "",
        width: int = WIDTH,
    ) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(name)
        self.setAccessibleName(name)
        self.setMinimumWidth(theme.px(width))
        self._column = QVBoxLayout(self)
        margin = theme.px(theme.MARGIN)
        self._column.setContentsMargins(margin, margin - theme.px(4), margin, margin - theme.px(2))
        self._column.setSpacing(theme.px(theme.GAP))
        self.heading = label(heading, "title", wraps=True)
        self.intro = label(intro, "hint", wraps=True)
        self._column.addLayout(self._head())
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(theme.GAP))
        self._column.addLayout(self.body)
        self.refusal = label("", "error", wraps=True)
        self.refusal.hide()
        self._column.addLayout(self._foot())

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(theme.px(4))
        head.addWidget(self.heading)
        head.addWidget(self.intro)
        self.intro.setVisible(bool(self.intro.text()))
        return head

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setSpacing(theme.px(10))
        foot.setContentsMargins(0, theme.px(4), 0, 0)
        foot.addWidget(self.refusal)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(theme.px(10))
        self._buttons.addStretch(1)
        foot.addLayout(self._buttons)
        return foot

    def add_aside(self, widget: QWidget) -> None:
        """Put something at the far end of the buttons' line."""
        self._buttons.insertWidget(0, widget)

    def add_cancel(self, words: str = "") -> QPushButton:
        """Add the button that leaves everything as it was; Escape does the same."""
        made = button(words or translate("Dialog", "Cancel"))
        made.clicked.connect(self.reject)
        self._buttons.addWidget(made)
        return made

    def add_primary(self, words: str, name: str = "") -> QPushButton:
        """Add the button that Enter presses; `name` is its accessible name.

        Ctrl+Enter presses it from a note too, where Enter breaks the line.
        """
        made = button(words, "primary")
        made.setAccessibleName(name or words)
        made.setDefault(True)
        for keys in _EVERYWHERE:
            QShortcut(QKeySequence(keys), self).activated.connect(made.click)
        self._buttons.addWidget(made)
        return made

    def refuse(self, sentence: str) -> None:
        """Say beside the buttons why it cannot be done; "" when it can."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

    @override
    def event(self, event: QEvent) -> bool:
        """Be exactly as tall as the words need: never cut, never loose."""
        handled = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self.setFixedHeight(self._height(self.screen().availableSize().height()))
        return handled

    def _height(self, room: int) -> int:
        """Return the height of the words; on a low screen, fields may give some of theirs."""
        column, width = self._column, self.width()
        room = max(room - theme.px(theme.TITLE_BAR), column.totalMinimumHeightForWidth(width))
        return min(column.totalHeightForWidth(width), room)


def headed(words: str, hint: str = "") -> tuple[QHBoxLayout, QLabel]:
    """Return a field's label with a quieter word after it, and the label to set its buddy."""
    row = QHBoxLayout()
    row.setSpacing(theme.px(6))
    name = label(words, "label")
    row.addWidget(name)
    if hint:
        row.addWidget(label(hint, "hint"), 0, Qt.AlignmentFlag.AlignBottom)
    row.addStretch(1)
    return row, name
