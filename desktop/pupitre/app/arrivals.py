"""Follows a link into the desk: at once, or as soon as its conversation is there."""

from collections.abc import Callable

from pupitre.app import links
from pupitre.client.changes import CardsChanged, Change
from pupitre.client.observe import Subscription
from pupitre.client.session import Session
from pupitre.domain.ids import ConversationId


class Arrivals:
    """Remembers the last link until it can be followed; a link that leads nowhere does no harm."""

    def __init__(
        self, come_to_front: Callable[[], None], show: Callable[[ConversationId], None]
    ) -> None:
        self._come_to_front = come_to_front
        self._show = show
        self._wanted: ConversationId | None = None
        self._session: Session | None = None
        self._subscription: Subscription | None = None

    def arrive(self, link: str) -> None:
        """Come to the front, with the conversation that the link names."""
        self._come_to_front()
        self.wish(link)

    def wish(self, link: str) -> None:
        """Show the link's conversation when it is there, without coming to the front now."""
        wanted = links.conversation(link)
        if wanted is not None:
            self._wanted = wanted
            self._look()

    def enter(self, session: Session) -> None:
        """Look for conversations on this desk from now on."""
        self.leave()
        self._session = session
        self._subscription = session.changes.subscribe(self._on_change)
        self._look()

    def leave(self) -> None:
        """Keep the link for whoever signs in next."""
        if self._subscription is not None:
            self._subscription.end()
        self._session = self._subscription = None

    def _on_change(self, change: Change) -> None:
        if isinstance(change, CardsChanged) and self._wanted in change.conversations:
            self._look()

    def _look(self) -> None:
        wanted, session = self._wanted, self._session
        if wanted is None or session is None or session.card(wanted) is None:
            return
        self._wanted = None
        self._show(wanted)
