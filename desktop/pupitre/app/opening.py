"""The first window: what was there last, painted before the rest of the program is loaded."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import SignalInstance

from pupitre.app import words
from pupitre.app.folders import desk_file
from pupitre.app.settings import Account, Settings
from pupitre.ui.early import Early
from pupitre.ui.preferences import Preferences
from pupitre.ui.window import DeskWindow

if TYPE_CHECKING:
    from pupitre.client.glance import Glance
    from pupitre.ui.views.welcome import Welcome


class Opening:
    """A window that can be used at once; what is asked of it is kept for `hand_over`."""

    def __init__(
        self, preferences: Preferences, settings: Settings, proposed: Account | None
    ) -> None:
        """Let `proposed` in, or whoever signed in last."""
        self.preferences, self.proposed = preferences, proposed
        self._account = proposed or settings.account
        self.window = DeskWindow(preferences)
        self.window.arrange(settings.window)
        self.page: Welcome | None = None
        """The way in, where it is shown."""
        self._early = Early(self.window)

    @property
    def signs_in(self) -> bool:
        """Whether somebody may come in without a question."""
        return self.proposed is None and bool(self._account.email)

    def show(self, folder: Path, now: Callable[[], datetime]) -> None:
        """Show the list as it was, or the way in."""
        kept = self._kept(folder) if self.signs_in else None
        if kept is not None:
            self.window.show_glance(kept, now)
        else:
            self.page = page = way_in(self._account)
            if self.signs_in:
                page.show_busy(waiting_words(self._account))
            self.keep(page.trial_asked, page.sign_in_asked, page.cancel_asked)
            self.window.show_page(page)
        self.keep(self.window.close_asked)
        self.window.show()

    def _kept(self, folder: Path) -> "Glance | None":
        """Return what the list showed last."""
        from pupitre.client import glance  # who comes for the first time has none

        return glance.look(desk_file(folder, self._account))

    def keep(self, *signals: SignalInstance) -> None:
        """Keep what these ask for until somebody can answer."""
        self._early.keep(*signals)

    def hand_over(self) -> None:
        """Ask again what was asked before."""
        self._early.tell()


def way_in(account: Account) -> "Welcome":
    """Return the welcome page, with the account used last."""
    from pupitre.ui.views.welcome import Welcome  # who has a list does not see it

    page = Welcome()
    if account.server:
        page.prefill(account.server, account.email)
    return page


def waiting_words(account: Account) -> str:
    """Say what is being waited for."""
    return words.starting() if account.is_trial else words.signing_in()
