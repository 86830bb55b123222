"""The field one writes in: Enter sends, Shift+Enter breaks the line, six lines at the most."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from pupitre.ui import canned, spelling, theme
from pupitre.ui.views import picking
from pupitre.ui.views.bubbles import units
from pupitre.ui.views.choices import ChoiceList
from pupitre.ui.views.spell_marks import SpellMarks

_MOST = 6
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MessageField(QPlainTextEdit):
    """Plain text, as tall as what is written."""

    send_asked = Signal()
    undo_asked = Signal()
    """There is nothing left to undo in the field itself."""
    files_pasted = Signal(object)
    """A tuple of `Source`."""
    canned_asked = Signal(object)
    """The letters looked for after `/`, or None when nothing is."""

    def __init__(self, offered: ChoiceList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered = offered
        self._least = 2
        self._marks: SpellMarks | None = None
        self.takes_files = False
        """Whether files may be pasted; they are never dropped here, but on the whole pane."""
        self.setObjectName("message")
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._on_text)
        self.cursorPositionChanged.connect(self._look_for_canned)

    @override
    def sizeHint(self) -> QSize:
        """Return the height of what is written."""
        lines = min(max(round(self.document().size().height()), self._least), _MOST)
        line = QFontMetrics(self.font()).lineSpacing()
        around = 2 * (theme.px(7) + 1 + round(self.document().documentMargin()))
        return QSize(super().sizeHint().width(), lines * line + around)

    def show_least(self, lines: int) -> None:
        """Take no less than so many lines."""
        if lines != self._least:
            self._least = lines
            self.updateGeometry()

    def look_up(self, language: str) -> None:
        """Mark misspelt words of a language; empty: mark nothing."""
        looked_up = spelling.provided()
        if looked_up is not None and self._marks is None:
            self._marks = SpellMarks(self, looked_up)
        if self._marks is not None:
            self._marks.speak(language if looked_up is not None else "")

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what a misspelt word may be, before the usual acts."""
        menu = self.createStandardContextMenu()
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        if self._marks is not None and not self.isReadOnly():
            cursor = self.cursorForPosition(event.pos()) if by_mouse else self.textCursor()
            self._marks.offer(menu, cursor)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    @override
    def minimumSizeHint(self) -> QSize:
        """Keep the same height in a narrow pane."""
        return QSize(theme.px(120), self.sizeHint().height())

    @Slot()
    def _on_text(self) -> None:
        full = self.document().size().height() > _MOST
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if full else policy.ScrollBarAlwaysOff
        )
        self.updateGeometry()

    @Slot()
    def _look_for_canned(self) -> None:
        self.canned_asked.emit(canned.asked(self._before_cursor()))

    def _before_cursor(self) -> str:
        cursor = self.textCursor()
        return cursor.block().text()[: cursor.positionInBlock()]

    def insert_canned(self, text: str) -> None:
        """Put a reply in the place of what was typed after `/`."""
        cursor = self.textCursor()
        query = canned.asked(self._before_cursor())
        if query is not None:
            left, keep = QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor
            cursor.movePosition(left, keep, units(query) + 1)
        cursor.insertText(text)
        self.setTextCursor(cursor)
        self.select_blank()

    def select_blank(self) -> bool:
        """Choose the first variable that has to be filled in; False: there is none."""
        text = self.toPlainText()
        span = canned.first_blank(text)
        if span is None:
            return False
        cursor = self.textCursor()
        cursor.setPosition(units(text[: span[0]]))
        cursor.setPosition(units(text[: span[1]]), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send, break the line, undo, or move in what is offered."""
        if self._offered.is_open and self._choose(event.key()):
            return
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in _ENTER and not shift:
            self.send_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable():
            self.undo_asked.emit()
        else:
            super().keyPressEvent(event)

    def _choose(self, key: int) -> bool:
        match key:
            case Qt.Key.Key_Down:
                self._offered.step(1)
            case Qt.Key.Key_Up:
                self._offered.step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._offered.choose()
            case Qt.Key.Key_Escape:
                self._offered.hide()
            case _:
                return False
        return True

    @override
    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Choose what is offered with Tab; else go on to the next field."""
        if self._offered.is_open and forwards:
            self._offered.choose()
            return True
        return super().focusNextPrevChild(forwards)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words, or hand on the files."""
        if self.takes_files and picking.holds_files(source):
            self.files_pasted.emit(picking.sources(source))
        elif source.hasText():
            self.insertPlainText(source.text())

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Let files be pasted where they may be attached."""
        if self.takes_files and picking.holds_files(source):
            return True
        return super().canInsertFromMimeData(source)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave files to the pane around this field."""
        if picking.holds_files(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)
