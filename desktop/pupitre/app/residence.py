"""What an installed desk has around it: one door, a mark of its run, the session's list, help."""

from dataclasses import replace

from pupitre.app.assistance import Assistance
from pupitre.app.autostart import Autostart, Switch
from pupitre.app.desk import Desk
from pupitre.app.folders import Folders
from pupitre.app.last_run import LastRun
from pupitre.app.means import open_in_browser
from pupitre.ui.preferences import Preferences


class Residence:
    """The surroundings of one desk, from its start to its end."""

    def __init__(self, folders: Folders, autostart: Autostart) -> None:
        self._folders = folders
        self._last = LastRun(folders.logs)
        self._switch = Switch(autostart)
        self.assistance: Assistance | None = None

    def begin(self, preferences: Preferences) -> Preferences:
        """Mark the run; return the preferences with what the system says of the start."""
        self._last.begin()
        return replace(preferences, autostart=self._switch.is_on)

    def welcome(self, desk: Desk) -> None:
        """Tie the desk to its surroundings."""
        desk.window.preferences_changed.connect(self._switch.follow)
        self.assistance = Assistance(desk.window, self._folders, _about, open_in_browser)
        if self._last.ended_badly:
            self.assistance.tell_of_crash()

    def end(self) -> None:
        """Remember that this run ended well."""
        self._last.end()


def _about() -> str:
    """Name the versions; nobody needs them before the first window."""
    from pupitre.app.about import about

    return about()
