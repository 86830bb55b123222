"""A conversation in a window of its own."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from pupitre.domain.ids import ConversationId
from pupitre.ui import theme
from pupitre.ui.views.pane import ConversationPane


class SoloWindow(QWidget):
    """Holds one pane; closing it closes nothing else."""

    closed = Signal(object)
    """The conversation that was shown."""

    def __init__(
        self, conversation: ConversationId, now: Callable[[], datetime], owner: QWidget
    ) -> None:
        super().__init__(owner, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(owner.windowTitle())
        self._conversation = conversation
        self.pane = ConversationPane(now, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pane)
        self.resize(theme.px(640), theme.px(620))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that it is gone."""
        super().closeEvent(event)
        self.closed.emit(self._conversation)
