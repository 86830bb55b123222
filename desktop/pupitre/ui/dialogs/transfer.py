"""The transfer dialog: to a colleague or a group, with a note for whoever takes it (R8)."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from pupitre.domain.checks import NOTE_LIMIT
from pupitre.domain.commands import Transfer
from pupitre.domain.refusals import Code
from pupitre.ui import theme
from pupitre.ui.blocks import frame, label
from pupitre.ui.dialogs.base import DeskDialog, headed
from pupitre.ui.dialogs.note import NoteField
from pupitre.ui.dialogs.target_list import TargetList, TargetPainter, TargetRole
from pupitre.ui.dialogs.targets import Target
from pupitre.ui.refusal_text import refusal

translate = QCoreApplication.translate

_ARROWS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferQuestion:
    """What the dialog has to know."""

    name: str
    first: str
    targets: tuple[Target, ...]


class TransferDialog(DeskDialog):
    """`chosen` carries a `Transfer`; somebody who cannot take it now needs "anyway"."""

    chosen = Signal(object)

    def __init__(self, question: TransferQuestion, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            name=translate("Transfer", "Transfer the conversation"),
            heading=translate("Transfer", "Transfer the conversation with {name}").format(
                name=question.name
            ),
            intro=translate(
                "Transfer", "It leaves your desk. {name} is told nothing: announce it first."
            ).format(name=question.first),
        )
        self._build()
        self.show_targets(question.targets)
        self.search.setFocus()

    def _build(self) -> None:
        self.search = QLineEdit()
        self.search.setAccessibleName(translate("Transfer", "To"))
        self.search.setPlaceholderText(translate("Transfer", "Search colleagues and groups…"))
        self.search.textChanged.connect(self._on_search)
        self.search.installEventFilter(self)
        self.body.addLayout(self._list())
        self.note = NoteField(translate("Transfer", "Note for the recipient"))
        self.note.changed.connect(self._on_change)
        row, name = headed(
            translate("Transfer", "Note for the recipient"),
            translate("Transfer", "what was said, what is missing"),
        )
        name.setBuddy(self.note.edit)
        noted = QVBoxLayout()
        noted.setSpacing(theme.px(6))
        noted.addLayout(row)
        noted.addWidget(self.note)
        self.body.addLayout(noted)
        self.add_cancel()
        self.accept_button = self.add_primary(translate("Transfer", "Transfer"))
        self.accept_button.clicked.connect(self._on_accept)

    def _list(self) -> QVBoxLayout:
        self._model = TargetList(self)
        self.list = QListView()
        self.list.setAccessibleName(translate("Transfer", "Colleagues and groups"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(TargetPainter(self.list))
        self.list.setMouseTracking(True)
        self.list.setFixedHeight(theme.px(184))
        self.list.selectionModel().currentChanged.connect(self._on_choice)
        self.list.doubleClicked.connect(self._on_accept)
        around = frame("card")
        inside = QVBoxLayout(around)
        edge = theme.px(5)
        inside.setContentsMargins(edge, edge, edge, edge)
        self.nothing = label(
            translate("Transfer", "Nobody of that name serves this mission."), "hint"
        )
        inside.addWidget(self.list)
        inside.addWidget(self.nothing)
        column = QVBoxLayout()
        column.setSpacing(theme.px(8))
        column.addWidget(self.search)
        column.addWidget(around)
        return column

    def show_targets(self, targets: tuple[Target, ...]) -> None:
        """Show who is there now; the choice stays on the same one."""
        before = self.target()
        self._model.show_targets(targets)
        self._select(max(0, self._model.row_of(before)) if before else 0)

    def target(self) -> Target | None:
        """Return who is chosen."""
        found = self.list.currentIndex().data(TargetRole)
        return found if isinstance(found, Target) else None

    def _select(self, row: int) -> None:
        self.list.setCurrentIndex(self._model.index(row, 0))
        self.nothing.setVisible(self._model.rowCount() == 0)
        self._on_choice()

    def _on_search(self, words: str) -> None:
        self._model.want(words)
        self._select(0)

    def _on_choice(self) -> None:
        target = self.target()
        anyway = target is not None and not target.ready
        self.accept_button.setText(
            translate("Transfer", "Transfer anyway")
            if anyway
            else translate("Transfer", "Transfer")
        )
        self.accept_button.setAccessibleName(self.accept_button.text())
        self._on_change()

    def _on_change(self) -> None:
        if self.refusal.text():
            self.refuse(self._refusal())

    def _refusal(self) -> str:
        if self.target() is None:
            return translate("Transfer", "Choose who takes it.")
        return "" if self.note.fits else refusal(Code.TOO_LONG, {"limit": NOTE_LIMIT})

    def _on_accept(self) -> None:
        target = self.target()
        if sentence := self._refusal():
            self.refuse(sentence)
        elif target is not None:
            note, anyway = self.note.text(), not target.ready
            self.chosen.emit(
                Transfer(expert=target.expert, group=target.group, note=note, anyway=anyway)
            )
            self.accept()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while words are being typed."""
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _ARROWS
        ):
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)
