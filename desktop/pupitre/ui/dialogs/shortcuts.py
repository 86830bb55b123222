"""The keyboard shortcuts: what each does, and how to change it."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QLineEdit, QWidget
from typing_extensions import override

from pupitre.ui import icons, theme
from pupitre.ui.blocks import button
from pupitre.ui.dialogs.base import DeskDialog
from pupitre.ui.dialogs.rows import WIDE, Row, Rows

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcut:
    """One action and its keys, as `QKeySequence.toString()` writes them."""

    name: str
    """Stable: the key in the preferences."""
    words: str
    """What it does, as on the screen."""
    keys: str
    usual: str
    """The keys it has unless somebody chose others."""


_CHORD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_EMPTYING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class KeysField(QKeySequenceEdit):
    """Takes the keys that are pressed, but leaves Escape and Enter to the dialog.

    A letter or an arrow alone is no shortcut either: one could not write any more.
    """

    def __init__(self, shortcut: Shortcut) -> None:
        super().__init__(QKeySequence(shortcut.keys))
        self.setMaximumSequenceLength(1)
        self.setAccessibleName(shortcut.words)
        self.setFixedWidth(theme.px(250))
        self.setClearButtonEnabled(True)
        for inside in self.findChildren(QLineEdit):
            inside.setAccessibleName(shortcut.words)  # it is where the keyboard is
        for sign in self.findChildren(QAction):
            sign.setIcon(icons.icon("x"))  # Qt's own is a black disc, in the dark too
            sign.setText(translate("Shortcuts", "No shortcut"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a chord or a function key."""
        if event.modifiers() & _CHORD or Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35:
            super().keyPressEvent(event)
        elif event.key() in _EMPTYING:
            self.clear()
        else:
            event.ignore()


class ShortcutsDialog(DeskDialog):
    """`chosen` carries the mapping of names to keys that differ from the usual ones."""

    chosen = Signal(object)

    def __init__(self, shortcuts: Iterable[Shortcut], parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            name=translate("Shortcuts", "Keyboard shortcuts"),
            heading=translate("Shortcuts", "Keyboard shortcuts"),
            intro=translate("Shortcuts", "Click on one, then press the keys you want."),
            width=WIDE,
        )
        self._shortcuts = tuple(shortcuts)
        self.fields: dict[str, KeysField] = {}
        rows = Rows(translate("Shortcuts", "Shortcuts"))
        rows.show_rows([Row(it.words, "", self._field(it)) for it in self._shortcuts])
        self.body.addWidget(rows)
        self.usual_button = button(translate("Shortcuts", "Back to the usual ones"), "ghost")
        self.usual_button.clicked.connect(self._on_usual)
        self.add_aside(self.usual_button)
        self.add_cancel()
        self.accept_button = self.add_primary(translate("Shortcuts", "Save"))
        self.accept_button.clicked.connect(self._on_accept)

    def _field(self, shortcut: Shortcut) -> KeysField:
        made = KeysField(shortcut)
        made.keySequenceChanged.connect(self._on_keys)
        self.fields[shortcut.name] = made
        return made

    def _keys(self) -> Mapping[str, str]:
        return {
            name: field.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
            for name, field in self.fields.items()
        }

    def _on_usual(self) -> None:
        for shortcut in self._shortcuts:
            self.fields[shortcut.name].setKeySequence(QKeySequence(shortcut.usual))

    def _on_keys(self) -> None:
        self.refuse(self._clash())

    def _clash(self) -> str:
        """Say which two actions have the same keys; "" when none have."""
        counted = Counter(keys for keys in self._keys().values() if keys)
        for keys, count in counted.items():
            if count > 1:
                words = [it.words for it in self._shortcuts if self._keys()[it.name] == keys]
                return translate("Shortcuts", "{keys} is taken twice: {actions}.").format(
                    keys=QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText),
                    actions=", ".join(words),
                )
        return ""

    def _on_accept(self) -> None:
        if sentence := self._clash():
            self.refuse(sentence)
            return
        keys = self._keys()
        self.chosen.emit(
            {it.name: keys[it.name] for it in self._shortcuts if keys[it.name] != it.usual}
        )
        self.accept()


def show_if_asked(
    event: QKeyEvent,
    actions: Mapping[str, QAction],
    parent: QWidget,
    chosen: Callable[[dict[str, str]], None],
) -> None:
    """Show the keys of these actions over a window that has no desk, if those are pressed."""
    if QKeySequence(event.keyCombination()) != actions["shortcuts"].shortcut():
        return
    dialog = ShortcutsDialog(shortcuts_of(actions.values()), parent)
    dialog.chosen.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def shortcuts_of(actions: Iterable[QAction]) -> tuple[Shortcut, ...]:
    """Return the shortcuts of named actions; `default-keys` holds those they came with."""
    portable = QKeySequence.SequenceFormat.PortableText
    return tuple(
        Shortcut(
            name=action.objectName(),
            words=action.text().replace("&", "").removesuffix("…"),
            keys=action.shortcut().toString(portable),
            usual=str(action.property("default-keys") or ""),
        )
        for action in actions
        if action.objectName() and action.text()
    )
