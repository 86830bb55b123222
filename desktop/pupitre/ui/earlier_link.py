"""Fetches what is above a thread from the server, once its top is reached."""

from PySide6.QtCore import QObject, Slot

from pupitre.client.questions import Answer, EarlierEvents, EarlierRows, Unanswered
from pupitre.client.session import Session
from pupitre.domain.ids import ConversationId
from pupitre.ui.alive import while_alive
from pupitre.ui.views.pane import ConversationPane


class EarlierLink(QObject):
    """One page at a time; without an answer, the next look at the top asks again."""

    def __init__(self, pane: ConversationPane, session: Session) -> None:
        super().__init__(pane)
        self._model, self._view = pane.model, pane.place.view
        self._session = session
        self._conversation: ConversationId | None = None
        self._asked: EarlierEvents | None = None
        self._view.earlier_wanted.connect(self._ask)

    def show(self, conversation: ConversationId | None) -> None:
        """Follow the pane to another conversation."""
        self._conversation, self._asked = conversation, None

    @Slot()
    def _ask(self) -> None:
        before = self._model.earliest_seq()
        if self._conversation is None or before is None or before <= 1:
            return
        question = EarlierEvents(self._conversation, before)
        if question != self._asked:
            self._asked = question
            self._session.ask(question, self._on_answer)

    @while_alive
    def _on_answer(self, answer: Answer) -> None:
        if answer.question != self._asked:
            return
        match answer:
            case EarlierRows(question=question) if question.before == self._model.earliest_seq():
                self._view.keep_place()
                self._model.prepend(answer.rows)
                self._view.restore_place()
            case Unanswered():
                self._asked = None
            case _:
                pass
