"""What to do next where no conversation is shown."""

from PySide6.QtCore import QCoreApplication

from pupitre.ui.counts import Counts
from pupitre.ui.views.empty import Advice

translate = QCoreApplication.translate


def next_step(
    *, known: bool, available: bool, waiting: int, conversations: int, beside: int = 0
) -> Advice:
    """Return the next step for an expert who is linked, available, awaited or none of it.

    `beside`: how many more conversations are shown already; they are not counted in the others.
    """
    if not known:
        return Advice(
            icon="wifi",
            title=translate("Advice", "Connecting to the server…"),
            hint=translate("Advice", "Your conversations appear as soon as the link is there."),
        )
    if waiting:
        return Advice(
            icon="inbox",
            title=_awaited(waiting),
            hint=translate("Advice", "Ctrl+Tab always goes to the one who has waited longest."),
            button=translate("Advice", "Open the conversation"),
            act="next",
        )
    if not available:
        return Advice(
            icon="coffee",
            title=translate("Advice", "You are unavailable"),
            hint=translate("Advice", "No new conversation comes to you until you say otherwise."),
            button=translate("Advice", "Become available"),
            act="availability",
        )
    if conversations:
        return Advice(
            icon="inbox",
            title=translate("Advice", "Choose a conversation"),
            hint=_nobody_else()
            if beside
            else translate("Advice", "Nobody waits for an answer. Visitors come by themselves."),
        )
    if beside:
        return Advice(
            icon="user",
            title=translate("Advice", "Waiting for another visitor"),
            hint=translate("Advice", "Your conversations are shown beside."),
        )
    return Advice(
        icon="user",
        title=translate("Advice", "Waiting for a visitor"),
        hint=translate("Advice", "To try the desk, write on a visitor page as a visitor would."),
        button=translate("Advice", "Open a visitor page"),
        act="visit",
    )


def _nobody_else() -> str:
    return translate("Advice", "Nobody else waits for an answer. Visitors come by themselves.")


def _awaited(waiting: int) -> str:
    if waiting == 1:
        return translate("Advice", "A visitor waits for you")
    return Counts.waiting_on_you(waiting)
