"""Ties the search field to all it finds: conversations, acts, and words in messages."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from pupitre.client.session import Session
from pupitre.domain.ids import ConversationId
from pupitre.ui import palette
from pupitre.ui.bridge import Bridge
from pupitre.ui.finder import Finder
from pupitre.ui.views.choices import Choice
from pupitre.ui.views.desk_page import DeskPage


class SearchLink(QObject):
    """Offers what there is, and tells what was chosen of it."""

    conversation_asked = Signal(object)
    past_asked = Signal(object)
    """A conversation that is over."""

    def __init__(
        self, page: DeskPage, session: Session, bridge: Bridge, actions: Mapping[str, QAction]
    ) -> None:
        super().__init__(page)
        self._session = session
        self._actions = actions
        self.finder = Finder(session, self)
        field = page.bar.search
        field.show_keys(actions["search"].shortcut().toString())
        field.offer_on(page, self._choices)
        field.textEdited.connect(self.finder.look)
        field.chosen.connect(self._on_chosen)
        self.finder.found.connect(field.add_found)
        bridge.erased.connect(self.finder.again)
        bridge.connection.connect(self.finder.follow_link)
        self.finder.look(field.text())  # somebody may have been quicker than the desk

    def _choices(self) -> Sequence[Choice]:
        return palette.choices(self._session, self._actions.values())

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        kind, _, name = key.partition(":")
        if kind == "act":
            self._actions[name].trigger()
        elif kind == "past" and (past := self.finder.past(ConversationId(name))):
            self.past_asked.emit(past)
        else:
            self.conversation_asked.emit(ConversationId(name))
