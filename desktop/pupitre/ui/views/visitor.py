"""The panel on the right: who the visitor is, what they read, what came before, notes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pupitre.client.questions import PastConversation
from pupitre.client.views import OVER, Card
from pupitre.domain.checks import NOTE_LIMIT
from pupitre.domain.ids import SubjectId
from pupitre.domain.people import Visitor
from pupitre.domain.presence import Dot
from pupitre.ui import blocks, marks, text, theme
from pupitre.ui.views.past import PastList

translate = QCoreApplication.translate

WIDTH = 267
_INSIDE = WIDTH - 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note that an expert left in this conversation."""

    writer: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Face:
    """What the panel says of a visitor."""

    name: str
    since: str
    dot: Dot
    over: bool
    noted: bool
    """A note can be written."""
    url: str
    lines: str


class VisitorPanel(QFrame):
    """Everything known of a visitor, on one narrow page."""

    note_written = Signal(str)
    link_opened = Signal(str)
    past_asked = Signal(object)
    """The `Past` conversation to read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("visitor")
        self.setAccessibleName(translate("Visitor", "Visitor"))
        self.setProperty("role", "panel")
        self.setFixedWidth(theme.px(WIDTH))
        self._face: _Face | None = None
        self._dot = marks.DotSign(self)
        self._name = blocks.label("", "label", self, wraps=True)
        self._since = blocks.label("", "hint", self, wraps=True)
        self._page = blocks.button("", "link", self)
        self._page.clicked.connect(self._on_page)
        self._lines = self._plain()
        self._past = PastList(_INSIDE, self)
        self._past.asked.connect(self.past_asked)
        self._notes = self._plain()
        self._note = QLineEdit(self)
        self._note.setObjectName("note")
        self._note.setProperty("role", "note")
        self._note.setPlaceholderText(translate("Visitor", "Write a note only experts see…"))
        self._note.setAccessibleName(translate("Visitor", "New note"))  # a closure has the “Note”
        self._note.setMaxLength(NOTE_LIMIT)
        self._note.returnPressed.connect(self._on_note)
        self._arrange()

    def _plain(self) -> QLabel:
        made = blocks.label("", "text", self, wraps=True)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return made

    def _arrange(self) -> None:
        inside = QWidget(self)
        inside.setMinimumWidth(1)  # never wider than the panel, whatever a word is long
        column = QVBoxLayout(inside)
        side = theme.px(16)
        column.setContentsMargins(side, theme.px(16), side, side)
        column.setSpacing(theme.px(4))
        head = QHBoxLayout()
        head.setSpacing(theme.px(6))
        head.addWidget(self._dot)
        head.addWidget(self._name, 1)
        column.addLayout(head)
        column.addWidget(self._since)
        self._sections = {
            "page": self._section(column, translate("Visitor", "Now reading"), self._page),
            "visitor": self._section(column, translate("Visitor", "Visitor"), self._lines),
            "past": self._section(column, translate("Visitor", "Past conversations"), self._past),
        }
        self._section(column, translate("Visitor", "Note"), self._notes, self._note)
        column.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def _section(self, column: QVBoxLayout, title: str, *content: QWidget) -> QWidget:
        box = QWidget(self)
        rows = QVBoxLayout(box)
        rows.setContentsMargins(0, theme.px(8), 0, 0)
        rows.setSpacing(theme.px(4))
        rows.addWidget(blocks.label(title, "section", box))
        for widget in content:
            rows.addWidget(widget)
        column.addWidget(box)
        return box

    def show_nobody(self) -> None:
        """Show nothing: no conversation is chosen."""
        self._area.hide()

    def show_visitor(self, card: Card, visitor: Visitor | None, now: datetime) -> None:
        """Show who it is and where they are, if that is something else now."""
        self._area.show()
        page = visitor.page if visitor and card.dot is Dot.ON_SITE else None
        face = _Face(
            name=text.visitor_name(card.name, card.number),
            since=_since(card, now),
            dot=card.dot,
            over=card.locked in OVER,
            noted=card.locked not in OVER or card.can_qualify,
            url=page.url if page else "",
            lines="\n".join(_about(visitor)),
        )
        if face != self._face:
            self._face = face
            self._show_face(face)

    def _show_face(self, face: _Face) -> None:
        self._dot.show_dot(face.dot)
        _fill(self._name, face.name, _INSIDE - 20)
        self._since.setText(face.since)
        self._since.setVisible(bool(face.since))
        self._dot.setVisible(not face.over)
        self._note.setVisible(face.noted)
        self._page.setText(_shortened(face.url, self._page, theme.px(_INSIDE)))
        self._page.setToolTip(face.url)
        self._page.setAccessibleName(face.url)
        self._sections["page"].setVisible(bool(face.url))
        _fill(self._lines, face.lines)
        self._sections["visitor"].setVisible(bool(face.lines))

    def show_past(
        self, past: Sequence[PastConversation], subjects: Mapping[SubjectId, str]
    ) -> None:
        """Show the earlier conversations, newest first."""
        self._past.show_past(past, subjects)
        self._sections["past"].setVisible(bool(past))

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show the notes left in this conversation."""
        _fill(self._notes, "\n".join(_noted(note) for note in notes))
        self._notes.setVisible(bool(notes))

    def write_note(self) -> None:
        """Write a note from now on."""
        self._note.setFocus()

    @Slot()
    def _on_note(self) -> None:
        words = self._note.text().strip()
        if words:
            self._note.clear()
            self.note_written.emit(words)

    @Slot()
    def _on_page(self) -> None:
        self.link_opened.emit(self._face.url if self._face else "")


def _fill(label: QLabel, words: str, room: float = _INSIDE) -> None:
    """Show words on as many lines as they take; what no line can hold is shortened."""
    label.ensurePolished()
    metrics, most = label.fontMetrics(), theme.px(room)
    shown = "\n".join(
        " ".join(
            metrics.elidedText(word, Qt.TextElideMode.ElideMiddle, most) for word in line.split(" ")
        )
        for line in words.split("\n")
    )
    label.setText(shown)
    label.setToolTip("" if shown == words else words)
    label.setAccessibleName(words)


def _noted(note: Note) -> str:
    return translate("Visitor", "{name}: {sentence}").format(name=note.writer, sentence=note.text)


def _since(card: Card, now: datetime) -> str:
    if card.locked in OVER:
        return ""
    if card.dot is Dot.ON_SITE and card.on_site_since is not None:
        return text.on_site_for(card.on_site_since, now)
    return text.presence(card.dot, now, left_at=card.left_at)


def _about(visitor: Visitor | None) -> list[str]:
    if visitor is None:
        return []
    tongue = text.language(visitor.language)
    device = " · ".join(part for part in (tongue, visitor.device) if part)
    return [line for line in (visitor.email or "", device) if line]


def _shortened(url: str, button: QWidget, room: int) -> str:
    """Return a page's address without its site, unless it is the first page of it."""
    site, _, path = url.split("://", 1)[-1].partition("/")
    shown = f"/{path}" if path else site
    return button.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideMiddle, room)
