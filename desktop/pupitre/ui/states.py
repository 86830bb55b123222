"""Delivery of a message, and why nothing can be written, in words."""

from PySide6.QtCore import QCoreApplication

from pupitre.client import second_thoughts
from pupitre.client.views import NOTHING_PARKED, Delivery, Parked
from pupitre.ui.counts import Counts

translate = QCoreApplication.translate


def delivery(value: Delivery) -> str:
    """Return where a message is, never more than is known."""
    match value:
        case Delivery.HELD:
            return translate("States", "Leaves in a moment")
        case Delivery.QUEUED:
            return translate("States", "On this computer")
        case Delivery.PARKED:
            return translate("States", "Waits for your word")
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
        case Delivery.PARKED:
            return translate(
                "States",
                "Kept on this computer: the conversation changed before it left.",
            )
        case Delivery.SENT:
            return translate("States", "Sent: the server has not answered yet.")
        case Delivery.STORED:
            return translate("States", "Stored by the server.")
        case Delivery.SEEN:
            return translate("States", "Seen by the visitor.")
        case Delivery.REFUSED:
            return translate("States", "Refused by the server: your text is kept.")


def locked(code: str, parked: Parked = NOTHING_PARKED) -> str:
    """Return why nothing can be written (`Card.locked`), and what to do; "" when one can."""
    if parked and code in second_thoughts.CODES:
        held = (
            Counts.messages_held(parked.messages)
            if parked.messages
            else Counts.acts_held(parked.others)
        )
        return f"{_changed(code)} {held}"
    if code in second_thoughts.CODES:
        return f"{_changed(code)} " + translate("States", "Read it before you write.")
    return {
        "closed": translate("States", "This conversation is closed."),
        "transferred": translate(
            "States", "This conversation was transferred. Your draft is kept."
        ),
        "released": translate("States", "You gave this conversation back. Your draft is kept."),
        "reassigned": translate(
            "States", "Another expert has this conversation now. Your draft is kept."
        ),
        "gone": translate(
            "States", "This conversation left your desk while you were away. Your draft is kept."
        ),
    }.get(code, code)


def _changed(code: str) -> str:
    """Return what happened to a conversation while its expert was away."""
    return {
        second_thoughts.ANSWERED: translate("States", "A colleague answered while you were away."),
        second_thoughts.ANSWERED_BY_YOU: translate(
            "States", "You answered from another computer meanwhile."
        ),
        second_thoughts.MOVED: translate(
            "States", "Another expert had this conversation while you were away."
        ),
        second_thoughts.WROTE: translate(
            "States", "The visitor wrote before your closure could leave."
        ),
        second_thoughts.UNKNOWN: translate(
            "States", "This conversation changed while you were away."
        ),
    }[code]
