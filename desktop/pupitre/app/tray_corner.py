"""The desk's icon in the tray, made again in each language, and what is asked from its menu."""

from pupitre.app.leaving import Leaving
from pupitre.app.tray_notices import TrayNotices
from pupitre.app.workplace import Workplace
from pupitre.ui.tray import Tray
from pupitre.ui.window import DeskWindow


class TrayCorner:
    """One icon at a time; what is asked there goes to the window and to the way out."""

    def __init__(self, window: DeskWindow, leaving: Leaving, balloons: TrayNotices) -> None:
        self._window = window
        self._leaving = leaving
        self._balloons = balloons
        self.tray = self._made()

    def renew(self, place: Workplace | None) -> None:
        """Have the menu in the language of the screen."""
        before, self.tray = self.tray, self._made()
        if place is not None:
            place.use_tray(self.tray)
        before.hide()
        before.menu.deleteLater()
        before.deleteLater()
        self.tray.show()

    def _made(self) -> Tray:
        tray = Tray(self._window)
        tray.desk_asked.connect(self._window.come_to_front)
        tray.paused_asked.connect(self._on_paused_asked)
        tray.sign_out_asked.connect(self._leaving.ask_to_sign_out)
        tray.quit_asked.connect(self._leaving.ask_to_quit)
        self._balloons.use(tray)
        return tray

    def _on_paused_asked(self) -> None:
        self._window.come_to_front()
        if self._window.dialogs is not None:
            self._window.dialogs.paused_list()
