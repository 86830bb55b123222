"""What the window can be asked for: its acts, their keys, and when they can be had."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from pupitre.ui import actions


class WindowActs(QObject):
    """Made with the first desk, or when somebody who has none looks for the keys.

    A conversation's own window has them too, but for those in `without`.
    """

    asked = Signal(str)
    """The name of an act."""

    def __init__(
        self, window: QWidget, chosen: Mapping[str, str], without: Collection[str] = ()
    ) -> None:
        super().__init__(window)
        made = actions.make(window, chosen)
        self.actions = {name: action for name, action in made.items() if name not in without}
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

    @Slot()
    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.asked.emit(action.objectName())
