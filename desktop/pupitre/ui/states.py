"""Delivery of a message and state of the link, in words."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from pupitre.client.views import Delivery, LinkState
from pupitre.ui import moments
from pupitre.ui.counts import Counts

translate = QCoreApplication.translate


def delivery(value: Delivery) -> str:
    """Return where a message is, never more than is known."""
    match value:
        case Delivery.HELD:
            return translate("States", "Leaves in a moment")
        case Delivery.QUEUED:
            return translate("States", "On this computer")
        case Delivery.SENT:
            return translate("States", "Sending…")
        case Delivery.STORED:
            return translate("States", "Stored")
        case Delivery.SEEN:
            return translate("States", "Seen")
        case Delivery.REFUSED:
            return translate("States", "Not sent")


def delivery_in_full(value: Delivery) -> str:
    """Return the same as a sentence, for a tool tip or a screen reader."""
    match value:
        case Delivery.HELD:
            return translate("States", "Held for a few seconds: you can still take it back.")
        case Delivery.QUEUED:
            return translate(
                "States", "Kept on this computer: it leaves as soon as the link is back."
            )
        case Delivery.SENT:
            return translate("States", "Sent: the server has not answered yet.")
        case Delivery.STORED:
            return translate("States", "Stored by the server.")
        case Delivery.SEEN:
            return translate("States", "Seen by the visitor.")
        case Delivery.REFUSED:
            return translate("States", "Refused by the server: your text is kept.")


def link(state: LinkState, since: datetime, now: datetime) -> str:
    """Return the state of the link for the bar at the foot of the desk."""
    match state:
        case LinkState.SIGNED_OUT:
            return translate("States", "Signed out")
        case LinkState.CONNECTING:
            return translate("States", "Connecting…")
        case LinkState.CATCHING_UP:
            return translate("States", "Catching up…")
        case LinkState.CONNECTED:
            return translate("States", "Connected")
        case LinkState.LOST:
            return translate("States", "No link since {time}: what you write is kept here").format(
                time=moments.moment_past(since, now)
            )


def caught_up(count: int, since: datetime, now: datetime) -> str:
    """Return "3 things happened while you were away, since 15:47"."""
    return translate("States", "{happened}, since {time}").format(
        happened=Counts.happened(count), time=moments.moment_past(since, now)
    )


def locked(code: str) -> str:
    """Return why nothing can be written (`Card.locked`), and what to do; "" when one can."""
    return {
        "closed": translate("States", "This conversation is closed."),
        "transferred": translate(
            "States", "This conversation was transferred. Your draft is kept."
        ),
        "released": translate("States", "You gave this conversation back. Your draft is kept."),
        "reassigned": translate(
            "States", "Another expert has this conversation now. Your draft is kept."
        ),
        "while_away": translate(
            "States", "This conversation changed while you were away. Read it before you write."
        ),
        "answered": translate(
            "States", "A colleague answered while you were away. Read it before you write."
        ),
    }.get(code, code)
