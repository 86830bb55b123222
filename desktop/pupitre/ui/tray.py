"""The desk in the system's tray: how it stands, and what can be done without its window."""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from pupitre.ui import text
from pupitre.ui.counts import Counts
from pupitre.ui.tray_icon import TrayState, tray_icon

translate = QCoreApplication.translate

_OPENS = (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick)


class Tray(QObject):
    """Shows nothing where there is no tray; every signal is something the expert asked for."""

    desk_asked = Signal()
    availability_asked = Signal(bool)
    paused_asked = Signal()
    sign_out_asked = Signal()
    quit_asked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.state = TrayState()
        self.menu = QMenu(window)
        self._fill()
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._on_activated)
        self.icon.messageClicked.connect(self.desk_asked)
        self.show_state(self.state)

    def _fill(self) -> None:
        self.open_action = self._add(translate("Tray", "Open the desk"), self.desk_asked)
        self.menu.addSeparator()
        self.available_action = self.menu.addAction(translate("Tray", "Available"))
        self.available_action.setCheckable(True)
        self.available_action.triggered.connect(self.availability_asked)
        self.paused_action = self._add(
            translate("Tray", "Paused conversations…"), self.paused_asked
        )
        self.menu.addSeparator()
        self.sign_out_action = self._add(translate("Tray", "Sign out…"), self.sign_out_asked)
        self.quit_action = self._add(translate("Tray", "Quit"), self.quit_asked)

    def _add(self, words: str, intent: object) -> QAction:
        action = self.menu.addAction(words)
        action.triggered.connect(intent)
        return action

    def show(self) -> bool:
        """Appear in the tray; False: this desktop has none."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return False
        self.icon.show()
        return True

    def hide(self) -> None:
        """Leave the tray."""
        self.icon.hide()

    def show_state(self, state: TrayState) -> None:
        """Show how the desk stands."""
        self.state = state
        self.icon.setIcon(tray_icon(state))
        self.icon.setToolTip(tooltip(state))
        self.available_action.setChecked(state.available)
        for action in (self.available_action, self.paused_action, self.sign_out_action):
            action.setEnabled(state.is_signed_in)

    def balloon(self, title: str, body: str) -> None:
        """Tell something where the desktop has no notifications of its own."""
        self.icon.showMessage(title, body, tray_icon(self.state))

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in _OPENS:
            self.desk_asked.emit()


def tooltip(state: TrayState) -> str:
    """Return the same as the icon, in words."""
    if not state.is_signed_in:
        return translate("Tray", "Pupitre — signed out")
    if state.said:
        return translate("Tray", "Pupitre — {state}").format(state=state.said)
    parts = [text.availability(available=state.available, full=False)]
    if state.waiting:
        parts.append(Counts.waiting_on_you(state.waiting))
    if state.paused:
        parts.append(Counts.paused(state.paused))
    return translate("Tray", "Pupitre — {state}").format(state=" · ".join(parts))
