"""Ties the tray icon to the session: how the desk stands, and availability from the menu."""

from pupitre.client.changes import CardsChanged, Change, ConnectionChanged, YouChanged
from pupitre.client.session import Session
from pupitre.domain.commands import SetAvailability
from pupitre.ui import link_words, text
from pupitre.ui.tray import Tray
from pupitre.ui.tray_icon import TrayState


class TrayLink:
    """Keeps the icon true for one session."""

    def __init__(self, session: Session, tray: Tray) -> None:
        self._session = session
        self._tray = tray
        self._subscription = session.changes.subscribe(self._on_change)
        tray.availability_asked.connect(self._on_availability)
        self._show()

    def end(self) -> None:
        """Show a desk that is signed out, and hear nothing more."""
        self._subscription.end()
        self._tray.availability_asked.disconnect(self._on_availability)
        self._tray.show_state(TrayState())

    def _on_change(self, change: Change) -> None:
        if isinstance(change, CardsChanged | ConnectionChanged | YouChanged):
            self._show()

    def _on_availability(self, available: bool) -> None:  # noqa: FBT001 - a signal's value
        self._session.submit(None, SetAvailability(available=available))

    def _show(self) -> None:
        state = state_of(self._session)
        if state != self._tray.state:
            self._tray.show_state(state)


def state_of(session: Session) -> TrayState:
    """Return what the icon has to show."""
    tally, you = session.tally(), session.you
    return TrayState(
        available=you is not None and you.available,
        link=session.connection.state,
        waiting=tally.waiting,
        paused=tally.paused,
        said=_said(session),
    )


def _said(session: Session) -> str:
    """Return what to say of a link that is not there, and of what waits for it."""
    link = session.connection
    if not link.stale:
        return text.unsent(0, link.parked) if link.parked else ""
    words = link_words.short_link(link.state, link.since, session.now())
    waiting = link.waiting or link.parked
    return f"{words} · {text.unsent(link.waiting, link.parked)}" if waiting else words
