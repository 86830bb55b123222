"""The closure dialog: the last question first, then subjects, note and survey (C1 to C5)."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pupitre.domain.checks import NOTE_LIMIT
from pupitre.domain.closure import SurveyDelivery
from pupitre.domain.commands import Close, Qualify
from pupitre.domain.ids import SubjectId
from pupitre.domain.mission import Mission
from pupitre.domain.refusals import Code
from pupitre.ui import theme
from pupitre.ui.blocks import button
from pupitre.ui.dialogs.base import DeskDialog, headed
from pupitre.ui.dialogs.checks import Check
from pupitre.ui.dialogs.note import NoteField
from pupitre.ui.dialogs.subjects import SubjectPicker
from pupitre.ui.refusal_text import refusal

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
    """It is closed already and only has to be qualified (C5)."""
    subjects: tuple[SubjectId, ...] = ()
    note: str = ""


class ClosureDialog(DeskDialog):
    """Closes or qualifies: `chosen` carries a `Close` or a `Qualify`.

    `asked` carries the last question instead: it is sent, and the conversation stays open.
    `said` carries the goodbye to send before the closure.
    """

    chosen = Signal(object)
    asked = Signal(str)
    said = Signal(str)

    def __init__(self, question: ClosureQuestion, parent: QWidget | None = None) -> None:
        super().__init__(
            parent, name=_name(question), heading=_heading(question), intro=_intro(question)
        )
        self._question = question
        if question.last_question and not question.goodbye and not question.ended_by_visitor:
            self._offer_last_question()
        self._build()

    def _offer_last_question(self) -> None:
        words = translate("Closure", "Ask “{question}” first").format(
            question=self._question.last_question
        )
        self.ask = button(words, "link")
        self.ask.clicked.connect(self._on_ask)
        self.body.addWidget(self.ask)
        self.body.setSpacing(theme.px(14))

    def _build(self) -> None:
        mission = self._question.mission
        self.picker = SubjectPicker(mission.subjects, self._question.subjects, self)
        self.picker.changed.connect(self._on_change)
        if mission.leaves():
            self.body.addLayout(self._subjects(mission))
        else:
            self.picker.hide()
        self.note = NoteField(translate("Closure", "Note"), self._question.note)
        self.note.changed.connect(self._on_change)
        self.body.addLayout(self._note())
        self.goodbye = Check(
            translate("Closure", "Say goodbye first"),
            hint=translate("Closure", "“{text}”").format(text=self._question.goodbye),
        )
        self.goodbye.box.setChecked(bool(self._question.goodbye))
        self.goodbye.setVisible(bool(self._question.goodbye))
        self.body.addWidget(self.goodbye)
        self.survey = Check(
            translate("Closure", "Offer the satisfaction survey"),
            hint=_delivery(self._question.delivery, self._question.first),
        )
        self.survey.box.setChecked(True)
        self.survey.setVisible(not self._question.ended_by_visitor)
        self.body.addWidget(self.survey)
        self.add_cancel(_cancel(self._question))
        self.accept_button = self.add_primary(_accept(self._question), _name(self._question))
        self.accept_button.clicked.connect(self._on_accept)
        (self.picker.search if mission.leaves() else self.note.edit).setFocus()

    def _subjects(self, mission: Mission) -> QVBoxLayout:
        required = translate("Closure", "required by {mission}").format(mission=mission.name)
        row, name = headed(
            translate("Closure", "What was it about?"),
            required if mission.subjects_required else "",
        )
        name.setBuddy(self.picker.search)
        column = QVBoxLayout()
        column.setSpacing(theme.px(6))
        column.addLayout(row)
        column.addWidget(self.picker)
        return column

    def _note(self) -> QVBoxLayout:
        row, name = headed(
            translate("Closure", "Note for the history"),
            translate("Closure", "only experts see it"),
        )
        name.setBuddy(self.note.edit)
        column = QVBoxLayout()
        column.setSpacing(theme.px(6))
        column.addLayout(row)
        column.addWidget(self.note)
        return column

    def _on_ask(self) -> None:
        self.asked.emit(self._question.last_question)
        self.reject()

    def _on_change(self) -> None:
        if self.refusal.text():
            self.refuse(self._refusal())

    def _refusal(self) -> str:
        mission = self._question.mission
        if mission.subjects_required and mission.leaves() and not self.picker.chosen():
            return refusal(Code.SUBJECT_REQUIRED)
        if not self.note.fits:
            return refusal(Code.TOO_LONG, {"limit": NOTE_LIMIT})
        return ""

    def _on_accept(self) -> None:
        if sentence := self._refusal():
            self.refuse(sentence)
            (self.picker.search if self.note.fits else self.note.edit).setFocus()
            return
        subjects, note = self.picker.chosen(), self.note.text()
        if self._question.ended_by_visitor:
            self.chosen.emit(Qualify(subjects=subjects, note=note))
        else:
            if self.goodbye.box.isChecked():
                self.said.emit(self._question.goodbye)
            survey = self.survey.box.isChecked()
            self.chosen.emit(Close(subjects=subjects, note=note, survey=survey))
        self.accept()


def _name(question: ClosureQuestion) -> str:
    if question.ended_by_visitor:
        return translate("Closure", "Qualify the conversation")
    return translate("Closure", "Close the conversation")


def _heading(question: ClosureQuestion) -> str:
    if question.ended_by_visitor:
        return translate("Closure", "{name} ended the conversation").format(name=question.name)
    return translate("Closure", "Close the conversation with {name}").format(name=question.name)


def _intro(question: ClosureQuestion) -> str:
    if question.ended_by_visitor:
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


def _accept(question: ClosureQuestion) -> str:
    if question.ended_by_visitor:
        return translate("Closure", "Qualify")
    return translate("Closure", "Close conversation")


def _cancel(question: ClosureQuestion) -> str:
    return translate("Closure", "Later") if question.ended_by_visitor else ""


def _delivery(delivery: SurveyDelivery, first: str) -> str:
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
