"""The thread: messages one reads, selects and copies, and that stay where they are."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QListView, QWidget
from typing_extensions import override

from pupitre.client.views import MessageRow
from pupitre.ui import states
from pupitre.ui.models.thread import ThreadModel
from pupitre.ui.pictures import Pictures
from pupitre.ui.views.passage import Passage, Spot, everything
from pupitre.ui.views.still_list import StillList
from pupitre.ui.views.thread_files import FileHand, file_at
from pupitre.ui.views.thread_menu import copying, open_menu, to_clipboard
from pupitre.ui.views.thread_rows import Placed, ThreadRows


class ThreadView(StillList):
    """A list of bubbles: at the end it stays at the end, elsewhere it never jumps."""

    link_opened = Signal(str)
    undo_asked = Signal(str)
    """The key of a message that is still held."""
    earlier_wanted = Signal()
    """The top is reached and nothing more is on this computer."""

    def __init__(self, model: ThreadModel, parent: QWidget | None = None) -> None:
        self._painter = ThreadRows(model)
        super().__init__(self._painter, parent)
        self._thread = model
        self._passage: Passage | None = None
        self._pressed_on_link = ""
        self.files = FileHand(self)
        self._dress()
        self.setModel(model)
        self.top_reached.connect(self._show_earlier)
        model.modelReset.connect(self._on_reset)
        model.rowsRemoved.connect(self._on_rows_removed)

    def _dress(self) -> None:
        self.setObjectName("thread")
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)

    def use(self, pictures: Pictures) -> None:
        """Take the pictures of messages from there."""
        self._painter.pictures = pictures
        pictures.came.connect(self.viewport().update)

    def open_at_unread(self) -> None:
        """Show the first message that was not read, or the end when all were."""
        self.go_to(self._thread.index(self._thread.position(self._thread.unread_key)))

    @property
    def shows_last_message(self) -> bool:
        """Nothing that the visitor wrote ends below what is in sight; other lines may."""
        last = self._thread.index(self._thread.last_received())
        return self.is_at_end or self.visualRect(last).bottom() < self.viewport().height()

    def selected_text(self) -> str:
        """Return the words that copying gives."""
        return self._passage.text(self._thread) if self._passage else ""

    def copy(self) -> None:
        """Put the chosen words on the clipboard."""
        words = self.selected_text()
        if words:
            to_clipboard(words)

    def select_all(self) -> None:
        """Choose every message shown."""
        self._choose(everything(self._thread))

    @Slot()
    def _show_earlier(self) -> None:
        if not self._thread.has_earlier:
            self.earlier_wanted.emit()
            return
        self.keep_place()
        self._thread.fetch_earlier()
        self.restore_place()

    @override
    def fit(self, width: int) -> None:
        """Measure the bubbles for another width."""
        self._painter.resize(width)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Measure again in another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._painter.forget()
            self.measure_again()

    def forget(self) -> None:
        """Keep nothing of rows that were shown before: some of it may be erased."""
        self._painter.forget()
        self._painter.show_others()
        self.measure_again()

    @Slot()
    def _on_rows_removed(self) -> None:
        self._painter.tidy()

    @Slot()
    def _on_reset(self) -> None:
        self._painter.show_others()
        self._choose(None)

    # --- the pointer

    def _placed_at(self, point: QPoint) -> Placed | None:
        index = self.indexAt(point)
        if not index.isValid():
            return None
        return self._painter.place(index.row(), self.visualRect(index).top())

    def _spot_at(self, point: QPoint) -> Spot | None:
        """Return the place in the words under the pointer, or the nearest one."""
        index = self.indexAt(QPoint(self.viewport().width() // 2, point.y()))
        if not index.isValid():
            last = self._thread.rowCount() - 1
            return Spot(last, 1 << 20) if last >= 0 and point.y() > 0 else None
        placed = self._painter.place(index.row(), self.visualRect(index).top())
        if placed is None:
            return Spot(index.row(), 0)
        return Spot(index.row(), placed.bubble.place_at(placed.box, QPointF(point)))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Start a selection, or press a link."""
        point = event.position().toPoint()
        placed = self._placed_at(point)
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pressed_on_link = _link(placed, point)
        if placed is not None and self._painter.undo_box(placed).contains(point):
            self.undo_asked.emit(placed.row.key)
            return
        if self.files.press(placed, point):
            self._choose(None)
            return
        spot = self._spot_at(point)
        self._choose(Passage(spot, spot) if spot else None)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lengthen the selection, or show that something can be pressed."""
        point = event.position().toPoint()
        if event.buttons() & Qt.MouseButton.LeftButton and self._passage is not None:
            spot = self._spot_at(point)
            if spot is not None:
                self._choose(Passage(self._passage.anchor, spot))
            return
        self._show_cursor(point)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the link that was pressed and not dragged from."""
        point = event.position().toPoint()
        placed = self._placed_at(point)
        link = _link(placed, point)
        self.files.release(placed, point)
        if link and link == self._pressed_on_link and not self.selected_text():
            self.link_opened.emit(link)
        self._pressed_on_link = ""

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose a whole message."""
        index = self.indexAt(event.position().toPoint())
        row = self._thread.at(index.row()) if index.isValid() else None
        if isinstance(row, MessageRow):
            self._choose(Passage(Spot(index.row(), 0), Spot(index.row(), 1 << 20)))

    def _show_cursor(self, point: QPoint) -> None:
        placed = self._placed_at(point)
        shape = Qt.CursorShape.ArrowCursor
        link, file = _link(placed, point), self.files.meaning(placed, point)
        if placed is not None:
            if link or file or self._painter.undo_box(placed).contains(point):
                shape = Qt.CursorShape.PointingHandCursor
            elif placed.bubble.place_at(placed.box, QPointF(point), nearest=False) >= 0:
                shape = Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        self.viewport().setToolTip(link or file or _delivery_at(placed, point))

    def _choose(self, passage: Passage | None) -> None:
        self._passage = passage
        ranges = passage.ranges(self._thread) if passage else ()
        self._painter.selection = {row.key: (start, end) for row, start, end in ranges}
        self.viewport().update()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy what is chosen, the message, or the link; to save its files."""
        by_keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        placed = self._placed_current() if by_keyboard else self._placed_at(event.pos())
        message = placed.row.text if placed else ""
        entries = copying(self.selected_text(), message, _link(placed, event.pos()))
        file = None if by_keyboard else file_at(placed, event.pos())
        files = self.files.entries(placed.row, file) if placed else ()
        open_menu(self, (*entries, *files), event.globalPos())

    # --- the keyboard

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, choose all, take a held message back; the rest is a list's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activate_current()
        else:
            super().keyPressEvent(event)

    def _placed_current(self) -> Placed | None:
        index = self.currentIndex()
        if not index.isValid():
            return None
        return self._painter.place(index.row(), self.visualRect(index).top())

    def _activate_current(self) -> None:
        placed = self._placed_current()
        if placed is None:
            return
        if not self._painter.undo_box(placed).isNull():
            self.undo_asked.emit(placed.row.key)
        elif placed.row.attachments:
            self.files.take(placed.row, placed.row.attachments[0])
        elif placed.bubble.links:
            self.link_opened.emit(placed.bubble.links[0].address)


def _delivery_at(placed: Placed | None, point: QPoint) -> str:
    """Return how far a message has come, in full, for who points at its foot."""
    if placed is None or not placed.row.mine:
        return ""
    foot = placed.bubble.foot_box(placed.box)
    return states.delivery_in_full(placed.row.delivery) if foot.contains(point) else ""


def _link(placed: Placed | None, point: QPoint) -> str:
    return placed.bubble.link_at(placed.box, QPointF(point)) if placed else ""
