"""What the closure dialog has to know, and how it words it (C1, C4, C5, P8)."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from pupitre.domain.closure import SurveyDelivery
from pupitre.domain.ids import SubjectId
from pupitre.domain.mission import Mission

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosureQuestion:
    """What the dialog has to know."""

    name: str
    first: str
    mission: Mission
    delivery: SurveyDelivery
    last_question: str = ""
    """The reminder's message, in the visitor's language; "" when it was just asked (C1)."""
    goodbye: str = ""
    """What to say first to a visitor silent through two pauses (P8); "": nothing."""
    ended_by_visitor: bool = False
    """The visitor closed it: the expert says what it was about (C5)."""
    is_over: bool = False
    """It is closed already and only has to be qualified, or qualified again (C5)."""
    subjects: tuple[SubjectId, ...] = ()
    note: str = ""


def name(question: ClosureQuestion) -> str:
    """Return what assistive technology calls the dialog and its button."""
    if question.is_over:
        return translate("Closure", "Qualify the conversation")
    return translate("Closure", "Close the conversation")


def heading(question: ClosureQuestion) -> str:
    """Return whose conversation is closed."""
    if question.ended_by_visitor:
        return translate("Closure", "{name} ended the conversation").format(name=question.name)
    if question.is_over:
        return translate("Closure", "Qualify the conversation with {name}").format(
            name=question.name
        )
    return translate("Closure", "Close the conversation with {name}").format(name=question.name)


def intro(question: ClosureQuestion) -> str:
    """Return the reminder that comes before closing (C1)."""
    if question.is_over:
        return translate("Closure", "You can still say what it was about.")
    if question.goodbye:
        return translate(
            "Closure", "{name} stayed silent through two pauses: say goodbye and close."
        ).format(name=question.first)
    if not question.last_question:
        return translate(
            "Closure", "A closed conversation never reopens: a new message starts another."
        )
    return translate("Closure", "{name} has not yet said that everything is answered.").format(
        name=question.first
    )


def accept(question: ClosureQuestion) -> str:
    """Return the words of the button."""
    if question.is_over:
        return translate("Closure", "Qualify")
    return translate("Closure", "Close conversation")


def cancel(question: ClosureQuestion) -> str:
    """Return the words of the other button; "": the usual ones."""
    return translate("Closure", "Later") if question.ended_by_visitor else ""


def delivery(delivery: SurveyDelivery, first: str) -> str:
    """Return how the visitor gets the survey (C4)."""
    match delivery:
        case SurveyDelivery.NOW:
            return translate("Closure", "{name} is asked on the site, at once.").format(name=first)
        case SurveyDelivery.MAIL:
            return translate("Closure", "{name} left the site and gets it by e-mail.").format(
                name=first
            )
        case SurveyDelivery.RETURN:
            return translate(
                "Closure", "{name} left the site and is asked on returning within 7 days."
            ).format(name=first)
