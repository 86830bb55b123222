"""The desk's window: the welcome page, then the desk; it asks, and never ends anything itself."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget
from typing_extensions import override

from pupitre.domain.ids import ConversationId
from pupitre.ui import theme
from pupitre.ui.preferences import Arrangement, Preferences

if TYPE_CHECKING:  # who comes in for the first time sees none of it
    from pupitre.client.glance import Glance
    from pupitre.client.session import Session
    from pupitre.ui.desk import Desk
    from pupitre.ui.dialogs.opener import Dialogs
    from pupitre.ui.front import Front, Now
    from pupitre.ui.window_acts import WindowActs

translate = QCoreApplication.translate

HELP = ("logs", "report")
"""Acts that are about the program, and not about the desk."""


class DeskWindow(QMainWindow):
    """One window; `open_desk` shows a session in it, `show_glance` the list until there is one."""

    close_asked = Signal()
    """The window was asked to close; it stays until somebody hides it."""
    sign_out_asked = Signal()
    quit_asked = Signal()
    visitor_page_asked = Signal()
    preferences_changed = Signal(object)
    help_asked = Signal(str)
    """One of `HELP`."""
    program_asked = Signal(str)
    """A button of what was offered: the act that came with it."""
    desk_opened = Signal()
    stayed = Signal()
    """The end of the shift was asked for, and declined."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("pupitre")
        self.setWindowTitle(translate("Window", "Pupitre"))
        self.setAccessibleName(translate("Window", "Pupitre"))
        room = self.screen().availableSize() - QSize(0, theme.px(theme.TITLE_BAR))
        self.setMinimumSize(QSize(theme.px(760), theme.px(480)).boundedTo(room))
        self.resize(QSize(theme.px(1280), theme.px(800)).boundedTo(room))
        self._preferences = preferences
        self._panes = Arrangement()
        self._stack = QStackedWidget(self)
        self.setCentralWidget(self._stack)
        self._desk: Desk | None = None
        self._front: Front | None = None
        """The page that waits for its session."""

    # --- how it stands

    @property
    def arrangement(self) -> Arrangement:
        """Where the window is and how its panes stand, as another run may take it."""
        panes = self._desk.arrangement if self._desk else self._panes
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        return replace(panes, geometry=geometry)

    def arrange(self, as_before: Arrangement) -> None:
        """Stand where it stood; the panes as soon as there is a desk."""
        self._panes = as_before
        if as_before.geometry:
            self.restoreGeometry(QByteArray.fromBase64(as_before.geometry.encode()))

    # --- what is shown

    def show_page(self, page: QWidget) -> None:
        """Show a full page, such as the welcome."""
        self._drop_front()
        self._put_in_front(page)

    def _hold(self, page: QWidget) -> None:
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)

    def _put_in_front(self, page: QWidget) -> None:
        self._hold(page)
        self._stack.setCurrentWidget(page)
        self._allow_acts()

    def show_glance(self, glance: "Glance", now: "Now") -> None:
        """Show the list as it was last: it can be read and chosen from before the desk is there."""
        from pupitre.ui.front import Front

        self._front = front = Front.of(glance, now)
        front.show_keys(self._preferences.shortcuts)
        self._put_in_front(front.page)
        front.page.list.setFocus()

    def _drop_front(self) -> None:
        if self._front is not None:
            self._stack.removeWidget(self._front.page)
            self._front.page.deleteLater()
            self._front.deleteLater()
            self._front = None

    def open_desk(self, session: "Session") -> None:
        """Show the desk over a session."""
        from pupitre.ui.desk import Desk  # the first window shows a list before there is one
        from pupitre.ui.front import Front

        self._end_desk()
        stays = self._front is not None and self._front.has_cards
        front, self._front = self._front or Front(session.now), None
        self._desk = desk = Desk(session, self._preferences, self._acts.actions, self, front)
        desk.visitor_page_asked.connect(self.visitor_page_asked)
        desk.sign_out_asked.connect(self.sign_out_asked)
        desk.preferences_changed.connect(self._on_preferences)
        desk.notices.program_asked.connect(self.program_asked)
        desk.stayed.connect(self.stayed)
        self._hold(desk.page)
        self._acts.fill(desk.page.bar.menu)
        desk.arrange(self._panes)
        if not stays:  # somebody may be at work in the list already
            desk.back()  # first: else Qt looks for who takes the focus, and the search opens
        self._put_in_front(desk.page)
        self.desk_opened.emit()
        front.hand_over()

    def leave_desk(self) -> None:
        """Show no session any more."""
        self._drop_front()
        self._end_desk()

    def _end_desk(self) -> None:
        if self._desk is not None:
            self._panes = self._desk.arrangement
            self._stack.removeWidget(self._desk.page)
            self._desk.end()
            self._desk = None
            self._allow_acts()

    def reopen(self) -> None:
        """Build the desk again, in another language."""
        if self._desk is not None:
            session, shown = self._desk.session, self.shown()
            self._acts.reword()
            self.open_desk(session)
            if shown is not None:
                self.show_conversation(shown)

    @property
    def desk(self) -> "Desk | None":
        """The open desk."""
        return self._desk

    @property
    def dialogs(self) -> "Dialogs | None":
        """The dialogs of the open desk."""
        return self._desk.dialogs if self._desk else None

    def shown(self) -> ConversationId | None:
        """Return the conversation where the expert is."""
        return self._desk.current.conversation if self._desk else None

    def show_conversation(self, conversation: ConversationId, *, write: bool = False) -> None:
        """Come to the front and show a conversation."""
        self.come_to_front()
        if self._desk is not None:
            self._desk.show(conversation, write=write)

    def come_to_front(self) -> None:
        """Be the window in front."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def is_in_front(self) -> bool:
        """Whether somebody looks at the desk, or at a conversation in a window of its own."""
        active = QApplication.activeWindow()
        if active is None or not self.isVisible():
            return False
        is_a_window = active.windowType() == Qt.WindowType.Window  # and no dialog
        return active is self or (is_a_window and active.parentWidget() is self)

    def call(self) -> None:
        """Ask for attention where the system lists its windows, until somebody comes."""
        QApplication.alert(self)

    def say(self, sentence: str, act: str = "", act_name: str = "") -> None:
        """Say something at the top of the desk."""
        if self._desk is not None:
            self._desk.page.notice.say(sentence, act_name, act)

    def offer(self, sentence: str, acts: Sequence[tuple[str, str]]) -> None:
        """Say something about the program; `program_asked` tells which button was pressed."""
        if self._desk is not None:
            self._desk.notices.offer(sentence, acts)

    def warn(self, sentence: str) -> None:
        """Say something about the program that stays until somebody takes it away."""
        if self._desk is not None:
            self._desk.page.notice.warn(sentence)

    # --- choices

    def know(self, preferences: Preferences) -> None:
        """Take over choices that change nothing on the screen."""
        self._preferences = preferences

    def prefer(self, preferences: Preferences) -> None:
        """Follow the expert's choices; a new language needs `reopen`."""
        self._preferences = preferences
        if self._has_acts:
            self._acts.assign(preferences.shortcuts)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, preferences.scheme)
        if self._desk is not None:
            self._desk.prefer(preferences)

    @Slot(object)
    def _on_preferences(self, preferences: Preferences) -> None:
        self.prefer(preferences)
        self.preferences_changed.emit(preferences)

    # --- acts

    @cached_property
    def _acts(self) -> "WindowActs":
        """The acts, from the first time that they are needed: the way in has none."""
        from pupitre.ui.window_acts import WindowActs

        acts = WindowActs(self, self._preferences.shortcuts)
        acts.asked.connect(self._on_act)
        return acts

    @property
    def _has_acts(self) -> bool:
        return "_acts" in self.__dict__

    def _allow_acts(self) -> None:
        if self._has_acts:
            self._acts.allow(allowed=self._desk is not None)
        if self._desk is not None:
            self._desk.allow_acts()

    @Slot(str)
    def _on_act(self, name: str) -> None:
        if name in HELP:
            self.help_asked.emit(name)
        elif self._desk is not None:
            self._desk.act(name)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the keys before there is a desk, too: F1 is the first that a newcomer presses."""
        super().keyPressEvent(event)
        if self._desk is None:
            from pupitre.ui.dialogs import shortcuts  # nobody waits for it at the start

            acts = self._acts
            self._allow_acts()
            shortcuts.show_if_asked(event, acts.actions, self, self._on_shortcuts)

    @Slot(object)
    def _on_shortcuts(self, keys: dict[str, str]) -> None:
        self._on_preferences(replace(self._preferences, shortcuts=keys))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask; whoever owns the desk decides what closing means (R9)."""
        event.ignore()
        self.close_asked.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Paint the icons again in other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._desk is not None:
            self._desk.page.bar.show_theme()
