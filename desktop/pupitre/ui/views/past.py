"""Earlier conversations of a visitor, a line for each, opened with a click."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from pupitre.client.archive import Past
from pupitre.client.questions import PastConversation
from pupitre.domain.ids import SubjectId
from pupitre.ui import blocks, moments, theme

translate = QCoreApplication.translate

_SHOWN = 6


class PastList(QWidget):
    """The newest first; those that are over can be read."""

    asked = Signal(object)
    """The `Past` to read."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = width
        self._buttons: dict[QPushButton, PastConversation] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_past(
        self, past: Sequence[PastConversation], subjects: Mapping[SubjectId, str]
    ) -> None:
        """Show some of them, each on a line as wide as there is room."""
        for button in self._buttons:
            button.setParent(None)
            button.deleteLater()
        self._buttons = {self._line(it, past_line(it, subjects)): it for it in past[:_SHOWN]}
        for button in self._buttons:
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def lines(self) -> list[str]:
        """Return what is shown, whole."""
        return [button.accessibleName() for button in self._buttons]

    def _line(self, past: PastConversation, words: str) -> QPushButton:
        made = blocks.button("", "link", self)
        elide = Qt.TextElideMode.ElideRight
        made.setText(made.fontMetrics().elidedText(words, elide, theme.px(self._room)))
        made.setToolTip(words)
        made.setAccessibleName(words)
        made.setEnabled(past.closed_at is not None)
        made.clicked.connect(self._on_click)
        return made

    @Slot()
    def _on_click(self) -> None:
        pressed = self.sender()
        found = next(it for made, it in self._buttons.items() if made is pressed)
        self.asked.emit(Past.of(found))


def past_line(past: PastConversation, subjects: Mapping[SubjectId, str]) -> str:
    """Return an earlier conversation on one line: "12 Nov — Taille de cadre · ★★★★★"."""
    about = ", ".join(subjects.get(one, one) for one in past.subjects)
    line = moments.short_day(past.started_at)
    if about:
        line = f"{line} — {about}"
    return f"{line} · {stars(past.csat)}" if past.csat else line


def stars(csat: int | None) -> str:
    """Return a score of 1 to 5 as stars; empty: nobody answered."""
    return f"{'★' * csat}{'☆' * (5 - csat)}" if csat else ""
