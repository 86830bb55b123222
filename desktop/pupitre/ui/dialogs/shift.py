"""The end-of-shift list: every conversation gets its fate, then the expert leaves (R9)."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from pupitre.domain.commands import Close, Transfer
from pupitre.domain.ids import ConversationId
from pupitre.domain.pause import PlannedHours
from pupitre.ui.dialogs.base import DeskDialog
from pupitre.ui.dialogs.rows import WIDE, Row, Rows, Segments
from pupitre.ui.dialogs.shift_plan import (
    Fate,
    Settlement,
    ShiftRow,
    command_for,
    fate_of,
    fate_words,
    next_shift,
)

translate = QCoreApplication.translate


class ShiftDialog(DeskDialog):
    """`settled` carries a tuple of `Settlement`.

    Transfer and close need a dialog of their own: `transfer_asked` and `close_asked` carry the
    conversation's id; answer with `plan`, or with `unplan` when that dialog was cancelled.
    """

    settled = Signal(object)
    transfer_asked = Signal(object)
    close_asked = Signal(object)

    def __init__(
        self,
        rows: tuple[ShiftRow, ...],
        now: Callable[[], datetime],
        hours: PlannedHours | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            parent,
            name=translate("Shift", "End of shift"),
            heading=translate("Shift", "End of shift"),
            intro=translate(
                "Shift",
                "You are now unavailable: no new conversation will come. "
                "Settle these before you sign out.",
            ),
            width=WIDE,
        )
        self._now = now
        self._back = next_shift(now(), hours)
        self._fates: dict[ConversationId, Fate] = {}
        self._plans: dict[ConversationId, Transfer | Close] = {}
        self._segments: dict[ConversationId, Segments] = {}
        self._shown: tuple[ShiftRow, ...] | None = None
        self._list = Rows(translate("Shift", "Conversations to settle"))
        self.body.addWidget(self._list)
        self.stay_button = self.add_cancel(translate("Shift", "Stay"))
        self.accept_button = self.add_primary("")
        self.accept_button.clicked.connect(self._on_accept)
        self.show_rows(rows)
        self.accept_button.setFocus()

    def show_rows(self, rows: tuple[ShiftRow, ...]) -> None:
        """Show what is left to settle; choices already made stay where they still apply.

        The same again changes nothing: lines made anew take the keyboard's place with them.
        """
        if rows == self._shown:
            return
        self._shown = rows
        self._rows = {row.conversation: row for row in rows}
        self._segments.clear()
        for row in rows:
            if self._fates.get(row.conversation) not in row.fates:
                self._fates[row.conversation] = row.first_fate(self._back)
                self._plans.pop(row.conversation, None)
        self._list.show_rows([self._line(row) for row in rows])
        words = (
            translate("Shift", "Settle all and sign out")
            if rows
            else translate("Shift", "Sign out")
        )
        self.accept_button.setText(words)
        self.accept_button.setAccessibleName(words)

    def _line(self, row: ShiftRow) -> Row:
        now = self._now()
        choices = [(fate, fate_words(fate, row, self._back, now)) for fate in row.fates]
        segments = Segments(choices, row.name)
        segments.take(self._fates[row.conversation])
        segments.picked.connect(self._on_picked)
        self._segments[row.conversation] = segments
        return Row(row.name, row.state, segments)

    def _on_picked(self, key: str) -> None:
        picker = self.sender()
        conversation = next(it for it, made in self._segments.items() if made is picker)
        match Fate(key):
            case Fate.TRANSFER:
                self.transfer_asked.emit(conversation)
            case Fate.CLOSE:
                self.close_asked.emit(conversation)
            case fate:
                self._fates[conversation] = fate
                self._plans.pop(conversation, None)

    def plan(self, conversation: ConversationId, command: Transfer | Close) -> None:
        """Settle a row by what its own dialog answered."""
        if conversation in self._rows:
            self._plans[conversation] = command
            self._fates[conversation] = fate_of(command)
            self._segments[conversation].take(self._fates[conversation])

    def unplan(self, conversation: ConversationId) -> None:
        """Go back to the row's choice from before its dialog was cancelled."""
        if conversation in self._rows:
            self._segments[conversation].take(self._fates[conversation])

    def _settlement(self, row: ShiftRow) -> Settlement:
        planned = self._plans.get(row.conversation)
        fate = self._fates[row.conversation]
        command = planned or command_for(fate, row, self._back)
        return Settlement(conversation=row.conversation, command=command)

    def _on_accept(self) -> None:
        self.settled.emit(tuple(self._settlement(row) for row in self._rows.values()))
        self.accept()
