"""Ties conversations that are over to the panes: from search, a visitor's past, or my own list."""

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from pupitre.client import archive
from pupitre.client import changes as c
from pupitre.client.archive import Past
from pupitre.client.session import Session
from pupitre.domain.ids import ConversationId
from pupitre.ui.bridge import Bridge
from pupitre.ui.refusal_text import refusal
from pupitre.ui.views.notice import Notice

translate = QCoreApplication.translate


class ArchiveLink(QObject):
    """Fetches what was asked for last, and shows it once it is here."""

    found = Signal(object)
    """The conversation that can be shown."""

    def __init__(self, session: Session, bridge: Bridge, notice: Notice) -> None:
        super().__init__(notice)
        self._session = session
        self._notice = notice
        self._wanted: ConversationId | None = None
        bridge.fetched.connect(self._on_fetched)

    @Slot(object)
    def open(self, past: Past) -> None:
        """Show a conversation as soon as it is fetched."""
        self._wanted = past.id
        self._session.archive.fetch(past)

    @Slot(object)
    def _on_fetched(self, news: c.Fetched) -> None:
        if news.conversation != self._wanted:
            return
        self._wanted = None
        if news.reason:
            self._notice.say(why_not(news.reason))
        else:
            self.found.emit(news.conversation)


def why_not(reason: str) -> str:
    """Return why a conversation cannot be read now, and what helps."""
    if reason == "unreachable":
        return translate(
            "Archive", "This conversation is on the server: it can be read once the link is back."
        )
    if reason == archive.NOT_OVER:
        return translate("Archive", "This conversation goes on with somebody else.")
    return refusal(reason)
