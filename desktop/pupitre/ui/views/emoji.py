"""A small choice of emoji beside the message field, worked with the arrows or the mouse."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QPlainTextEdit, QToolButton
from typing_extensions import override

from pupitre.ui import icons, theme

translate = QCoreApplication.translate

EMOJI = (
    *("🙂", "😊", "😀", "😄", "😅", "😂", "😉", "😍"),
    *("🤔", "😐", "😕", "😢", "😮", "🙏", "👍", "👎"),
    *("👋", "👏", "🤝", "💪", "👌", "✌️", "👀", "💡"),
    *("✅", "❌", "⚠️", "❓", "❗", "⭐", "🎉", "🎁"),
    *("❤️", "💬", "📞", "📧", "📎", "📦", "🚚", "🕐"),
    *("📅", "📍", "🏠", "🏪", "💶", "🧾", "🔧", "🔔"),
)
"""What people who answer visitors use, the friendliest first."""
_ACROSS = 8
_CELL = 38
_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class EmojiPicker(QListWidget):
    """Opens above its button; Escape or a click elsewhere closes it."""

    picked = Signal(str)

    def __init__(self, parent: QToolButton) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setObjectName("emoji")
        self.setAccessibleName(translate("Emoji", "Emoji"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        cell = theme.px(_CELL)
        self.setGridSize(QSize(cell, cell))
        self.setFont(theme.font(17))
        for emoji in EMOJI:
            item = QListWidgetItem(emoji, self)
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            item.setSizeHint(QSize(cell, cell))
        frame = 2 * self.frameWidth() + theme.px(4)
        self.setFixedSize(_ACROSS * cell + frame, -(-len(EMOJI) // _ACROSS) * cell + frame)
        self.setCurrentRow(0)
        self.itemClicked.connect(self._on_chosen)

    def open_above(self, button: QToolButton) -> None:
        """Open with its foot on the button's head."""
        corner = button.mapToGlobal(QPoint(0, 0))
        self.move(corner.x(), corner.y() - self.height() - theme.px(4))
        self.show()
        self.setFocus()

    @Slot(QListWidgetItem)
    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.hide()
        self.picked.emit(item.text())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter, leave with Escape, move with the arrows."""
        current = self.currentItem()
        if event.key() in _CHOOSE and current is not None:
            self._on_chosen(current)
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)


class EmojiButton(QToolButton):
    """Puts what is chosen where the cursor of its field is."""

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__(field.parentWidget())
        self._field = field
        self._picker: EmojiPicker | None = None
        self.setObjectName("emoji-button")
        self.setProperty("role", "icon")
        self.setIcon(icons.icon("smile"))
        self.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.setToolTip(translate("Emoji", "Emoji"))
        self.setAccessibleName(translate("Emoji", "Emoji"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._open)

    @Slot()
    def _open(self) -> None:
        if self._picker is None:
            self._picker = EmojiPicker(self)
            self._picker.picked.connect(self._insert)
        self._picker.open_above(self)

    @Slot(str)
    def _insert(self, emoji: str) -> None:
        self._field.insertPlainText(emoji)
        self._field.setFocus()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Paint the sign in the colours in force."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.setIcon(icons.icon("smile"))
