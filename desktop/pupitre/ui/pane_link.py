"""Ties a pane to a conversation of the session: shows what is known, sends what is done."""

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from pupitre.client import changes as c
from pupitre.client.session import Session
from pupitre.client.views import Card
from pupitre.domain.commands import MarkSeen, Release, Resume
from pupitre.domain.ids import ConversationId
from pupitre.ui import naming, text
from pupitre.ui.bridge import Bridge
from pupitre.ui.earlier_link import EarlierLink
from pupitre.ui.file_link import FileLink
from pupitre.ui.pictures import Pictures
from pupitre.ui.preferences import Preferences
from pupitre.ui.views.empty import Advice
from pupitre.ui.views.pane import ConversationPane
from pupitre.ui.writing_link import WritingLink

translate = QCoreApplication.translate


class PaneLink(QObject):
    """One pane, one conversation at a time."""

    asked = Signal(str, object)
    """The name of an act that needs a dialog or a window, and the conversation."""
    link_opened = Signal(str)
    shown_changed = Signal()

    def __init__(
        self,
        pane: ConversationPane,
        session: Session,
        bridge: Bridge,
        preferences: Preferences,
        pictures: Pictures,
    ) -> None:
        super().__init__(pane)
        self.pane = pane
        self.conversation: ConversationId | None = None
        self._called = ("", 0)
        self._session = session
        self.files = FileLink(pane, session, bridge, pictures)
        self.writing = WritingLink(pane, session, bridge, preferences, self.files)
        self._earlier = EarlierLink(pane, session)
        bridge.cards.connect(self._on_cards)
        bridge.rows.connect(self._on_rows)
        bridge.typing.connect(self._on_typing)
        bridge.missions.connect(self.refresh)
        bridge.colleagues.connect(self.refresh)
        bridge.you.connect(self.refresh)
        self._listen()

    def _listen(self) -> None:
        pane = self.pane
        pane.place.view.link_opened.connect(self.link_opened)
        pane.farewell.close_asked.connect(pane.head.close_asked)
        pane.looked_at.connect(self._mark_seen)
        pane.head.resume_asked.connect(self.resume)
        pane.head.release_asked.connect(self.release)
        for name, signal in {
            "pause": pane.head.pause_asked,
            "transfer": pane.head.transfer_asked,
            "close": pane.head.close_asked,
            "block": pane.head.block_asked,
            "window": pane.head.window_asked,
        }.items():
            signal.connect(partial(self.ask, name))

    def open(self, conversation: ConversationId) -> None:
        """Show a conversation, at the first message that was not read."""
        card = self._session.card(conversation)
        if card is None:
            return
        self.conversation = conversation
        self._earlier.show(conversation)
        talk = self._session.conversation(conversation)
        names = naming.names(self._session, card)
        read_to = (talk.seq if talk.is_closed else talk.seen_by_expert) if talk else 0
        self.pane.model.open(self._session.thread(conversation), names, read_to)
        self._called = card.name, card.number
        self._show_card(card)
        self.writing.show(conversation)
        self.files.show(conversation)
        self._show_typing()
        self.pane.show_conversation()
        self.pane.place.view.open_at_unread()
        self._mark_seen()
        self.shown_changed.emit()

    def clear(self, advice: Advice) -> None:
        """Show what to do next instead."""
        gone, self.conversation = self.conversation, None
        self.pane.model.open((), self.pane.model.names, 0)
        self.writing.show(None)
        self._earlier.show(None)
        self.pane.show_empty(advice)
        self.files.show(None)
        if gone is not None:
            self.shown_changed.emit()

    def forget(self, conversations: Collection[ConversationId]) -> None:
        """Remember nothing of conversations that are erased."""
        self.pane.place.view.forget()
        self.files.forget(conversations)

    @Slot()
    def refresh(self) -> None:
        """Show the card again: time has passed, or people are called otherwise."""
        card = self._session.card(self.conversation) if self.conversation else None
        if card is not None:
            self._show_card(card)
            self.pane.model.rename(naming.names(self._session, card))

    def _show_card(self, card: Card) -> None:
        visitor = self._session.visitor(card.id)
        self.pane.show_card(card, visitor.page if visitor else None)
        if self._called != (card.name, card.number):
            self._called = card.name, card.number
            self.pane.model.rename(naming.names(self._session, card))

    def _show_typing(self) -> None:
        card = self._session.card(self.conversation) if self.conversation else None
        if card is not None:
            words = self._session.typing(card.id)
            self.pane.place.show_typing(text.first_name(card.name, card.number), words)

    # --- what the session tells

    @Slot(object)
    def _on_cards(self, news: c.CardsChanged) -> None:
        if self.conversation in news.conversations:
            if card := self._session.card(self.conversation):
                self._show_card(card)
            self._mark_seen()

    @Slot(object)
    def _on_rows(self, news: c.ThreadAppended | c.ThreadChanged | c.ThreadReset) -> None:
        if news.conversation != self.conversation:
            return
        match news:
            case c.ThreadAppended(first=first, last=last):
                self.pane.model.appended(first, last)
                if self.pane.place.view.is_at_end:
                    self.pane.model.trim()
                return  # its card follows, once this is painted
            case c.ThreadChanged(first=first, last=last):
                self.pane.model.changed(first, last)
            case c.ThreadReset():
                self.pane.place.view.keep_place()
                self.pane.model.reread()
                self.pane.place.view.restore_place()
        self._mark_seen()

    @Slot(object)
    def _on_typing(self, news: c.TypingChanged) -> None:
        if news.conversation == self.conversation:
            self._show_typing()

    # --- what the expert does

    @Slot()
    def _mark_seen(self) -> None:
        talk = self._session.conversation(self.conversation) if self.conversation else None
        if talk is None or self.conversation is None or talk.is_closed or not talk.unread:
            return
        last = self.pane.model.at(self.pane.model.last_received())
        if last and last.seq and last.seq > talk.seen_by_expert and self.pane.is_read:
            self._session.submit(self.conversation, MarkSeen(seq=last.seq))

    @Slot()
    def resume(self) -> None:
        """Take it back from its pause."""
        if self.conversation is not None:
            self._session.submit(self.conversation, Resume())

    @Slot()
    def release(self) -> None:
        """Give it back to its group."""
        if self.conversation is not None:
            self._session.submit(self.conversation, Release())

    def act(self, name: str) -> None:
        """Do what is asked of the conversation that is shown."""
        composer = self.pane.composer
        own = {"resume": self.resume, "release": self.release}
        own |= {"attach": composer.ask_files, "back": composer.focus}
        own.get(name, partial(self.ask, name))()

    def ask(self, act: str) -> None:
        """Ask for something that needs more than this pane."""
        if self.conversation is not None:
            self.asked.emit(act, self.conversation)
