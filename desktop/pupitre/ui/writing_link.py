"""Ties a pane's composer to a conversation: drafts, canned replies, answers, and taking back."""

from PySide6.QtCore import QObject, Signal, Slot

from pupitre.client import changes as c
from pupitre.client.session import Session
from pupitre.client.views import Card
from pupitre.domain.ids import CommandId, ConversationId
from pupitre.ui.bridge import Bridge
from pupitre.ui.file_link import FileLink
from pupitre.ui.preferences import Preferences
from pupitre.ui.views.pane import ConversationPane


class WritingLink(QObject):
    """What the expert writes in one pane, in one conversation at a time."""

    typed = Signal()
    drafted = Signal(object)
    """The draft of this conversation is another one: it may be shown elsewhere too."""

    def __init__(
        self,
        pane: ConversationPane,
        session: Session,
        bridge: Bridge,
        preferences: Preferences,
        files: FileLink,
    ) -> None:
        super().__init__(pane)
        self._pane, self._composer = pane, pane.composer
        self._session, self._files = session, files
        self._conversation: ConversationId | None = None
        self.prefer(preferences)
        bridge.draft_returned.connect(self._on_draft_returned)
        bridge.missions.connect(self._show_canned)
        bridge.connection.connect(self._on_connection)
        self._composer.show_link(stale=session.connection.stale)
        self._listen()

    def _listen(self) -> None:
        composer = self._composer
        composer.reply_written.connect(self._post)
        composer.edited.connect(self._on_edited)
        composer.field.undo_asked.connect(self._undo_last)
        composer.lock.unlock_asked.connect(self._unlock)
        composer.lock.send_asked.connect(self._send_anyway)
        composer.lock.take_back_asked.connect(self._take_back)
        self._pane.place.view.undo_asked.connect(self._undo)

    def prefer(self, preferences: Preferences) -> None:
        """Follow the expert's choices."""
        self._preferences = preferences
        self._composer.show_undo(possible=bool(preferences.undo))

    def show(self, conversation: ConversationId | None) -> None:
        """Go on writing in that conversation; None: in none."""
        self._conversation = conversation
        self._show_canned()
        self._look_up_words()
        self.follow_draft()

    def follow_draft(self) -> None:
        """Show the draft as it is; it may have been written elsewhere, and is sent once."""
        shown = self._conversation
        self._composer.show_draft(self._session.draft(shown) if shown else "")

    @Slot()
    def _show_canned(self) -> None:
        card = self._session.card(self._conversation) if self._conversation else None
        mission = self._session.missions.get(card.mission) if card else None
        if card is not None:
            name = mission.name if mission else ""
            values = self._values(card) | {"mission": name}
            self._composer.show_canned(mission.canned if mission else (), values)

    def _values(self, card: Card) -> dict[str, str]:
        you = self._session.you
        return {"visitor": card.name.split(" ")[0], "expert": you.name if you else ""}

    def _look_up_words(self) -> None:
        visitor = self._session.visitor(self._conversation) if self._conversation else None
        language = visitor.language if visitor and self._preferences.spelling else ""
        self._composer.field.look_up(language)

    # --- what the session tells

    @Slot(object)
    def _on_draft_returned(self, news: c.DraftReturned) -> None:
        if news.conversation == self._conversation:
            self._composer.show_draft(news.text)
            self._composer.focus()

    @Slot(object)
    def _on_connection(self, news: c.ConnectionChanged) -> None:
        self._composer.show_link(stale=news.connection.stale)

    # --- what the expert does

    @Slot(str)
    def _post(self, words: str) -> None:
        shown = self._conversation
        if shown is None:
            return
        self._composer.show_draft("")
        self._session.keep_draft(shown, "")
        self._session.post(shown, words, hold=self._preferences.undo, enclosed=True)
        self._files.sent()
        self.drafted.emit(shown)
        self._pane.place.view.go_to_end()

    @Slot(str)
    def _on_edited(self, words: str) -> None:
        if self._conversation is not None:
            self._session.keep_draft(self._conversation, words)
            self._session.tell_typing(self._conversation)
            self.drafted.emit(self._conversation)
            self.typed.emit()

    @Slot(str)
    def _undo(self, key: str) -> None:
        self._session.undo(CommandId(key))

    @Slot()
    def _undo_last(self) -> None:
        """Take back what was sent last, while that can be done."""
        if (last := self._pane.model.last_held()) is not None:
            self._undo(last.key)

    @Slot()
    def _unlock(self) -> None:
        if self._conversation is not None:
            self._session.unlock(self._conversation)
            self._composer.focus()

    @Slot()
    def _send_anyway(self) -> None:
        if self._conversation is not None:
            self._session.send_anyway(self._conversation)
            self._composer.focus()

    @Slot()
    def _take_back(self) -> None:
        if self._conversation is not None:
            self._session.take_back(self._conversation)
            self._composer.focus()
