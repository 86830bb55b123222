"""Building blocks that windows and dialogs share."""

from typing import TypeVar

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from pupitre.ui import icons, theme

_Drawn = TypeVar("_Drawn", QPushButton, QToolButton)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Button(QPushButton):
    """A button that Enter presses where it has the focus, and not only the space bar.

    Qt's own way, `autoDefault`, would make a dialog's first button the one that a field's Enter
    presses; without it, Enter on "Cancel" presses the default button.
    """

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed, once however long the key is held."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()


class ToolButton(QToolButton):
    """The same for a small button."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed, once however long the key is held."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()


def label(text: str, role: str, parent: QWidget | None = None, *, wraps: bool = False) -> QLabel:
    """Return words dressed for their role; never interpreted as markup."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    made.setProperty("role", role)
    return made


def button(text: str, role: str = "plain", parent: QWidget | None = None) -> QPushButton:
    """Return a button dressed for its role."""
    made = Button(text, parent)
    made.setProperty("role", role)
    made.setAutoDefault(False)
    return made


def icon_button(name: str, meaning: str, parent: QWidget | None = None) -> QToolButton:
    """Return a flat button with an icon; `meaning` is its tooltip and accessible name."""
    return _drawn(ToolButton(parent), name, meaning)


def _drawn(made: _Drawn, name: str, meaning: str) -> _Drawn:
    made.setProperty("role", "icon")
    made.setIcon(icons.icon(name))
    made.setIconSize(QSize(theme.px(16), theme.px(16)))
    made.setToolTip(meaning)
    made.setAccessibleName(meaning)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def menu_button(name: str, meaning: str, parent: QWidget | None = None) -> QPushButton:
    """Return a flat button with an icon that opens its menu, for assistive technology too.

    The accessible action of a QToolButton opens none, or waits until the menu is closed.
    """
    return _drawn(Button(parent), name, meaning)


def frame(role: str, parent: QWidget | None = None) -> QFrame:
    """Return a ground for other widgets."""
    made = QFrame(parent)
    made.setProperty("role", role)
    return made


def divider(parent: QWidget | None = None, *, upright: bool = False) -> QFrame:
    """Return a thin line, lying or upright."""
    made = frame("divider", parent)
    if upright:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made


def inset(field: QAbstractSpinBox) -> None:
    """Keep a time or number field's words off its edge.

    WORKAROUND: with a stylesheet, Qt's QStyleSheetStyle starts a spin box's text at its
    very left, whatever the padding; a QDateEdit with a calendar is right by itself.
    """
    inside = field.findChild(QLineEdit)
    if inside is not None:
        inside.setTextMargins(theme.px(8), 0, 0, 0)


class ChoiceCard(QRadioButton):
    """A radio button shown as a card: a choice in bold and a hint below it."""

    def __init__(self, choice: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(choice, parent)
        self._hint = hint
        self.setAccessibleName(choice)
        self.setAccessibleDescription(hint)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_hint(self, hint: str) -> None:
        """Change the line below the choice."""
        self._hint = hint
        self.setAccessibleDescription(hint)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Leave room for two lines of hint."""
        lines = self._words(13).height() * 2 + self._words(15).height()
        return QSize(theme.px(176), lines + theme.px(26))

    @override
    def minimumSizeHint(self) -> QSize:
        """Hints wrap, choices do not."""
        words = theme.metrics(15, bold=True).horizontalAdvance(self.text())
        return QSize(words + theme.px(30), self.sizeHint().height())

    @override
    def hitButton(self, pos: QPoint) -> bool:
        """Let the whole card be clicked."""
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, its edge in the accent colour when chosen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter)
        self._paint_words(painter)
        painter.end()

    def _paint_card(self, painter: QPainter) -> None:
        tokens = theme.tokens()
        ground = tokens.soft if self.isChecked() else tokens.surface
        if self.underMouse() and not self.isChecked():
            ground = tokens.raised
        lit = self.isChecked() or self.hasFocus()
        wide = 2.0 if self.hasFocus() else 1.0
        edge = theme.colour("accent" if lit else "strong_line")
        painter.setPen(QPen(edge, wide))
        painter.setBrush(QColor(ground))
        box = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.drawRoundedRect(box, theme.px(8), theme.px(8))

    def _paint_words(self, painter: QPainter) -> None:
        inside = self.rect().adjusted(theme.px(14), theme.px(11), -theme.px(10), -theme.px(8))
        top = self._words(15).height() + theme.px(2)
        painter.setFont(theme.font(15, bold=True))
        painter.setPen(theme.colour("text" if self.isEnabled() else "muted"))
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft, self.text())
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour("muted"))
        wrapped = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(inside.adjusted(0, top, 0, 0), wrapped, self._hint)

    def _words(self, design: float) -> QFontMetrics:
        return theme.metrics(design)
