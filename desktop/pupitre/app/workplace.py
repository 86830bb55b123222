"""Everything of one expert who is signed in: session, announcements, tray."""

import logging
from collections.abc import Callable
from pathlib import Path

from pupitre.app.announcements import Announcements, Front
from pupitre.app.entry import Ticket
from pupitre.app.folders import desk_file
from pupitre.app.notifier import Notifier
from pupitre.app.tray_link import TrayLink
from pupitre.client.session import Session
from pupitre.domain.conversation import Status
from pupitre.ui.preferences import Preferences
from pupitre.ui.tray import Tray

log = logging.getLogger(__name__)


class Workplace:
    """One desk on one server, from signing in to signing out."""

    def __init__(self, ticket: Ticket, folder: Path) -> None:
        self.ticket = ticket
        path = desk_file(folder, ticket.account)
        self.session = Session(ticket.backend, ticket.token, path=path)
        self.announcements: Announcements | None = None
        self._tray_link: TrayLink | None = None
        self.over = False
        """The desk was left on purpose."""

    def furnish(
        self,
        notifier: Notifier,
        front: Front,
        tray: Tray,
        preferences: Callable[[], Preferences] = Preferences,
    ) -> None:
        """Tell outside the window what deserves it, from now on."""
        self.announcements = Announcements(self.session, notifier, front, preferences)
        self.use_tray(tray)

    def use_tray(self, tray: Tray) -> None:
        """Show on this icon how the desk stands."""
        if self._tray_link is not None:
            self._tray_link.end()
        self._tray_link = TrayLink(self.session, tray)

    @property
    def has_open(self) -> bool:
        """Whether visitors would be left behind (R9)."""
        return any(card.status is Status.OPEN for card in self.session.cards())

    def clear(self) -> None:
        """Take away what is shown of it outside the window."""
        if self.announcements is not None:
            self.announcements.end()
        if self._tray_link is not None:
            self._tray_link.end()
        self.announcements = self._tray_link = None
