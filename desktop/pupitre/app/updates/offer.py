"""Offers a new version in the desk: says that it is out, shows what is new, hands over to it."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QUrl

from pupitre.app.tasks import spawn
from pupitre.app.updates.place import Kind, Place
from pupitre.ui.preferences import Preferences
from pupitre.ui.window import DeskWindow

if TYPE_CHECKING:  # nobody waits for these at the start
    from pupitre.app.folders import Folders
    from pupitre.app.updates.errands import Errands, Trouble
    from pupitre.app.updates.releases import Release
    from pupitre.ui.dialogs.update import UpdateDialog

log = logging.getLogger(__name__)

FIRST, AGAIN = timedelta(seconds=20), timedelta(hours=12)
"""How long after the desk opened the list is asked for, and how often from then on."""
Acts = Sequence[tuple[str, str]]
"""What the notice's buttons ask for, and their words."""


class Updates(QObject):
    """Silent until asked to `look`; `take_over` ends a run that fetched a new version."""

    def __init__(
        self,
        window: DeskWindow,
        folders: "Folders",
        place: Place,
        quit_desk: Callable[[], None],
        browse: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self.first = FIRST
        self.dialog: UpdateDialog | None = None
        self.restarts = False
        self._window, self._folders, self._place = window, folders, place
        self._quit_desk, self._browse = quit_desk, browse
        self._wanted = False
        self._errands: Errands | None = None
        self._watching: asyncio.Task[None] | None = None
        self._release: Release | None = None
        self._came: Path | None = None
        self._is_fetching = False
        self._said: tuple[str, Acts] | None = None
        window.desk_opened.connect(self._on_desk_opened)
        window.preferences_changed.connect(self._on_preferences)
        window.program_asked.connect(self._on_asked)
        window.stayed.connect(self._on_stayed)

    def look(self, *, wanted: bool) -> None:
        """Look for new versions from the time that a desk is open; or no more."""
        self._wanted = wanted
        if not wanted and self._watching is not None:
            self._watching.cancel()
            self._watching = None

    def take_over(self) -> Path | None:
        """Put what is ready in place; return the program to start, where that was asked for."""
        if self._came is None or self._place.kind is not Kind.FOLDER:
            return None
        from pupitre.app.updates import replacement

        try:
            replacement.swap(self._came, self._place)
        except OSError as error:
            log.warning("the update could not be put in place: %s", error)
            return None
        return self._place.program if self.restarts else None

    # --- what is said and asked

    def _on_desk_opened(self) -> None:
        if self._said is not None:
            self._window.offer(*self._said)
        elif self._wanted:
            self._begin()

    def _on_preferences(self, preferences: Preferences) -> None:
        self.look(wanted=bool(preferences.updates))
        if self._wanted:
            self._begin()

    def _begin(self) -> None:
        from pupitre.app.updates.errands import Errands

        if self._watching is None:
            self._errands = self._errands or Errands(self._folders, self._place)
            self._watching = spawn(self._watch(self._errands), name="updates")

    def _on_stayed(self) -> None:
        """Take a restart back: somebody is still on the desk."""
        self.restarts = False

    def _say(self, sentence: str, *acts: tuple[str, str]) -> None:
        self._said = (sentence, acts) if acts else None
        self._window.offer(sentence, acts)

    def _say_trouble(self, trouble: "Trouble") -> None:
        from pupitre.app.updates import words

        if trouble.passing:
            self._say(trouble.sentence, ("update", words.update()))
        else:
            self._window.warn(trouble.sentence)

    def _on_asked(self, act: str) -> None:
        self._said = None
        match act:
            case "update" if self._place.kind in (Kind.FOLDER, Kind.INSTALLER):
                spawn(self._fetch(), name="update")
            case "news" | "update":
                self._show()
            case "restart":
                self.restarts = True
                self._quit_desk()
            case "installer" if self._came is not None:
                self._browse(QUrl.fromLocalFile(str(self._came)).toString())

    # --- looking

    async def _watch(self, errands: "Errands") -> None:
        await asyncio.sleep(self.first.total_seconds())
        await self._look(errands)
        while errands.address:
            await asyncio.sleep(AGAIN.total_seconds())
            await self._look(errands)

    async def _look(self, errands: "Errands") -> None:
        from pupitre.app.updates import words
        from pupitre.app.updates.errands import Trouble

        try:
            found = await errands.look()
        except Trouble as trouble:
            self._window.warn(trouble.sentence)
            return
        if found is not None and (self._release is None or self._release != found):
            self._release, self._came = found, None
            self._say(
                words.available(found.version),
                ("news", words.whats_new()),
                ("update", words.update()),
            )

    # --- what is new

    def _show(self) -> None:
        from pupitre.app.updates import words
        from pupitre.ui.dialogs.update import News, UpdateDialog

        if (release := self._release) is None or self._errands is None:
            return
        self.dialog = dialog = UpdateDialog(
            News(
                version=release.version,
                mine=_version(),
                date=release.date,
                notes=release.news(QLocale().name()[:2]),
                how=words.how(self._place, self._errands.address),
                by_itself=self._place.kind in (Kind.FOLDER, Kind.INSTALLER),
            ),
            self._window,
        )
        dialog.asked.connect(self._on_dialog)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_dialog(self) -> None:
        self._on_asked("update")

    # --- fetching

    async def _fetch(self) -> None:
        if self._release is None or self._errands is None or self._is_fetching:
            return
        self._is_fetching = True
        try:
            await self._bring(self._errands, self._release)
        finally:
            self._is_fetching = False

    async def _bring(self, errands: "Errands", release: "Release") -> None:
        from pupitre.app.updates import words
        from pupitre.app.updates.errands import Trouble

        loop, told = asyncio.get_running_loop(), {0}

        def heard(share: float) -> None:
            if (percent := int(share * 100)) not in told:
                told.add(percent)
                loop.call_soon_threadsafe(self._say, words.fetching(release.version, percent))

        self._say(words.fetching(release.version, 0))
        try:
            self._came = await errands.bring(release, heard)
        except Trouble as trouble:
            self._say_trouble(trouble)
            return
        if self._place.kind is Kind.FOLDER:
            self._say(words.ready(release.version), ("restart", words.restart()))
        else:
            self._say(words.installer_ready(release.version), ("installer", words.open_installer()))


def _version() -> str:
    """Return this program's; nobody needs it before the first window, nor what tells it."""
    from importlib.metadata import version

    return version("pupitre")
