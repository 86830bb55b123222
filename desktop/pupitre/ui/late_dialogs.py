"""The dialogs, imported and made when the first is asked for: the first window needs none."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from pupitre.client.session import Session
from pupitre.domain.ids import ConversationId
from pupitre.ui.preferences import Preferences

if TYPE_CHECKING:
    from pupitre.ui.dialogs.opener import Dialogs


class LateDialogs(QObject):
    """Stands for `Dialogs` until there is one; the signals are its own."""

    sign_out_asked = Signal()
    stayed = Signal()
    preferences_changed = Signal(object)
    conversation_asked = Signal(object)
    past_asked = Signal(object)

    def __init__(self, session: Session, window: QWidget, preferences: Preferences) -> None:
        super().__init__(window)
        self.server = ""
        """Where the session is, for the settings."""
        self._session = session
        self._window = window
        self._preferences = preferences

    @cached_property
    def made(self) -> "Dialogs":
        """The dialogs themselves."""
        from pupitre.ui.dialogs import opener

        made = opener.Dialogs(self._session, self._window, self._preferences)
        made.server = self.server
        made.conversation_asked.connect(self.conversation_asked)
        made.past_asked.connect(self.past_asked)
        made.sign_out_asked.connect(self.sign_out_asked)
        made.stayed.connect(self.stayed)
        made.preferences_changed.connect(self.preferences_changed)
        return made

    @property
    def are_made(self) -> bool:
        """A dialog was asked for."""
        return "made" in self.__dict__

    def prefer(self, preferences: Preferences) -> None:
        """Follow the expert's choices."""
        self._preferences = preferences
        if self.are_made:
            self.made.prefer(preferences)

    def end(self) -> None:
        """Close what is open."""
        if self.are_made:
            self.made.end()
        self.deleteLater()

    @Slot(str, object)
    def open_about(self, act: str, conversation: ConversationId) -> None:
        """Open the dialog of an act on a conversation."""
        match act:
            case "pause":
                self.made.pause(conversation)
            case "transfer":
                self.made.transfer(conversation)
            case "close":
                self.made.close(conversation)
            case "block":
                self.made.block(conversation)

    @Slot(object)
    def qualify(self, conversation: ConversationId) -> None:
        """Ask what an ended conversation was about (C5)."""
        self.made.close(conversation)

    @Slot()
    def list_paused(self) -> None:
        """Show what is paused."""
        self.made.paused_list()

    def list_closed(self) -> None:
        """Show the conversations that I closed."""
        self.made.closed_list()

    @Slot()
    def show_statistics(self) -> None:
        """Show my figures over a period."""
        self.made.statistics()

    def show_settings(self) -> None:
        """Show the settings."""
        self.made.settings()

    def end_shift(self) -> None:
        """Settle every conversation (R9)."""
        self.made.end_of_shift()

    def show_shortcuts(self, actions: Iterable[QAction]) -> None:
        """Show the keys of these actions."""
        self.made.shortcuts(actions)
