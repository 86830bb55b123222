"""The button of the canned replies: its words give way where there is no room for them."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from pupitre.ui import theme
from pupitre.ui.blocks import Button

translate = QCoreApplication.translate

_SIGN = "/"
"""What is typed to the same end."""


class CannedButton(Button):
    """Called the same, whatever it shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = translate("Composer", "/ Canned replies")
        self.setObjectName("canned")
        self.setProperty("role", "ghost")
        self.setAutoDefault(False)
        self.setText(self._words)
        self.setAccessibleName(self._words)
        self.setMinimumWidth(theme.px(32))

    def fit(self, room: int) -> int:
        """Show what fits into that many pixels, and return how many it takes."""
        words = self.fontMetrics().horizontalAdvance
        around = self.sizeHint().width() - words(self.text())
        fits = words(self._words) + around <= room
        self.setText(self._words if fits else _SIGN)
        self.setToolTip("" if fits else self._words)
        return self.sizeHint().width()
