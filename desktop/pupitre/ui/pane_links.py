"""The panes that show conversations, in the desk's window and in windows of their own."""

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal, Slot

from pupitre.client.changes import ConnectionChanged
from pupitre.client.session import Session
from pupitre.client.views import LinkState
from pupitre.domain.ids import ConversationId
from pupitre.ui import text
from pupitre.ui.bridge import Bridge
from pupitre.ui.models.entries import Section, in_order
from pupitre.ui.pane_link import PaneLink
from pupitre.ui.pictures import Pictures
from pupitre.ui.preferences import Preferences
from pupitre.ui.views.desk_page import DeskPage
from pupitre.ui.views.empty import Advice
from pupitre.ui.views.pane import ConversationPane
from pupitre.ui.views.solo import SoloWindow

ALONE = ("pause", "resume", "close", "transfer", "release", "attach", "back")
"""Acts that a window of one conversation needs no desk for."""


class PaneLinks(QObject):
    """Knows which conversation is where."""

    asked = Signal(str, object)
    """As `PaneLink.asked`."""
    act_asked = Signal(str)
    """What the button of an empty pane, or a window of its own, asks of the desk."""
    link_opened = Signal(str)
    current_changed = Signal()
    """The expert is with another conversation, or with none."""

    def __init__(
        self, page: DeskPage, session: Session, bridge: Bridge, preferences: Preferences
    ) -> None:
        super().__init__(page)
        self._page = page
        self._session = session
        self._bridge = bridge
        self._preferences = preferences
        self._pictures = Pictures(session.downloads, self)
        bridge.connection.connect(self._on_connection)
        self._links: list[PaneLink] = []
        self._solos: dict[ConversationId, SoloWindow] = {}
        self._tie(page.panes.add())
        page.panes.show_count(1)
        page.panes.current_changed.connect(self.current_changed)

    def _tie(self, pane: ConversationPane) -> PaneLink:
        link = PaneLink(pane, self._session, self._bridge, self._preferences, self._pictures)
        link.asked.connect(self._on_asked)
        link.link_opened.connect(self.link_opened)
        link.writing.typed.connect(self._page.list.somebody_types)
        link.writing.drafted.connect(self._on_drafted)
        link.shown_changed.connect(self.current_changed)
        pane.empty.act_asked.connect(self.act_asked)
        self._links.append(link)
        return link

    def prefer(self, preferences: Preferences) -> None:
        """Follow the expert's choices."""
        self._preferences = preferences
        for link in self._links:
            link.writing.prefer(preferences)
        for solo in self._solos.values():
            solo.take_keys(preferences.shortcuts)

    @property
    def current(self) -> PaneLink:
        """The pane where the expert is."""
        pane = self._page.panes.current
        return next(link for link in self._links if link.pane is pane)

    def in_the_desk(self) -> list[PaneLink]:
        """Return the links of the panes in the desk's window."""
        return self._links_of(self._page.panes.panes())

    def _links_of(self, panes: Collection[ConversationPane]) -> list[PaneLink]:
        return [link for link in self._links if link.pane in panes]

    def shown(self) -> set[ConversationId]:
        """Return the conversations that are shown in the desk's window."""
        return {it.conversation for it in self.in_the_desk() if it.conversation is not None}

    def show(self, conversation: ConversationId) -> None:
        """Show a conversation where the expert is, or go to the pane that has it."""
        for link in self.in_the_desk():
            if link.conversation == conversation:
                self._page.panes.enter(link.pane)
                return
        self.current.open(conversation)

    def show_count(self, count: int, advice: Advice) -> None:
        """Show that many panes, filling the new ones with those that wait first."""
        while self._page.panes.made < count:
            self._tie(self._page.panes.add()).clear(advice)
        self._page.show_panes(count)
        links = self.in_the_desk()
        for hidden in self._links_of(self._page.panes.hidden()):
            hidden.clear(advice)  # it may be opened elsewhere before this one is seen again
        shown = {link.conversation for link in links}
        cards = in_order(self._session.cards(), Section.DESK)
        others = [card.id for card in cards if card.id not in shown]
        free = [link for link in links if link.conversation is None]
        for link, conversation in zip(free, others, strict=False):
            link.open(conversation)

    def advise(self, advice: Advice) -> None:
        """Show the next step where there is no conversation."""
        for link in self._links:
            if link.conversation is None:
                link.clear(advice)

    def leave(self, conversation: ConversationId, advice: Advice) -> None:
        """Show a conversation nowhere any more."""
        self._close_solo(conversation)
        for link in self._links:
            if link.conversation == conversation:
                link.clear(advice)

    def forget(self, conversations: Collection[ConversationId], advice: Advice) -> None:
        """Leave conversations that are kept nowhere."""
        for conversation in conversations:
            self.leave(conversation, advice)
        for link in self._links:
            link.forget(conversations)
        self._pictures.forget()

    def refresh(self) -> None:
        """Write again what speaks of time."""
        for link in self._links:
            link.refresh()

    @Slot(str, object)
    def _on_asked(self, act: str, conversation: ConversationId) -> None:
        if act == "window":
            self._open_solo(conversation)
        else:
            self.asked.emit(act, conversation)

    @Slot(object)
    def _on_drafted(self, conversation: ConversationId) -> None:
        for link in self._links:
            if link.writing is not self.sender() and link.conversation == conversation:
                link.writing.follow_draft()

    # --- windows of their own

    def _open_solo(self, conversation: ConversationId) -> None:
        if conversation not in self._solos:
            solo = SoloWindow(conversation, self._session.now, self._page.window())
            self._tie(solo.pane).open(conversation)
            card = self._session.card(conversation)
            if card is not None:
                solo.setWindowTitle(text.visitor_name(card.name, card.number))
            solo.take_keys(self._preferences.shortcuts)
            solo.acted.connect(self._on_acted)
            solo.closed.connect(self._on_solo_closed)
            self._solos[conversation] = solo
        self._solos[conversation].come()

    @Slot(str)
    def _on_acted(self, name: str) -> None:
        """Do in a window of its own what is about its conversation, and the rest in the desk's."""
        solo = self.sender()
        link = next((it for it in self._links if it.pane.window() is solo), None)
        if link is not None and name in ALONE:
            link.act(name)
        elif link is not None:
            self._page.window().raise_()
            self._page.window().activateWindow()
            self.act_asked.emit(name)

    def _close_solo(self, conversation: ConversationId) -> None:
        solo = self._solos.get(conversation)
        if solo is not None:
            solo.close()

    @Slot(object)
    def _on_solo_closed(self, conversation: ConversationId) -> None:
        solo = self._solos.pop(conversation, None)
        self._links = [link for link in self._links if solo is None or link.pane is not solo.pane]

    @Slot(object)
    def _on_connection(self, news: ConnectionChanged) -> None:
        if news.connection.state is LinkState.CONNECTED:
            self._pictures.try_again()

    def end(self) -> None:
        """Close the windows of single conversations."""
        self._pictures.end()
        for conversation in tuple(self._solos):
            self._close_solo(conversation)
