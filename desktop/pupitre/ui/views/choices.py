"""A short list to choose from while typing elsewhere: palette and canned replies."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QHideEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from pupitre.ui import icons, theme
from pupitre.ui.models.keyed import NOWHERE, ROW, Index

_ROW = 34
_SIDE = 10
_END = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LINE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class Choice(Struct, frozen=True, kw_only=True):
    """Something that can be chosen; without a key, only something to be read."""

    key: str
    title: str
    hint: str = ""
    icon: str = ""
    corner: str = ""
    """At the right: a shortcut, a time."""


class ChoiceModel(QAbstractListModel):
    """The choices that answer what was typed; another list each time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.choices: Sequence[Choice] = ()

    def show(self, choices: Sequence[Choice]) -> None:
        """Offer these."""
        self.beginResetModel()
        self.choices = choices
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many choices there are; a choice has none below it."""
        return 0 if parent.isValid() else len(self.choices)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let no line be chosen that is only there to be read."""
        can = index.isValid() and bool(self.choices[index.row()].key)
        return super().flags(index) if can else Qt.ItemFlag.NoItemFlags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the choice, or its words."""
        if not index.isValid():
            return None
        choice = self.choices[index.row()]
        if role == ROW:
            return choice
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (choice.title, choice.hint, choice.corner) if part)
        return choice.title if role == Qt.ItemDataRole.DisplayRole else None


class ChoiceDelegate(QStyledItemDelegate):
    """One line: icon, title, hint, corner."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a line."""
        return QSize(0, theme.px(_ROW))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one choice."""
        choice = index.data(ROW)
        if not isinstance(choice, Choice):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("soft" if chosen else "raised"))
            painter.drawRoundedRect(option.rect, theme.px(6), theme.px(6))
        side = theme.px(_SIDE)
        _paint_choice(painter, option.rect.adjusted(side, 0, -side, 0), choice)
        painter.restore()


def _paint_choice(painter: QPainter, box: QRect, choice: Choice) -> None:
    if choice.icon:
        side = theme.px(16)
        top = box.center().y() + 1 - side // 2
        painter.drawPixmap(box.left(), top, icons.pixmap(choice.icon, "muted", 16))
        box = box.adjusted(side + theme.px(10), 0, 0, 0)
    painter.setFont(theme.font(12))
    painter.setPen(theme.colour("muted"))
    painter.drawText(box, _END, choice.corner)
    box.setRight(box.right() - painter.fontMetrics().horizontalAdvance(choice.corner) - theme.px(8))
    used = _paint_words(painter, box, choice.title, 14, "text" if choice.key else "muted")
    box.setLeft(box.left() + used + theme.px(10))
    _paint_words(painter, box, " ".join(choice.hint.split()), 13, "muted")


def _paint_words(painter: QPainter, box: QRect, words: str, size: int, tint: str) -> int:
    font = theme.font(size)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(box.width(), 0))
    painter.setFont(font)
    painter.setPen(theme.colour(tint))
    painter.drawText(box, _LINE, shown)
    return metrics.horizontalAdvance(shown)


class ChoiceList(QFrame):
    """A card that floats over its neighbours; the keyboard's focus stays in the field."""

    chosen = Signal(str)
    """The key of what was chosen."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._model = ChoiceModel(self)
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(ChoiceDelegate(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setAccessibleName(name)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.clicked.connect(self._on_clicked)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Something is offered."""
        return self.isVisible()

    def titles(self) -> list[str]:
        """Return what is offered, in order."""
        return [choice.title for choice in self._model.choices]

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer these, the first one marked; nothing hides the list."""
        self._show(choices, "")

    def offer_more(self, choices: Sequence[Choice]) -> None:
        """Offer these, with the mark where it was: somebody may be about to choose."""
        marked = self._list.currentIndex().data(ROW)
        self._show(choices, marked.key if self.is_open and isinstance(marked, Choice) else "")

    def _show(self, choices: Sequence[Choice], marked: str) -> None:
        self._model.show(choices)
        self.setVisible(bool(choices))
        if choices:
            can = self._can_be_chosen()
            same = [row for row in can if marked and choices[row].key == marked]
            self._mark(next(iter(same or can), None))
            self.raise_()

    def _can_be_chosen(self) -> list[int]:
        return [row for row, choice in enumerate(self._model.choices) if choice.key]

    def _mark(self, row: int | None) -> None:
        self._list.setCurrentIndex(QModelIndex() if row is None else self._model.index(row))

    def tall(self, most: int = 8) -> int:
        """Return the height that shows what is offered, up to so many lines."""
        lines = min(most, len(self._model.choices))
        return lines * theme.px(_ROW) + 2 * theme.px(6) + 2

    def fit(self, box: QRect) -> None:
        """Take this place over the neighbours."""
        edge = theme.px(6)
        self.setGeometry(box)
        self._list.setGeometry(QRect(edge, edge, box.width() - 2 * edge, box.height() - 2 * edge))

    def step(self, by: int) -> None:
        """Move to another choice, around the ends."""
        can, row = self._can_be_chosen(), self._list.currentIndex().row()
        if row in can:
            self._mark(can[(can.index(row) + by) % len(can)])

    def choose(self) -> None:
        """Choose the one that is marked."""
        self._on_clicked(self._list.currentIndex())

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of what was offered: assistive technology finds the rows of a hidden list."""
        super().hideEvent(event)
        if self.isHidden():
            self._model.show(())

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        choice = index.data(ROW)
        if isinstance(choice, Choice):
            self.hide()
            self.chosen.emit(choice.key)
