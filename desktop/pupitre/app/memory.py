"""What the desk remembers between two starts, saved away from Qt's thread."""

from dataclasses import replace

from pupitre.app.aside import Aside
from pupitre.app.settings import Account, Settings, SettingsFile
from pupitre.app.tasks import spawn
from pupitre.ui.preferences import Arrangement, Preferences


class Memory:
    """The settings in force; each change is on disk a moment later.

    What the command line chose holds for this run: the disk keeps what the expert chose.
    """

    def __init__(self, file: SettingsFile, preferences: Preferences) -> None:
        self._file = file
        self._disk = Aside("settings")
        kept = file.load()
        self._chosen = kept.preferences
        self.settings = replace(kept, preferences=preferences)

    def prefer(self, preferences: Preferences) -> None:
        """Remember what the expert chose about the desk."""
        self._chosen = preferences
        self._take(replace(self.settings, preferences=preferences))

    def sign_in(self, account: Account) -> None:
        """Remember who signed in last."""
        self._take(replace(self.settings, account=account))

    async def close(self, window: Arrangement) -> None:
        """Remember how the window was left, and wait until everything is on disk."""
        self.settings = replace(self.settings, window=window)
        await self._save()

    def _take(self, settings: Settings) -> None:
        self.settings = settings
        spawn(self._save(), name="save settings")

    async def _save(self) -> None:
        await self._disk.do(self._file.save, replace(self.settings, preferences=self._chosen))
