"""The desk over one session: puts pages, links, dialogs and actions together."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from pupitre.client import changes as c
from pupitre.client.session import Session
from pupitre.domain.ids import ConversationId
from pupitre.ui import web
from pupitre.ui.archive_link import ArchiveLink
from pupitre.ui.bridge import Bridge
from pupitre.ui.desk_link import DeskLink
from pupitre.ui.front import Front
from pupitre.ui.late_dialogs import LateDialogs
from pupitre.ui.models.entries import waiting_on_you
from pupitre.ui.notice_link import NoticeLink
from pupitre.ui.pane_link import PaneLink
from pupitre.ui.pane_links import PaneLinks
from pupitre.ui.panel_link import PanelLink
from pupitre.ui.preferences import Arrangement, Preferences
from pupitre.ui.search_link import SearchLink
from pupitre.ui.views.empty import Advice
from pupitre.ui.views.pane_grid import COUNTS

if TYPE_CHECKING:
    from pupitre.ui.dialogs.opener import Dialogs

ABOUT_ONE = ("pause", "resume", "close", "transfer", "release", "note", "attach", "window")
"""Acts that need a conversation."""


class Desk(QObject):
    """Lives as long as a session is shown."""

    visitor_page_asked = Signal()
    sign_out_asked = Signal()
    """The desk is settled."""
    stayed = Signal()
    """Somebody who was about to leave does not."""
    preferences_changed = Signal(object)

    def __init__(
        self,
        session: Session,
        preferences: Preferences,
        actions: Mapping[str, QAction],
        window: QWidget,
        front: Front,
    ) -> None:
        super().__init__(window)
        self.session = session
        self._actions = actions
        self.bridge = Bridge(session.changes, self)
        self.link = DeskLink(session, self.bridge, front, self)
        self.page = self.link.page
        self._late = LateDialogs(session, window, preferences)
        self.panes = PaneLinks(self.page, session, self.bridge, preferences)
        self.link.shown = self.panes.shown
        self._acts = self._table()
        self._panel = PanelLink(self.page.panel, session, self.bridge)
        self.search = SearchLink(self.page, session, self.bridge, actions)
        self._archive = ArchiveLink(session, self.bridge, self.page.notice)
        self.notices = NoticeLink(self.page.notice, session, self.bridge)
        self._listen()
        self.link.show_all()
        self._on_advice(self.link.advice())

    def _listen(self) -> None:
        page, bar = self.page, self.page.bar
        page.list.chosen.connect(self._on_chosen)
        self.panes.current_changed.connect(self._on_current)
        self.panes.asked.connect(self._late.open_about)
        self.panes.act_asked.connect(self.act)
        self.panes.link_opened.connect(web.open_page)
        page.panel.link_opened.connect(web.open_page)
        self._late.conversation_asked.connect(self._on_chosen)
        self._late.sign_out_asked.connect(self.sign_out_asked)
        self._late.stayed.connect(self.stayed)
        self._late.preferences_changed.connect(self.preferences_changed)
        self.notices.act_asked.connect(self._on_notice)
        self.notices.qualify_asked.connect(self._late.qualify)
        bar.paused_asked.connect(self._late.list_paused)
        page.panel.past_asked.connect(self._archive.open)
        self._late.past_asked.connect(self._archive.open)
        self._archive.found.connect(self._on_chosen)
        bar.search.left.connect(self.back)
        self.search.conversation_asked.connect(self._on_chosen)
        self.search.past_asked.connect(self._archive.open)
        self.link.figures_asked.connect(self._late.show_statistics)
        self.link.advice_changed.connect(self._on_advice)
        self.link.ticked.connect(self._on_tick)
        self.bridge.departed.connect(self._on_departed)
        self.bridge.erased.connect(self._on_erased)

    def end(self) -> None:
        """Hear nothing more and close what is open."""
        self.bridge.end()
        self._late.end()
        self.panes.end()
        self.page.deleteLater()
        self.deleteLater()

    def prefer(self, preferences: Preferences) -> None:
        """Follow the expert's choices."""
        self._late.prefer(preferences)
        self.panes.prefer(preferences)

    @property
    def dialogs(self) -> "Dialogs":
        """The dialogs, made by this if they were not."""
        return self._late.made

    @property
    def server(self) -> str:
        """Where the session is, for the settings."""
        return self._late.server

    @server.setter
    def server(self, address: str) -> None:
        self._late.server = address

    # --- which conversation is shown

    @property
    def current(self) -> PaneLink:
        """The pane where the expert is."""
        return self.panes.current

    def show(self, conversation: ConversationId, *, write: bool = True) -> None:
        """Show a conversation where the expert is, or go to the pane that has it."""
        self.panes.show(conversation)
        if write:
            self.back()

    def show_panes(self, count: int) -> None:
        """Show that many conversations, filling the new panes with those that wait first."""
        self.panes.show_count(count, self.link.advice())

    @property
    def arrangement(self) -> Arrangement:
        """How the panes stand."""
        return Arrangement(panes=self.page.panes.count, panel=self.page.panel_wanted)

    def arrange(self, as_before: Arrangement) -> None:
        """Stand as they stood."""
        if as_before.panes in COUNTS and as_before.panes > 1:
            self.show_panes(as_before.panes)
        if as_before.panel is not None:
            self.page.want_panel(as_before.panel)

    @Slot(object)
    def _on_chosen(self, conversation: str) -> None:
        self.show(ConversationId(conversation))

    @Slot()
    def _on_current(self) -> None:
        conversation = self.current.conversation
        self.page.list.show_chosen(conversation)
        self._panel.show(conversation)
        self.page.have_visitor(there=conversation is not None)
        self.link.show_advice()
        self.allow_acts()

    def allow_acts(self) -> None:
        """Offer what can be done to a conversation only where there is one."""
        conversation = self.current.conversation
        for name in ABOUT_ONE:
            self._actions[name].setEnabled(conversation is not None)

    @Slot(object)
    def _on_advice(self, found: Advice) -> None:
        self.panes.advise(found)
        self._go_on()

    def _go_on(self) -> None:
        """Leave the keyboard on no sentence that has no button: the next step is the list's."""
        if self.current.pane.empty.hasFocus():
            self.back()

    @Slot()
    def _on_tick(self) -> None:
        self.panes.refresh()
        self._panel.refresh()

    # --- what is asked

    @Slot(str)
    def act(self, name: str) -> None:
        """Do what an action, a button or the palette asks for."""
        self._acts.get(name, partial(self.current.act, name))()

    def _table(self) -> dict[str, Callable[[], None]]:
        """Return what each act does; the others are asked of the pane where the expert is."""
        page = self.page
        panes = {f"panes{count}": partial(self._choose_panes, count) for count in COUNTS}
        shortcuts = partial(self._late.show_shortcuts, self._actions.values())
        own: dict[str, Callable[[], None]] = {
            "next": self.next_waiting,
            "availability": self.link.turn_availability,
            "visit": self.visitor_page_asked.emit,
            "search": page.bar.search.start,
            "list": page.list.setFocus,
            "below": partial(self._go_along, 1),
            "above": partial(self._go_along, -1),
            "note": self._write_note,
            "panel": self._turn_panel,
            "back": self.back,
            "paused": self._late.list_paused,
            "closed": self._late.list_closed,
            "figures": self._late.show_statistics,
            "settings": self._late.show_settings,
            "shortcuts": shortcuts,
            "shift": self._late.end_shift,
        }
        return own | panes

    def _choose_panes(self, count: int) -> None:
        self.show_panes(count)
        self.back()  # the keyboard may have been in a pane that is hidden now

    def _write_note(self) -> None:
        self.page.want_panel(True)  # noqa: FBT003 - it is wanted
        self.page.panel.write_note()

    def _turn_panel(self) -> None:
        self.page.want_panel(not self.page.panel_is_shown)

    def next_waiting(self) -> None:
        """Go to the visitor who has waited longest, after the one that is shown."""
        waiting, shown = waiting_on_you(self.session.cards()), self.current.conversation
        if shown is None:  # where there is room, those that are shown nowhere come first
            beside = self.panes.shown()
            waiting.sort(key=lambda it: it in beside)
        if waiting:
            after = waiting.index(shown) + 1 if shown in waiting else 0
            self.show(waiting[after % len(waiting)])

    def _go_along(self, way: int) -> None:
        """Go to the conversation below or above the one that is shown, round the list."""
        listed, shown = self.link.model.listed(), self.current.conversation
        if shown in listed:
            self.show(listed[(listed.index(shown) + way) % len(listed)])
        elif listed:
            self.show(listed[0 if way > 0 else -1])

    @Slot()
    def back(self) -> None:
        """Write in the conversation that is shown, or be ready for the next step."""
        pane = self.current.pane
        if self.current.conversation is not None:
            pane.composer.focus()
        elif pane.empty.has_button or not self.session.cards():
            pane.empty.take_focus()
        else:
            self.page.list.setFocus()

    # --- what happened

    @Slot(object)
    def _on_departed(self, news: c.Departed) -> None:
        if news.yours:
            self.panes.leave(news.conversation, self.link.advice())
            self._go_on()

    @Slot(object)
    def _on_erased(self, news: c.Erased) -> None:
        self.panes.forget(news.conversations, self.link.advice())

    @Slot(str)
    def _on_notice(self, act: str) -> None:
        if act in self._actions:
            self._actions[act].trigger()
        else:
            self.show(ConversationId(act))
