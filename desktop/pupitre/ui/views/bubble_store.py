"""Bubbles already laid out, by message and width, so that a row is measured once (T27)."""

from collections import OrderedDict

from pupitre.client.views import Delivery, MessageRow
from pupitre.ui import moments, refusal_text, states
from pupitre.ui.views.bubbles import Bubble, lay_out

_KEPT = 400
"""More than a thread's window and those of the threads shown before: each takes 6 KiB."""

FOOT_ICONS = {
    Delivery.QUEUED: "clock",
    Delivery.PARKED: "lock",
    Delivery.SENT: "clock",
    Delivery.STORED: "check",
    Delivery.SEEN: "check-check",
    Delivery.REFUSED: "circle-alert",
}


class BubbleStore:
    """Lays bubbles out and remembers the last ones."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[object, ...], Bubble] = OrderedDict()

    def bubble(self, row: MessageRow, width: int) -> Bubble:
        """Return a message's bubble for a thread of that width."""
        foot = foot_of(row)
        files = tuple([it.measure for it in row.attachments]) if row.attachments else ()
        key = (row.key, row.text, foot, width, files)
        found = self._kept.get(key)
        if found is None:
            signed = foot_icon(row) is not None
            found = lay_out(row.text, width, foot, foot_icon=signed, files=row.attachments)
            self._kept[key] = found
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found

    def forget(self) -> None:
        """Measure again: fonts or words changed."""
        self._kept.clear()


def foot_of(row: MessageRow) -> str:
    """Return the small words under a message: its time, and how far it has come."""
    time = moments.clock(row.at)
    if not row.mine:
        return time if not row.writer else f"{row.writer} · {time}"
    if row.delivery is Delivery.REFUSED:
        return f"{states.delivery(row.delivery)} · {refusal_text.refusal(row.refusal or '')}"
    return f"{time} · {states.delivery(row.delivery)}"


def foot_icon(row: MessageRow) -> str | None:
    """Return the sign beside those words."""
    return FOOT_ICONS.get(row.delivery) if row.mine else None
