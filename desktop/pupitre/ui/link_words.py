"""The state of the link, in words."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from pupitre.client.connection import LinkState
from pupitre.ui import moments

translate = QCoreApplication.translate


def short_link(state: LinkState, since: datetime, now: datetime) -> str:
    """Return the state of the link for a tool tip."""
    if state is LinkState.LOST:
        return translate("States", "No link since {time}").format(
            time=moments.moment_past(since, now)
        )
    return link(state, since, now)


def link(state: LinkState, since: datetime, now: datetime, *, slow: bool = False) -> str:
    """Return the state of the link for the bar at the foot of the desk."""
    match state:
        case LinkState.SIGNED_OUT:
            return translate("States", "Signed out")
        case LinkState.CONNECTING:
            return translate("States", "Connecting…")
        case LinkState.CATCHING_UP:
            return translate("States", "Catching up…")
        case LinkState.CONNECTED if slow:
            return translate("States", "Connected, slow link: what you write may take a while")
        case LinkState.CONNECTED:
            return translate("States", "Connected")
        case LinkState.LOST:
            return translate("States", "No link since {time}: what you write is kept here").format(
                time=moments.moment_past(since, now)
            )
