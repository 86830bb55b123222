"""Looks for words in messages on the server, once somebody stops typing for a moment."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from pupitre.client import harmless
from pupitre.client.archive import Past
from pupitre.client.questions import Answer, Hit, Hits, Search, Unanswered
from pupitre.client.session import Session
from pupitre.domain.conversation import Status
from pupitre.domain.ids import ConversationId
from pupitre.ui import moments, text
from pupitre.ui.alive import while_alive
from pupitre.ui.views.choices import Choice

translate = QCoreApplication.translate

_PATIENCE = 250
_LEAST = 3
"""Fewer letters would find everything."""


class Finder(QObject):
    """Finds messages in the conversations of this desk, and in those that are over."""

    found = Signal(str, object)
    """The words, and the choices that answer them."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._words = ""
        self._waits = False
        """The words were not asked: there was no link."""
        self._pasts: dict[ConversationId, Past] = {}
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._timer.timeout.connect(self._ask)

    @Slot(str)
    def look(self, words: str) -> None:
        """Look for these words soon; for a few letters, nowhere."""
        self._words = words.strip()
        if len(self._words) >= _LEAST:
            self._timer.start()
        else:
            self._timer.stop()
            self._waits = False
            self.found.emit(self._words, [])

    @Slot()
    def again(self) -> None:
        """Look for the same words again: what was found may be kept no longer."""
        self._pasts.clear()
        if len(self._words) >= _LEAST:
            self._ask()

    @Slot()
    def follow_link(self) -> None:
        """Look for what nobody could be asked for, once somebody can."""
        if self._waits:
            self._ask()

    @Slot()
    def _ask(self) -> None:
        self._waits = self._session.connection.stale
        if self._waits:
            self._tell_waiting()
        else:
            self._session.ask(Search(self._words), self._on_answer)

    def _tell_waiting(self) -> None:
        words = translate("Finder", "Messages are searched once the link is back")
        self.found.emit(self._words, [Choice(key="", title=words, icon="wifi")])

    @while_alive
    def _on_answer(self, answer: Answer) -> None:
        if isinstance(answer, Unanswered) and self._session.connection.stale:
            self._waits = True
            self._tell_waiting()
        if isinstance(answer, Hits) and answer.question.text == self._words:
            cards = {card.id for card in self._session.cards()}
            mine = [self._choice("talk", hit) for hit in answer.hits if hit.conversation in cards]
            over = [hit for hit in answer.hits if hit.status is Status.CLOSED]
            self._pasts = {hit.conversation: Past.of(hit) for hit in over}
            self.found.emit(self._words, mine + [self._choice("past", hit) for hit in over])

    def past(self, conversation: ConversationId) -> Past | None:
        """Return what is known of a closed conversation that was found."""
        return self._pasts.get(conversation)

    def _choice(self, kind: str, hit: Hit) -> Choice:
        return Choice(
            key=f"{kind}:{hit.conversation}",
            title=text.visitor_name(hit.name, harmless.number(hit.visitor)),
            hint=hit.excerpt,
            icon="search" if kind == "talk" else "history",
            corner=_when(hit, self._session.now()),
        )


def _when(hit: Hit, now: datetime) -> str:
    at = moments.moment_past(hit.at, now)
    if hit.status is Status.CLOSED:
        return translate("Finder", "closed · {time}").format(time=at)
    return at
