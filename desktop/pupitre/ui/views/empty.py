"""What stands where there is no conversation: what to do next, with its button."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from pupitre.ui import blocks, icons, theme

_LEAST = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """A next step: an icon, two sentences and a button."""

    icon: str
    title: str
    hint: str
    button: str = ""
    act: str = ""
    """What the button asks for, by the name of an action."""


class Empty(QFrame):
    """Says what to do next."""

    act_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sunken")
        self._act = ""
        self._icon = QLabel(self)
        self._advice: Advice | None = None
        self._title = blocks.label("", "title", self)
        self._hint = blocks.label("", "hint", self, wraps=True)
        self._button = blocks.button("", "primary", self)
        self._button.setObjectName("next-step")
        self._button.clicked.connect(self._on_clicked)
        self._arrange()

    def _arrange(self) -> None:
        self.setMinimumWidth(theme.px(_LEAST))  # else one that was wide keeps its pane wide
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(8))
        column.addStretch(2)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for widget in (self._icon, self._title):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()  # an alignment would forget that its height follows its width
        row.addStretch(1)
        row.addWidget(self._hint)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(theme.px(8))
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_advice(self, advice: Advice) -> None:
        """Show a next step."""
        if advice == self._advice:
            return
        stays = self.window().focusWidget() in (self, self._button)
        self._advice, self._act = advice, advice.act
        self._icon.setPixmap(icons.pixmap(advice.icon, "muted", 34))
        self._title.setText(advice.title)
        self._hint.setText(advice.hint)
        self._button.setText(advice.button)
        self._button.setVisible(bool(advice.button))
        if stays:
            self.take_focus()

    @property
    def has_button(self) -> bool:
        """The next step is one press away."""
        return not self._button.isHidden()

    def take_focus(self) -> None:
        """Have the keyboard on the button, now or as soon as there is one."""
        (self._button if self.has_button else self).setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the hint where the pane ends."""
        super().resizeEvent(event)
        self._hint.setFixedWidth(max(min(theme.px(460), self.width() - theme.px(40)), 1))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Paint the icon in the colours in force."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._advice is not None:
            self._icon.setPixmap(icons.pixmap(self._advice.icon, "muted", 34))

    def _on_clicked(self) -> None:
        self.act_asked.emit(self._act)
