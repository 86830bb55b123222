"""Opens each dialog on what the session knows, and turns its answer into commands."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from pupitre.client.changes import Erased
from pupitre.client.session import Session
from pupitre.domain.commands import OwnerCommand, Pause, Resume
from pupitre.domain.ids import ConversationId
from pupitre.ui.bridge import Bridge
from pupitre.ui.dialogs import questions
from pupitre.ui.dialogs.block import BlockDialog
from pupitre.ui.dialogs.closed import ClosedDialog
from pupitre.ui.dialogs.closing_time import ClosingTime
from pupitre.ui.dialogs.closure import ClosureDialog
from pupitre.ui.dialogs.pause import PauseAnswer, PauseDialog
from pupitre.ui.dialogs.paused import PausedDialog
from pupitre.ui.dialogs.settings import AccountShown, SettingsDialog
from pupitre.ui.dialogs.shortcuts import ShortcutsDialog, shortcuts_of
from pupitre.ui.dialogs.statistics import StatisticsDialog
from pupitre.ui.dialogs.transfer import TransferDialog
from pupitre.ui.preferences import Preferences

D = TypeVar("D", bound=QDialog)
_SHOWN = timedelta(minutes=1)


class Dialogs(QObject):
    """One of each dialog at a time, window-modal over the desk."""

    sign_out_asked = Signal()
    """The desk is settled: sign out now."""
    stayed = Signal()
    """The end of the shift was given up."""
    preferences_changed = Signal(object)
    """The new `Preferences`."""
    conversation_asked = Signal(object)
    """Show this conversation."""
    past_asked = Signal(object)
    """Fetch and show this `Past`."""

    def __init__(
        self,
        session: Session,
        window: QWidget,
        preferences: Preferences,
    ) -> None:
        super().__init__(window)
        self.preferences = preferences
        self._session = session
        self._window = window
        self.server = ""
        """The address shown in the settings; empty: the server on this computer."""
        self._about: dict[QObject, ConversationId] = {}
        self._open: dict[type[QDialog], QDialog] = {}
        self._asked_in: dict[QObject, QWidget | None] = {}
        """The window that is gone back to: a conversation may have one of its own."""
        self._bridge = Bridge(session.changes, self)
        self._bridge.cards.connect(self._on_cards)
        self._bridge.colleagues.connect(self._on_colleagues)
        self._bridge.erased.connect(self._on_erased)
        self._closing_time = ClosingTime(session, window, preferences, self._bridge)
        self._closing_time.settled.connect(self.sign_out_asked)
        self._closing_time.stayed.connect(self.stayed)
        self._actions: tuple[QAction, ...] = ()

    def end(self) -> None:
        """Close what is open and hear nothing more: the session is left."""
        self._bridge.end()
        for dialog in tuple(self._open.values()):
            dialog.reject()
        self._closing_time.end()
        self.deleteLater()

    def prefer(self, preferences: Preferences) -> None:
        """Follow preferences that were changed elsewhere."""
        self.preferences = preferences
        self._closing_time.preferences = preferences

    # ------------------------------------------------------------ about a conversation

    def pause(self, conversation: ConversationId) -> None:
        """Ask until when; for a paused one, change its time (P2)."""
        hours = self.preferences.planned
        question = questions.pause_question(self._session, conversation, hours)
        if question is None:
            return
        dialog = PauseDialog(question, self._session.now, self._window)
        dialog.chosen.connect(self._on_paused)
        self._show(dialog, conversation)

    def _on_paused(self, answer: PauseAnswer) -> None:
        conversation = self._about[self.sender()]
        if answer.tell:
            self._session.post(conversation, answer.tell)
        if not self._is_so_already(conversation, answer.command):
            self._session.submit(conversation, answer.command)

    def _is_so_already(self, conversation: ConversationId, command: Pause) -> bool:
        """Tell whether the pause that was asked for goes on already; the screen shows minutes."""
        card = self._session.card(conversation)
        if card is None or card.pause is None or card.pause.keep is not command.keep:
            return False
        return abs(card.pause.until - command.until) < _SHOWN

    def close(self, conversation: ConversationId) -> None:
        """Ask what it was about, and close it; qualify one the visitor ended (C5)."""
        question = questions.closure_question(self._session, conversation)
        if question is None:
            return
        dialog = ClosureDialog(question, self._window)
        dialog.chosen.connect(self._on_command)
        dialog.asked.connect(self._on_said)
        dialog.said.connect(self._on_said)
        self._show(dialog, conversation)

    def _on_said(self, words: str) -> None:
        self._session.post(self._about[self.sender()], words)

    def transfer(self, conversation: ConversationId) -> None:
        """Ask to whom."""
        question = questions.transfer_question(self._session, conversation)
        if question is None:
            return
        dialog = TransferDialog(question, self._window)
        dialog.chosen.connect(self._on_command)
        self._show(dialog, conversation)

    def block(self, conversation: ConversationId) -> None:
        """Ask why and until when the visitor is blocked (R11)."""
        called = questions.Called(self._session, conversation)
        dialog = BlockDialog(called.name, called.first, self._session.now, self._window)
        dialog.chosen.connect(self._on_command)
        self._show(dialog, conversation)

    def _on_command(self, command: OwnerCommand) -> None:
        self._session.submit(self._about[self.sender()], command)

    # ------------------------------------------------------------------ about the desk

    def paused_list(self) -> None:
        """Show what is paused and when it comes back."""
        dialog = PausedDialog(questions.paused_rows(self._session), self._window)
        dialog.resume_asked.connect(self._on_resume)
        dialog.change_asked.connect(self.pause)
        dialog.open_asked.connect(self.conversation_asked)
        self._show(dialog)

    def closed_list(self) -> None:
        """Show what I closed, newest first."""
        dialog = ClosedDialog(self._session, self._window)
        dialog.past_asked.connect(self.past_asked)
        self._show(dialog)

    def statistics(self) -> None:
        """Show my figures over a period."""
        self._show(StatisticsDialog(self._session, self._window))

    def _on_resume(self, conversation: ConversationId) -> None:
        self._session.submit(conversation, Resume())

    def end_of_shift(self) -> None:
        """Settle every conversation, then ask to sign out (R9)."""
        self._closing_time.begin()

    def settings(self) -> None:
        """Show the settings."""
        you = self._session.you
        account = AccountShown(
            name=you.name if you else "", email=you.email if you else "", server=self.server
        )
        dialog = SettingsDialog(self.preferences, account, self._window)
        dialog.chosen.connect(self._on_preferences)
        dialog.sign_out_asked.connect(self.end_of_shift)
        dialog.shortcuts_asked.connect(self._on_shortcuts_asked)
        self._show(dialog)

    def shortcuts(self, actions: Iterable[QAction]) -> None:
        """Show the shortcuts of these actions; their object names are kept in the preferences."""
        self._actions = tuple(actions)
        dialog = ShortcutsDialog(shortcuts_of(self._actions), self._window)
        dialog.chosen.connect(self._on_shortcuts)
        self._show(dialog)

    def _on_shortcuts_asked(self) -> None:
        self.shortcuts(self._actions or self._window.findChildren(QAction))

    def _on_shortcuts(self, keys: dict[str, str]) -> None:
        self._on_preferences(replace(self.preferences, shortcuts=keys))

    def _on_preferences(self, preferences: Preferences) -> None:
        self.prefer(preferences)
        self.preferences_changed.emit(preferences)

    # ------------------------------------------------------------------ what is open

    def _show(self, dialog: QDialog, conversation: ConversationId | None = None) -> None:
        """Open a dialog in place of another of its kind."""
        kind = type(dialog)
        if kind in self._open:
            self._open[kind].reject()
        self._open[kind] = dialog
        if conversation is not None:
            self._about[dialog] = conversation
        self._asked_in[dialog] = QApplication.activeWindow()
        dialog.finished.connect(self._on_finished)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_finished(self) -> None:
        closed = self.sender()
        self._about.pop(closed, None)
        self._open = {kind: it for kind, it in self._open.items() if it is not closed}
        asked_in = self._asked_in.pop(closed, None)
        if asked_in not in (None, self._window) and shiboken6.isValid(asked_in):
            asked_in.raise_()
            asked_in.activateWindow()

    def _find(self, kind: type[D]) -> D | None:
        found = self._open.get(kind)
        return found if isinstance(found, kind) else None

    def _on_cards(self) -> None:
        """Keep the list of pauses true, and close what speaks of a conversation that is gone."""
        if paused := self._find(PausedDialog):
            paused.show_rows(questions.paused_rows(self._session))
        for dialog, conversation in tuple(self._about.items()):
            is_moot = not questions.is_yours(self._session, conversation)
            if isinstance(dialog, PauseDialog | TransferDialog) and is_moot:
                dialog.reject()

    def _on_colleagues(self) -> None:
        if dialog := self._find(TransferDialog):
            dialog.show_targets(questions.transfer_targets(self._session, self._about[dialog]))

    def _on_erased(self, news: Erased) -> None:
        """Show nothing more of what is erased, and count it no more."""
        for dialog, conversation in tuple(self._about.items()):
            if conversation in news.conversations and isinstance(dialog, QDialog):
                dialog.reject()
        self._closing_time.forget(news.conversations)
        if closed := self._find(ClosedDialog):
            closed.forget(news.conversations)
        if figures := self._find(StatisticsDialog):
            figures.ask_again()
