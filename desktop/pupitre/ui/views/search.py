"""The search field and its palette: conversations and actions by a few letters."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from pupitre.ui import blocks, fuzzy, icons, theme
from pupitre.ui.views.choices import Choice, ChoiceList

translate = QCoreApplication.translate

_WIDEST = 420
_MOST = 9
_KEPT = 40
_LOOKING_AWAY = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


def _nothing() -> Choice:
    return Choice(key="", title=translate("Search", "Nothing found"))


class SearchField(QLineEdit):
    """A field in the top bar; what it finds is offered below it."""

    chosen = Signal(str)
    """The key of the choice."""
    left = Signal()
    """Nothing was chosen: go back to writing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setProperty("role", "search")
        self.setAccessibleName(translate("Search", "Search"))
        self.setPlaceholderText(translate("Search", "Search conversations, visitors, actions…"))
        self.setMaximumWidth(theme.px(_WIDEST))
        self.setMinimumWidth(theme.px(120))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._sign = QAction(self.placeholderText(), self)  # another name than the field's
        self._sign.triggered.connect(self.start)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self._keys = blocks.label("", "hint", self)
        self._offered: ChoiceList | None = None
        self._source: Callable[[], Sequence[Choice]] = tuple
        self._more: Sequence[Choice] = ()
        self._asked = False
        """What was found elsewhere is known."""
        self.textEdited.connect(self._on_edited)
        self.show_theme()

    def offer_on(self, overlay: QWidget, source: Callable[[], Sequence[Choice]]) -> None:
        """Offer what `source` knows, on a card over `overlay`."""
        self._source = source
        self._offered = ChoiceList(overlay, translate("Search", "Found"))
        self._offered.chosen.connect(self._on_chosen)
        if self.hasFocus() and self.text():
            self._offer()  # somebody was quicker than the desk

    def show_keys(self, keys: str) -> None:
        """Show the shortcut that leads here."""
        self._keys.setText(keys)
        self._place_keys()

    def show_theme(self) -> None:
        """Paint the icon in the colours in force."""
        self._sign.setIcon(icons.icon("search"))

    @Slot(str, object)
    def add_found(self, words: str, choices: Sequence[Choice]) -> None:
        """Offer what was found elsewhere too, below what is known here; say when nothing was."""
        if words and words == self.text().strip() and self.hasFocus():
            self._more = choices
            self._asked = True
            self._offer()

    @Slot()
    def start(self) -> None:
        """Search from now on."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._offer()

    @property
    def offered(self) -> ChoiceList | None:
        """What is offered, for whoever looks."""
        return self._offered

    @Slot()
    def _on_edited(self) -> None:
        self._more, self._asked = (), False
        self._offer()

    @Slot()
    def _offer(self) -> None:
        if self._offered is None:
            return
        found = fuzzy.best(self.text(), self._source(), lambda it: f"{it.title} {it.hint}")
        choices = [*found[:_KEPT], *self._more]
        if self._asked:
            self._offered.offer_more(choices or [_nothing()])
        else:
            self._offered.offer(choices)
        self._place_offered()

    def _place_offered(self) -> None:
        overlay = self._offered.parentWidget() if self._offered else None
        if self._offered is None or overlay is None or not self._offered.is_open:
            return
        at = self.mapTo(overlay, QPoint(0, self.height() + theme.px(5)))
        wide = max(self.width(), min(theme.px(460), overlay.width() - at.x() - theme.px(16)))
        self._offered.fit(QRect(at.x(), at.y(), wide, self._offered.tall(_MOST)))

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        self.clear()
        self._more, self._asked = (), False
        self.left.emit()
        self.chosen.emit(key)

    def _leave(self) -> None:
        self.clear()
        if self._offered is not None:
            self._offered.hide()
        self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in what is offered, choose, or leave."""
        offered = self._offered
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif offered is None or not offered.is_open:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            offered.step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            offered.choose()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Offer at once."""
        super().focusInEvent(event)
        self._keys.hide()
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._offer()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Offer nothing to somebody who is elsewhere; keep the words for who only looks away."""
        super().focusOutEvent(event)
        if event.reason() not in _LOOKING_AWAY:
            self.clear()
        self._place_keys()
        if self._offered is not None:
            self._offered.hide()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the shortcut at the right."""
        super().resizeEvent(event)
        self._place_keys()

    def _place_keys(self) -> None:
        size = self._keys.sizeHint()
        left = self.width() - size.width() - theme.px(10)
        words = self.fontMetrics().horizontalAdvance(self.placeholderText()) + theme.px(38)
        self._keys.setGeometry(
            left, (self.height() - size.height()) // 2, size.width(), size.height()
        )
        empty = not self.text() and not self.hasFocus()
        self._keys.setVisible(empty and left > words)
