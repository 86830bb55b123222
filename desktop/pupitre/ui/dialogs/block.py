"""The dialog that blocks a visitor: why, and until when (R11)."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from pupitre.domain.checks import NOTE_LIMIT
from pupitre.domain.commands import BlockVisitor
from pupitre.domain.refusals import Code
from pupitre.ui import theme
from pupitre.ui.blocks import label
from pupitre.ui.dialogs.base import DeskDialog, headed
from pupitre.ui.dialogs.note import NoteField
from pupitre.ui.refusal_text import refusal

translate = QCoreApplication.translate


class BlockDialog(DeskDialog):
    """`chosen` carries a `BlockVisitor`."""

    chosen = Signal(object)

    def __init__(
        self, name: str, first: str, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            parent,
            name=translate("Block", "Block the visitor"),
            heading=translate("Block", "Block {name}").format(name=name),
            intro=translate(
                "Block",
                "{name} can no longer write or start conversations. "
                "Your name, the reason and the date are kept with the block.",
            ).format(name=first),
        )
        self._now = now
        self.reason = NoteField(translate("Block", "Reason"))
        self.reason.changed.connect(self._on_change)
        self.body.addLayout(self._why())
        self.body.addLayout(self._until())
        self.add_cancel()
        self.accept_button = self.add_primary(translate("Block", "Block"))
        self.accept_button.clicked.connect(self._on_accept)
        self.reason.edit.setFocus()

    def _why(self) -> QVBoxLayout:
        row, name = headed(translate("Block", "Reason"), translate("Block", "only experts see it"))
        name.setBuddy(self.reason.edit)
        column = QVBoxLayout()
        column.setSpacing(theme.px(6))
        column.addLayout(row)
        column.addWidget(self.reason)
        return column

    def _until(self) -> QHBoxLayout:
        self.lengths: dict[timedelta | None, QRadioButton] = {
            timedelta(days=1): QRadioButton(translate("Block", "24 hours")),
            timedelta(days=7): QRadioButton(translate("Block", "7 days")),
            timedelta(days=30): QRadioButton(translate("Block", "30 days")),
            None: QRadioButton(translate("Block", "Until it is lifted")),
        }
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        row.addWidget(label(translate("Block", "For how long"), "label"))
        group = QButtonGroup(self)
        for radio in self.lengths.values():
            group.addButton(radio)
            row.addWidget(radio)
        row.addStretch(1)
        self.lengths[timedelta(days=7)].setChecked(True)
        return row

    def _on_change(self) -> None:
        if self.refusal.text():
            self.refuse(self._refusal())

    def _refusal(self) -> str:
        if not self.reason.text():
            return translate("Block", "Write why: whoever lifts the block has to know.")
        return "" if self.reason.fits else refusal(Code.TOO_LONG, {"limit": NOTE_LIMIT})

    def _on_accept(self) -> None:
        if sentence := self._refusal():
            self.refuse(sentence)
            self.reason.edit.setFocus()
            return
        length = next(length for length, radio in self.lengths.items() if radio.isChecked())
        until = self._now() + length if length else None
        self.chosen.emit(BlockVisitor(reason=self.reason.text(), until=until))
        self.accept()
