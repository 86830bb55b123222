"""A check box with a quieter line of explanation under it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from pupitre.ui import theme
from pupitre.ui.blocks import label


class Check(QWidget):
    """The box, and what ticking it means."""

    def __init__(
        self, words: str, *, hint: str = "", strong: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.box = QCheckBox(words)
        self.box.setAccessibleName(words)
        if strong:
            self.box.setFont(theme.font(14, bold=True))
        self._hint = label("", "hint", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(self.box)
        indented = QHBoxLayout()
        indented.setContentsMargins(theme.px(26), 0, 0, 0)
        indented.addWidget(self._hint)
        column.addLayout(indented)
        self.show_hint(hint)

    def show_hint(self, hint: str) -> None:
        """Change the explanation."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.box.setAccessibleDescription(hint)

    @override
    def sizeHint(self) -> QSize:
        """Be as tall as the explanation needs."""
        return self.minimumSizeHint()
