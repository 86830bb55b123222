"""What an installed desk has around it: one door, a mark of its run, the session's list, help."""

from dataclasses import replace
from pathlib import Path

from pupitre.app.assistance import Assistance
from pupitre.app.autostart import Autostart, Switch
from pupitre.app.desk import Desk
from pupitre.app.dictionaries import open_dictionary
from pupitre.app.folders import Folders
from pupitre.app.last_run import LastRun
from pupitre.app.means import open_in_browser
from pupitre.app.updates import channel
from pupitre.app.updates.offer import Updates
from pupitre.app.updates.place import here
from pupitre.ui import spelling
from pupitre.ui.preferences import Preferences
from pupitre.ui.spelling import Spelling


class Residence:
    """The surroundings of one desk, from its start to its end."""

    def __init__(self, folders: Folders, autostart: Autostart) -> None:
        self._folders = folders
        self._last = LastRun(folders.logs)
        self._switch = Switch(autostart)
        self._spelling = Spelling(open_dictionary)
        self._looks = False
        """Whether new versions are looked for at the start."""
        self.assistance: Assistance | None = None
        self.updates: Updates | None = None

    def begin(self, preferences: Preferences) -> Preferences:
        """Mark the run; return the preferences with what this computer says of some of them."""
        self._last.begin()
        spelling.provide(self._spelling)
        told = channel.chosen(self._folders.settings) is not None
        self._looks = told and preferences.updates is not False
        return replace(
            preferences, autostart=self._switch.is_on, updates=self._looks if told else None
        )

    def welcome(self, desk: Desk) -> None:
        """Tie the desk to its surroundings."""
        desk.window.preferences_changed.connect(self._switch.follow)
        self.assistance = Assistance(desk.window, self._folders, _about, open_in_browser)
        if self._last.ended_badly:
            self.assistance.tell_of_crash()
        self.updates = Updates(
            desk.window, self._folders, here(), desk.leaving.ask_to_quit, open_in_browser
        )
        self.updates.look(wanted=self._looks)

    def end(self) -> Path | None:
        """Remember that this run ended well; return the program that follows it, if any."""
        spelling.provide(None)
        self._spelling.end()
        self._last.end()
        return self.updates.take_over() if self.updates else None


def _about() -> str:
    """Name the versions; nobody needs them before the first window."""
    from pupitre.app.about import about

    return about()
