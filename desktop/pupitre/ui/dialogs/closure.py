"""The closure dialog: the last question first, then subjects, note and survey (C1 to C5)."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pupitre.domain.checks import NOTE_LIMIT
from pupitre.domain.commands import Close, Qualify
from pupitre.domain.mission import Mission
from pupitre.domain.refusals import Code
from pupitre.ui import theme
from pupitre.ui.blocks import button
from pupitre.ui.dialogs import closure_words as words
from pupitre.ui.dialogs.base import DeskDialog, headed
from pupitre.ui.dialogs.checks import Check
from pupitre.ui.dialogs.closure_words import ClosureQuestion
from pupitre.ui.dialogs.note import NoteField
from pupitre.ui.dialogs.subjects import SubjectPicker
from pupitre.ui.refusal_text import refusal

translate = QCoreApplication.translate


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
            parent,
            name=words.name(question),
            heading=words.heading(question),
            intro=words.intro(question),
        )
        self._question = question
        if question.last_question and not question.goodbye and not question.is_over:
            self._offer_last_question()
        self._build()

    def _offer_last_question(self) -> None:
        sentence = translate("Closure", "Ask “{question}” first").format(
            question=self._question.last_question
        )
        self.ask = button(sentence, "link")
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
            hint=words.delivery(self._question.delivery, self._question.first),
        )
        self.survey.box.setChecked(True)
        self.survey.setVisible(not self._question.is_over)
        self.body.addWidget(self.survey)
        self.add_cancel(words.cancel(self._question))
        self.accept_button = self.add_primary(
            words.accept(self._question), words.name(self._question)
        )
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
        if self._question.is_over:
            self.chosen.emit(Qualify(subjects=subjects, note=note))
        else:
            if self.goodbye.box.isChecked():
                self.said.emit(self._question.goodbye)
            survey = self.survey.box.isChecked()
            self.chosen.emit(Close(subjects=subjects, note=note, survey=survey))
        self.accept()
