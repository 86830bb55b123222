"""The conversations that I closed: found by a few letters, read again with a click."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from pupitre.client import harmless
from pupitre.client.archive import Past
from pupitre.client.questions import (
    Answer,
    MyClosed,
    PastConversation,
    PastConversations,
    Unanswered,
)
from pupitre.client.session import Session
from pupitre.domain.ids import ConversationId
from pupitre.ui import fuzzy, moments, text, theme
from pupitre.ui.alive import while_alive
from pupitre.ui.archive_link import why_not
from pupitre.ui.blocks import button, label
from pupitre.ui.dialogs.base import DeskDialog
from pupitre.ui.dialogs.rows import WIDE, Row, Rows
from pupitre.ui.views.past import stars

translate = QCoreApplication.translate

PAGE = 50
"""How many the server gives at once."""


class ClosedDialog(DeskDialog):
    """Asks for them page by page."""

    past_asked = Signal(object)
    """The `Past` to read."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            name=translate("Closed", "Closed conversations"),
            heading=translate("Closed", "Closed conversations"),
            intro=translate("Closed", "Those that you closed, to be read or qualified again."),
            width=WIDE,
        )
        self._session = session
        self._found: list[PastConversation] = []
        self._erased: set[ConversationId] = set()
        self._answered = False
        self._trouble = ""
        """Why no more of them came, if they did not."""
        self._reads: dict[QPushButton, PastConversation] = {}
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("Closed", "Visitor, subject, note…"))
        self.search.setAccessibleName(translate("Closed", "Filter"))
        self.search.textChanged.connect(self._show_found)
        self._list = Rows(translate("Closed", "Closed"))
        self.nothing = label("", "hint", wraps=True)
        self.more = button(translate("Closed", "Show older ones"), "link")
        self.more.clicked.connect(self._ask)
        self.more.hide()
        for widget in (self.search, self._list, self.nothing):
            self.body.addWidget(widget)
        self.add_aside(self.more)
        self.add_cancel(translate("Closed", "Close")).setDefault(True)
        self.search.setFocus()
        self._show_found()
        self._ask()

    def _ask(self) -> None:
        self.more.setEnabled(False)  # a second click would bring the same ones again
        before = self._found[-1].closed_at if self._found else None
        self._session.ask(MyClosed(before), self._on_answer)

    @while_alive
    def _on_answer(self, answer: Answer) -> None:
        self.more.setEnabled(True)
        self._trouble = why_not(answer.reason) if isinstance(answer, Unanswered) else ""
        if isinstance(answer, PastConversations):
            self._answered = True
            self._found += [it for it in answer.conversations if it.id not in self._erased]
            self.more.setVisible(len(answer.conversations) >= PAGE)
        self._show_found()

    def forget(self, conversations: Collection[ConversationId]) -> None:
        """List no more what is erased, whatever was answered before."""
        self._erased |= set(conversations)
        self._found = [it for it in self._found if it.id not in self._erased]
        self._show_found()

    def _show_found(self) -> None:
        self._reads.clear()
        shown = fuzzy.best(self.search.text().strip(), self._found, self._words)
        self._list.show_rows([self._row(it) for it in shown])
        self._list.setVisible(bool(shown))
        words = self._why_none() if not shown else self._trouble
        self.nothing.setText(words)
        self.nothing.setVisible(bool(words))

    def _why_none(self) -> str:
        """Return why nothing is listed; empty while that is not known.

        Nobody knows here what was closed and erased since.
        """
        if self._found or not self.more.isHidden():
            return translate("Closed", "Nothing was found among those that are shown.")
        if self._answered:
            return translate("Closed", "No conversation that you closed is kept.")
        return self._trouble

    def _row(self, it: PastConversation) -> Row:
        made = button(translate("Closed", "Read"), "segment")
        made.setProperty("edge", "only")
        made.setFont(theme.font(12))
        made.setAccessibleDescription(_name(it))
        made.clicked.connect(self._on_button)
        self._reads[made] = it
        return Row(_name(it), self._state(it), made)

    def _state(self, it: PastConversation) -> str:
        mission = self._session.missions.get(it.mission)
        closed = moments.moment_past(it.closed_at, self._session.now()) if it.closed_at else ""
        parts = (mission.mark if mission else "", closed, self._subjects(it), stars(it.csat))
        return " · ".join(part for part in parts if part)

    def _subjects(self, it: PastConversation) -> str:
        mission = self._session.missions.get(it.mission)
        leaves = mission.leaves() if mission else {}
        return ", ".join(leaves[one].name if one in leaves else one for one in it.subjects)

    def _words(self, it: PastConversation) -> str:
        return f"{_name(it)} {self._state(it)} {it.note}"

    def _on_button(self) -> None:
        pressed = self.sender()
        found = next(it for made, it in self._reads.items() if made is pressed)
        self.past_asked.emit(Past.of(found))
        self.accept()


def _name(it: PastConversation) -> str:
    return text.visitor_name(it.name, harmless.number(it.visitor))
