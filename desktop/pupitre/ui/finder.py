"""Looks for words in messages on the server, once somebody stops typing for a moment."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from pupitre.client.questions import Answer, Hit, Hits, Search
from pupitre.client.session import Session
from pupitre.ui import moments, text
from pupitre.ui.alive import while_alive
from pupitre.ui.views.choices import Choice

_PATIENCE = 250
_LEAST = 3
"""Fewer letters would find everything."""


class Finder(QObject):
    """Finds messages in the conversations of this desk."""

    found = Signal(str, object)
    """The words, and the choices that answer them."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._words = ""
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._timer.timeout.connect(self._ask)

    @Slot(str)
    def look(self, words: str) -> None:
        """Look for these words soon."""
        self._words = words.strip()
        if len(self._words) >= _LEAST:
            self._timer.start()
        else:
            self._timer.stop()

    @Slot()
    def _ask(self) -> None:
        if not self._session.connection.stale:
            self._session.ask(Search(self._words), self._on_answer)

    @while_alive
    def _on_answer(self, answer: Answer) -> None:
        if isinstance(answer, Hits) and answer.question.text == self._words:
            cards = {card.id for card in self._session.cards()}
            mine = [hit for hit in answer.hits if hit.conversation in cards]
            self.found.emit(self._words, [self._choice(hit) for hit in mine])

    def _choice(self, hit: Hit) -> Choice:
        card = self._session.card(hit.conversation)
        return Choice(
            key=f"talk:{hit.conversation}",
            title=text.visitor_name(hit.name, card.number if card else 0),
            hint=hit.excerpt,
            icon="search",
            corner=moments.moment_past(hit.at, self._session.now()),
        )
