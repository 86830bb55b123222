"""Red waves under misspelt words, and what else they may be."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QTimer, Slot
from PySide6.QtGui import QAction, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit
from typing_extensions import override

from pupitre.ui import theme
from pupitre.ui.spelling import Spelling
from pupitre.ui.views.bubbles import units

translate = QCoreApplication.translate

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NO_PROSE = re.compile(r"\S*(?:[@\\/_\d{}]|\.\w|://)\S*")
"""Addresses, paths, numbers, variables of canned replies: nobody spells those."""
_REST = 400
"""Milliseconds without a key, after which the word at the cursor is looked at too."""


class SpellMarks(QSyntaxHighlighter):
    """Follows one field; the word that is being typed is left alone."""

    def __init__(self, field: QPlainTextEdit, spelling: Spelling) -> None:
        super().__init__(field.document())
        self._field = field
        self._spelling = spelling
        self._language = ""
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._on_rest)
        field.cursorPositionChanged.connect(self._on_cursor)
        spelling.learnt.connect(self._on_learnt)

    def speak(self, language: str) -> None:
        """Look words up in this language; empty: look nothing up."""
        if language != self._language:
            self._language = language
            self._mark_again()

    @Slot()
    def _on_learnt(self) -> None:
        self._mark_again()

    @Slot()
    def _on_cursor(self) -> None:
        self._rest.start()

    @Slot()
    def _on_rest(self) -> None:
        with QSignalBlocker(self._field):
            self.rehighlightBlock(self._field.textCursor().block())

    def _mark_again(self) -> None:
        """Mark everything again; Qt calls that a change of the text, which it is not."""
        with QSignalBlocker(self._field):
            self.rehighlight()

    @override
    def highlightBlock(self, text: str) -> None:
        """Mark what is known to be wrong in a line."""
        if not self._language or self._field.isReadOnly():
            return
        found = [it for it in _words(text) if not self._is_being_typed(it)]
        wrong = self._spelling.misspelt(self._language, {it.group() for it in found})
        for it in found:
            if it.group() in wrong:
                self.setFormat(units(text[: it.start()]), units(it.group()), _wave())

    def _is_being_typed(self, word: "re.Match[str]") -> bool:
        cursor = self._field.textCursor()
        if not self._rest.isActive() or cursor.block() != self.currentBlock():
            return False
        return units(word.string[: word.end()]) == cursor.positionInBlock()

    def offer(self, menu: QMenu, cursor: QTextCursor) -> None:
        """Put what a marked word may be at the top of a menu."""
        word, place = self._word_at(cursor)
        if not word or word not in self._spelling.misspelt(self._language, {word}):
            return
        first = menu.actions()[0] if menu.actions() else QAction(menu)
        suggested = self._spelling.suggestions(self._language, word)
        for other in suggested:
            action = QAction(other, menu)
            action.setData((place, word, other))
            action.triggered.connect(self._on_replace)
            menu.insertAction(first, action)
        if not suggested:
            nothing = QAction(translate("Spelling", "No suggestion"), menu)
            nothing.setEnabled(False)
            menu.insertAction(first, nothing)
        words = translate("Spelling", "Add “{word}” to the dictionary").format(word=word)
        learn = QAction(words, menu)
        learn.setData(word)
        learn.triggered.connect(self._on_learn)
        menu.insertAction(first, learn)
        menu.insertSeparator(first)

    def _word_at(self, cursor: QTextCursor) -> tuple[str, int]:
        block = cursor.block()
        for it in _words(block.text()):
            start, end = (units(it.string[:edge]) for edge in it.span())
            if start <= cursor.positionInBlock() <= end:
                return it.group(), block.position() + start
        return "", 0

    @Slot()
    def _on_replace(self) -> None:
        chosen = self.sender()
        if isinstance(chosen, QAction):
            place, word, other = chosen.data()
            cursor = self._field.textCursor()
            cursor.setPosition(place)
            cursor.setPosition(place + units(word), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(other)

    @Slot()
    def _on_learn(self) -> None:
        chosen = self.sender()
        if isinstance(chosen, QAction):
            self._spelling.learn(self._language, str(chosen.data()))


def _words(text: str) -> Iterator["re.Match[str]"]:
    """Yield the words of a line that somebody spells: no addresses, no codes, no initials."""
    apart = [it.span() for it in _NO_PROSE.finditer(text)]
    for word in _WORD.finditer(text):
        within = any(start <= word.start() < end for start, end in apart)
        if not within and len(word.group()) > 1 and not word.group().isupper():
            yield word


def _wave() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
    made.setUnderlineColor(theme.colour("bad"))
    return made
