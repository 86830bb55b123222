"""A conversation in a window of its own."""

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from pupitre.domain.ids import ConversationId
from pupitre.ui import theme
from pupitre.ui.views.pane import ConversationPane
from pupitre.ui.window_acts import WindowActs

_NOT_HERE = ("note", "window", "logs", "report")
"""A note is written beside the list, and about the conversation that is chosen there."""


class SoloWindow(QWidget):
    """Holds one pane, and hears the desk's shortcuts; closing it closes nothing else."""

    acted = Signal(str)
    """The name of an act whose keys were pressed."""
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
        self._acts: WindowActs | None = None

    def take_keys(self, chosen: Mapping[str, str]) -> None:
        """Hear the shortcuts that the expert chose, or the usual ones."""
        if self._acts is None:
            self._acts = WindowActs(self, chosen, _NOT_HERE)
            self._acts.asked.connect(self.acted)
        else:
            self._acts.assign(chosen)

    def come(self) -> None:
        """Be in front, ready to write."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.pane.composer.focus()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that it is gone."""
        super().closeEvent(event)
        self.closed.emit(self._conversation)
