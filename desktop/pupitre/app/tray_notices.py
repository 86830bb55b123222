"""Notices as balloons of the tray icon, where the desktop has no notification area."""

from pupitre.app.notifier import Notice, Picked
from pupitre.ui.tray import Tray


class TrayNotices:
    """Shows the newest notice in a balloon; a click on it opens what it speaks of."""

    def __init__(self, picked: Picked) -> None:
        self._picked = picked
        self._tray: Tray | None = None
        self._newest = ""

    def use(self, tray: Tray) -> None:
        """Show balloons from this icon from now on."""
        self._tray = tray
        tray.icon.messageClicked.connect(self._on_clicked)

    def show(self, notice: Notice) -> None:
        """Show a balloon, in place of the last one."""
        if self._tray is not None and self._tray.icon.isVisible():
            self._newest = notice.key
            self._tray.balloon(notice.title, notice.text)

    def withdraw(self, key: str) -> None:
        """Forget what it speaks of; a balloon goes by itself."""
        if key == self._newest:
            self._newest = ""

    async def run(self) -> None:
        """Have nothing to do: a balloon is shown at once."""

    def _on_clicked(self) -> None:
        if self._newest:
            self._picked(self._newest, "")
