"""Ties the visitor panel to the conversation that is shown."""

from PySide6.QtCore import QObject, Slot

from pupitre.client import changes as c
from pupitre.client.questions import Answer, History, PastConversation, PastConversations
from pupitre.client.session import Session
from pupitre.client.views import EventRow
from pupitre.domain.commands import WriteNote
from pupitre.domain.events import Noted
from pupitre.domain.ids import ConversationId, SubjectId, VisitorId
from pupitre.ui import naming
from pupitre.ui.alive import while_alive
from pupitre.ui.bridge import Bridge
from pupitre.ui.views.visitor import Note, VisitorPanel


class PanelLink(QObject):
    """Shows one visitor, and asks the server what came before."""

    def __init__(self, panel: VisitorPanel, session: Session, bridge: Bridge) -> None:
        super().__init__(panel)
        self._panel = panel
        self._session = session
        self._conversation: ConversationId | None = None
        self._asked: VisitorId | None = None
        self._noted: list[tuple[EventRow, Noted]] = []
        bridge.cards.connect(self._on_cards)
        bridge.rows.connect(self._on_rows)
        bridge.connection.connect(self._on_connection)
        bridge.erased.connect(self._on_erased)
        panel.note_written.connect(self._on_note)
        panel.show_nobody()

    def show(self, conversation: ConversationId | None) -> None:
        """Show the visitor of a conversation; None: nobody."""
        if conversation != self._conversation:
            self._conversation, self._asked = conversation, None
            self._panel.show_past((), {})
            self._read_notes()
        self.refresh()

    def refresh(self) -> None:
        """Show again what may have changed with time."""
        card = self._session.card(self._conversation) if self._conversation else None
        if card is None:
            self._panel.show_nobody()
            return
        self._panel.show_visitor(card, self._session.visitor(card.id), self._session.now())
        self._ask_history()

    def _read_notes(self, first: int = 0) -> None:
        """Show the notes of the thread, of which those before that row are known."""
        rows = self._session.thread(self._conversation)[first:] if self._conversation else ()
        events = ((row, row.event) for row in rows if isinstance(row, EventRow))
        found = [(row, event) for row, event in events if isinstance(event, Noted)]
        if first and not found:
            return  # a message: its card, which takes longer to draw, can wait until it is painted
        card = self._session.card(self._conversation) if self._conversation else None
        if card is None:
            return
        self._noted = [*self._noted, *found] if first else found
        names = naming.names(self._session, card)
        self._panel.show_notes(
            [
                Note(writer=names.expert(event.expert), at=row.at, text=event.text)
                for row, event in self._noted
            ]
        )

    def _ask_history(self) -> None:
        talk = self._session.conversation(self._conversation) if self._conversation else None
        if talk is None or self._session.connection.stale or talk.visitor == self._asked:
            return
        self._asked = talk.visitor
        self._session.ask(History(talk.visitor), self._on_history)

    @while_alive
    def _on_history(self, answer: Answer) -> None:
        asked = self._asked
        if not isinstance(answer, PastConversations) or not isinstance(answer.question, History):
            self._asked = None
            return
        if answer.question.visitor == asked:
            past = [one for one in answer.conversations if one.id != self._conversation]
            self._panel.show_past(past, self._subjects(past))

    def _subjects(self, past: list[PastConversation]) -> dict[SubjectId, str]:
        missions = {one.mission for one in past}
        known = [self._session.missions[id_] for id_ in missions if id_ in self._session.missions]
        return {id_: leaf.name for mission in known for id_, leaf in mission.leaves().items()}

    @Slot(object)
    def _on_cards(self, news: c.CardsChanged) -> None:
        if self._conversation in news.conversations:
            self.refresh()

    @Slot(object)
    def _on_rows(self, news: c.ThreadAppended | c.ThreadChanged | c.ThreadReset) -> None:
        match news:
            case c.ThreadAppended(conversation=it, first=first) if it == self._conversation:
                self._read_notes(first)
            case c.ThreadReset(conversation=it) if it == self._conversation:
                self._read_notes()

    @Slot(object)
    def _on_erased(self, _news: c.Erased) -> None:
        """Ask again what came before: some of it may be kept no longer."""
        self._asked = None
        self.refresh()

    @Slot(object)
    def _on_connection(self, _news: c.ConnectionChanged) -> None:
        self.refresh()

    @Slot(str)
    def _on_note(self, words: str) -> None:
        if self._conversation is not None:
            self._session.submit(self._conversation, WriteNote(text=words))
