"""The paused conversations: when each comes back, and how to have it sooner (P4)."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from pupitre.domain.ids import ConversationId
from pupitre.ui import theme
from pupitre.ui.blocks import button, label
from pupitre.ui.dialogs.base import DeskDialog
from pupitre.ui.dialogs.rows import WIDE, Row, Rows

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class PausedRow:
    """A paused conversation."""

    conversation: ConversationId
    name: str
    state: str
    """"Back today 18:47 · pause 1 of 2"."""


class PausedDialog(DeskDialog):
    """Signals carry the conversation's id; the list stays open and follows what changes."""

    resume_asked = Signal(object)
    change_asked = Signal(object)
    open_asked = Signal(object)

    def __init__(self, rows: tuple[PausedRow, ...], parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            name=translate("PausedList", "Paused conversations"),
            heading=translate("PausedList", "Paused conversations"),
            intro=translate(
                "PausedList", "Each comes back when its visitor writes, or at its time."
            ),
            width=WIDE,
        )
        self._acts: dict[QPushButton, tuple[ConversationId, str]] = {}
        self._shown: tuple[PausedRow, ...] | None = None
        self._list = Rows(translate("PausedList", "Paused"))
        self.nothing = label(translate("PausedList", "Nothing is paused."), "hint")
        self.body.addWidget(self._list)
        self.body.addWidget(self.nothing)
        self.close_button = self.add_cancel(translate("PausedList", "Close"))
        self.close_button.setDefault(True)
        self.show_rows(rows)

    def show_rows(self, rows: tuple[PausedRow, ...]) -> None:
        """Show what is paused now, the next to wake first; the same again changes nothing.

        Lines that are made anew take the keyboard's place with them.
        """
        if rows == self._shown:
            return
        self._shown = rows
        self._acts.clear()
        self._list.show_rows([Row(row.name, row.state, self._acts_of(row)) for row in rows])
        self._list.setVisible(bool(rows))
        self.nothing.setVisible(not rows)

    def _acts_of(self, row: PausedRow) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(6))
        for act, words in (
            ("open", translate("PausedList", "Open")),
            ("change", translate("PausedList", "Change time…")),
            ("resume", translate("PausedList", "Take back")),
        ):
            line.addWidget(self._button(row, act, words))
        return made

    def _button(self, row: PausedRow, act: str, words: str) -> QPushButton:
        made = button(words, "segment")
        made.setProperty("edge", "only")
        made.setFont(theme.font(12))
        made.setAccessibleDescription(row.name)
        made.clicked.connect(self._on_button)
        self._acts[made] = (row.conversation, act)
        return made

    def _on_button(self) -> None:
        pressed = self.sender()
        conversation, act = next(what for made, what in self._acts.items() if made is pressed)
        signals = {
            "open": self.open_asked,
            "change": self.change_asked,
            "resume": self.resume_asked,
        }
        signals[act].emit(conversation)
        if act == "open":
            self.accept()
