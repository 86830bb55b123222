"""What the pause dialog has to know, and how it words it (P1, P8, P10)."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from pupitre.domain.conversation import CurrentPause
from pupitre.domain.pause import Caution, PlannedHours
from pupitre.domain.presence import Dot
from pupitre.domain.standing import PAUSES_BEFORE_GOODBYE
from pupitre.ui import text

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseQuestion:
    """What the dialog has to know."""

    name: str
    """As on the card: "Camille D."."""
    first: str
    """As in a sentence: "Camille"."""
    dot: Dot
    left_at: datetime | None = None
    count: int = 1
    """Which pause in a row this would be (P8)."""
    current: CurrentPause | None = None
    """The pause whose time is changed, if it is paused already (P2)."""
    farewell: str = ""
    """What can be told to the visitor first, in the visitor's language; "": nothing."""
    hours: PlannedHours | None = None
    """When the expert has planned to work, in local time (P10)."""


def heading(question: PauseQuestion) -> str:
    """Return whose conversation is paused."""
    if question.current is not None:
        return translate("Pause", "Change the pause with {name}").format(name=question.name)
    return translate("Pause", "Pause the conversation with {name}").format(name=question.name)


def intro(question: PauseQuestion) -> str:
    """Return what a pause does."""
    if question.current is not None:
        return translate(
            "Pause", "It comes back when {name} writes, or at the time you choose."
        ).format(name=question.first)
    return translate(
        "Pause",
        "It leaves your desk and frees a slot. It comes back when {name} writes, "
        "or at the time you choose.",
    ).format(name=question.first)


def advice(question: PauseQuestion, now: datetime, cautions: tuple[Caution, ...]) -> str:
    """Return what the dot, or the length, advises (P10)."""
    if Caution.OVER_A_DAY in cautions:
        return translate(
            "Pause", "More than 24 hours is not advised: {name} may have found help elsewhere."
        ).format(name=question.first)
    match question.dot:
        case Dot.ON_SITE:
            return translate(
                "Pause", "{name} is on the site: a short pause is recommended."
            ).format(name=question.first)
        case Dot.LEFT:
            return translate("Pause", "{name} {left}: up to 24 hours is fine.").format(
                name=question.first,
                left=text.short_presence(question.dot, now, question.left_at),
            )
        case Dot.UNKNOWN:
            return translate(
                "Pause", "No link: whether {name} is on the site is not known now."
            ).format(name=question.first)


def count_line(question: PauseQuestion) -> str:
    """Return which pause in a row it is (P8)."""
    line = text.pause_count(question.count)
    line = line[:1].upper() + line[1:] + "."
    if question.count > PAUSES_BEFORE_GOODBYE:
        line += " " + translate("Pause", "After two pauses, say goodbye and close instead.")
    return line


def keep_line(*, outside: bool, kept: bool) -> str:
    """Return what keeping means, or why it is unticked (P10)."""
    if outside and not kept:
        return translate(
            "Pause", "Unticked: you have not planned to work then. Another expert takes it."
        )
    if outside:
        return translate("Pause", "You have not planned to work then.")
    return translate(
        "Pause", "Untick it if you will not be available then: another expert takes it."
    )
