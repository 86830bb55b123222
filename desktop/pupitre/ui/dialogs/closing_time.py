"""The end of a shift: unavailable first, then the list, then every command (R9)."""

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from pupitre.client.session import Session
from pupitre.domain.commands import Close, SetAvailability, Transfer
from pupitre.domain.ids import ConversationId
from pupitre.ui.bridge import Bridge
from pupitre.ui.dialogs import questions
from pupitre.ui.dialogs.closure import ClosureDialog
from pupitre.ui.dialogs.shift import ShiftDialog
from pupitre.ui.dialogs.shift_plan import Settlement
from pupitre.ui.dialogs.transfer import TransferDialog
from pupitre.ui.preferences import Preferences


class ClosingTime(QObject):
    """Leads through the list; its transfer and closure dialogs open over it."""

    settled = Signal()
    stayed = Signal()

    def __init__(
        self, session: Session, window: QWidget, preferences: Preferences, bridge: Bridge
    ) -> None:
        super().__init__(bridge)
        self.preferences = preferences
        self._session = session
        self._window = window
        self._list: ShiftDialog | None = None
        self._over: dict[QObject, ConversationId] = {}
        self._was_available = False
        bridge.cards.connect(self._on_cards)

    def begin(self) -> None:
        """Make the expert unavailable and show what is left to settle, if anything is."""
        if self._list is not None:
            self._list.activateWindow()
            return
        self._was_available = self._session.you is not None and self._session.you.available
        if self._was_available:
            self._session.submit(None, SetAvailability(available=False))
        rows = questions.shift_rows(self._session)
        if not rows:
            self.settled.emit()
            return
        dialog = ShiftDialog(rows, self._session.now, self.preferences.planned, self._window)
        dialog.transfer_asked.connect(self._on_transfer_asked)
        dialog.close_asked.connect(self._on_close_asked)
        dialog.settled.connect(self._on_settled)
        dialog.rejected.connect(self._on_stay)
        dialog.finished.connect(self._on_finished)
        dialog.finished.connect(dialog.deleteLater)
        self._list = dialog
        dialog.open()

    def forget(self, conversations: Collection[ConversationId]) -> None:
        """Ask nothing more about conversations that are erased."""
        for dialog, conversation in tuple(self._over.items()):
            if conversation in conversations and isinstance(dialog, QDialog):
                dialog.reject()

    def end(self) -> None:
        """Take the list away without an answer."""
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
            self._list = None

    def _on_settled(self, settlements: tuple[Settlement, ...]) -> None:
        for settlement in settlements:
            if settlement.command is not None:
                self._session.submit(settlement.conversation, settlement.command)
        self.settled.emit()

    def _on_stay(self) -> None:
        """Go back to how it was before."""
        if self._was_available:
            self._session.submit(None, SetAvailability(available=True))
        self.stayed.emit()

    def _on_finished(self) -> None:
        self._list = None

    def _on_cards(self) -> None:
        if self._list is not None:
            self._list.show_rows(questions.shift_rows(self._session))

    def _on_transfer_asked(self, conversation: ConversationId) -> None:
        if question := questions.transfer_question(self._session, conversation):
            self._open_over(TransferDialog(question, self._list), conversation)

    def _on_close_asked(self, conversation: ConversationId) -> None:
        if question := questions.closure_question(self._session, conversation):
            dialog = ClosureDialog(replace(question, goodbye=""), self._list)
            dialog.asked.connect(self._on_asked)
            self._open_over(dialog, conversation)

    def _open_over(
        self, dialog: TransferDialog | ClosureDialog, conversation: ConversationId
    ) -> None:
        self._over[dialog] = conversation
        dialog.chosen.connect(self._on_planned)
        dialog.finished.connect(self._on_over)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_asked(self, words: str) -> None:
        self._session.post(self._over[self.sender()], words)

    def _on_planned(self, command: Transfer | Close) -> None:
        if self._list is not None:
            self._list.plan(self._over[self.sender()], command)

    def _on_over(self, result: int) -> None:
        conversation = self._over.pop(self.sender())
        if self._list is not None and result == QDialog.DialogCode.Rejected:
            self._list.unplan(conversation)
