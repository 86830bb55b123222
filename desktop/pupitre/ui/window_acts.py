"""What the window can be asked for: its acts, their keys, and when they can be had."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from pupitre.ui import actions


class WindowActs(QObject):
    """Made with the first desk, or when somebody who has none looks for the keys."""

    asked = Signal(str)
    """The name of an act."""

    def __init__(self, window: QWidget, chosen: Mapping[str, str]) -> None:
        super().__init__(window)
        self._window = window
        self.actions = actions.make(window, chosen)
        for action in self.actions.values():
            action.triggered.connect(self._on_triggered)
            window.addAction(action)

    def assign(self, chosen: Mapping[str, str]) -> None:
        """Give each act the keys the expert chose, or its own."""
        actions.assign(self.actions, chosen)

    def allow(self, *, allowed: bool) -> None:
        """Offer them, or none of them."""
        for action in self.actions.values():
            action.setEnabled(allowed)

    def fill(self, menu: QMenu) -> None:
        """Put into the desk's menu what is asked for now and then."""
        actions.fill(menu, self.actions)

    def reword(self) -> None:
        """Say them in the language of the screen."""
        for act in actions.table():
            self.actions[act.name].setText(act.words)

    def show_keys_if_asked(
        self, event: QKeyEvent, chosen: Callable[[dict[str, str]], None]
    ) -> None:
        """Show the keys where there is no desk, if those that ask for it are pressed."""
        from pupitre.ui.dialogs import shortcuts  # nobody waits for it at the start

        shortcuts.show_if_asked(event, self.actions, self._window, chosen)

    @Slot()
    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.asked.emit(action.objectName())
