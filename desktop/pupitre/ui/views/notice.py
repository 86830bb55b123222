"""A sentence at the top of the desk: what was refused, what left, what happened meanwhile."""

from collections.abc import Collection, Sequence

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from pupitre.ui import blocks, icons, theme

translate = QCoreApplication.translate

_STAYS = 12_000
"""Milliseconds; a sentence with a button stays until it is dealt with."""
_MOST = 2
"""How many buttons there is room for."""
_COVERED = 5
"""How many sentences wait under the one that is shown."""


class Said(Struct, frozen=True):
    """A sentence, and what can be done about it."""

    words: str
    acts: tuple[tuple[str, str], ...] = ()
    """Each act and the words of its button."""
    stays: bool = False
    """Until somebody takes it away."""


class Notice(QFrame):
    """Shows one sentence at a time, with buttons when something can be done.

    One that wants an answer comes back when what covered it is gone.
    """

    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("role", "advice")
        self._words = blocks.label("", "text", self, wraps=True)
        self._buttons = [blocks.button("", "link", self) for _ in range(_MOST)]
        self._dismiss = blocks.icon_button("x", translate("Notice", "Dismiss"), self)
        self._dismiss.setIcon(icons.icon("x", "advice_text"))
        self._timer = QTimer(self, singleShot=True, interval=_STAYS)
        self._shown: Said | None = None
        self._covered: list[Said] = []
        self._timer.timeout.connect(self._uncover)
        self._dismiss.clicked.connect(self._uncover)
        for button in self._buttons:
            button.clicked.connect(self._on_button)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(18), theme.px(6), theme.px(12), theme.px(6))
        row.addWidget(self._words, 1)
        for button in self._buttons:
            row.addWidget(button)
        row.addWidget(self._dismiss)
        self.hide()

    @property
    def text(self) -> str:
        """What is said."""
        return self._words.text() if self.isVisible() else ""

    def say(self, words: str, button: str = "", act: str = "") -> None:
        """Say something; `act` comes back with `acted` when the button is pressed."""
        self.offer(words, [(act, button)] if button else [])

    def offer(self, words: str, acts: Sequence[tuple[str, str]]) -> None:
        """Say something that can be answered in several ways: acts and their buttons."""
        self._cover(Said(words, tuple(acts), stays=bool(acts)))

    def warn(self, words: str) -> None:
        """Say something that stays until somebody takes it away."""
        self._cover(Said(words, stays=True))

    def forget(self, acts: Collection[str]) -> None:
        """Take away what can be answered with any of these."""
        self._covered = [it for it in self._covered if not _leads_to(it, acts)]
        if self._shown is not None and _leads_to(self._shown, acts):
            self._uncover()

    def _cover(self, said: Said) -> None:
        covered = self._shown
        if covered is not None and covered.stays and covered.words != said.words:
            self._covered = [*self._covered, covered][-_COVERED:]
        self._show(said)

    def _show(self, said: Said | None) -> None:
        self._shown = said
        words, acts = (said.words, said.acts) if said else ("", ())
        self._words.setText(words)
        for button, (act, name) in zip(self._buttons, [*acts, *[("", "")] * _MOST], strict=False):
            button.setText(name)
            button.setProperty("act", act)
            button.setVisible(bool(name))
        self.setVisible(bool(words))
        if said is None or said.stays:
            self._timer.stop()
        else:
            self._timer.start()

    @Slot()
    def _uncover(self) -> None:
        """Show what was covered, if anything was."""
        self._show(self._covered.pop() if self._covered else None)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Paint the cross in the colours in force."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dismiss.setIcon(icons.icon("x", "advice_text"))

    @Slot()
    def _on_button(self) -> None:
        act = str(self.sender().property("act"))
        self._uncover()
        self.acted.emit(act)


def _leads_to(said: Said, acts: Collection[str]) -> bool:
    return any(act in acts for act, _ in said.acts)
