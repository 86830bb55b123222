"""The conversation list: chosen with a click, Enter or assistive technology, never by surprise."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget
from typing_extensions import override

from pupitre.domain.ids import ConversationId
from pupitre.ui import theme
from pupitre.ui.models.conversations import ROW, ConversationModel
from pupitre.ui.models.entries import CardEntry, GroupEntry, SectionEntry
from pupitre.ui.views.card_paint import times
from pupitre.ui.views.conversation_delegate import ConversationDelegate

translate = QCoreApplication.translate

TYPING_HOLDS = 2_000
"""For how many milliseconds after a key the order is kept."""
_TICK = 1_000
_STAYING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MouseFocusReason,
)
"""Why the list may have the keyboard again, or a place under the pointer."""


class ConversationList(QListView):
    """Cards and titles; the order stays while the pointer is over it or somebody types."""

    chosen = Signal(str)
    """The id of the conversation to show."""

    def __init__(
        self, model: ConversationModel, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._list = model
        self._pointed = False
        self._showing = False
        self._typing = QTimer(self, singleShot=True, interval=TYPING_HOLDS)
        self._typing.timeout.connect(self._hold)
        self._clock = QTimer(self, interval=_TICK)
        self._clock.timeout.connect(self._on_second)
        self._now, self._times = now, dict[str, tuple[str, str]]()
        self._dress()
        self.setModel(model)
        self.setItemDelegate(ConversationDelegate(model, now, self))
        self.clicked.connect(self._press)
        self.selectionModel().selectionChanged.connect(self._on_selected)

    def _dress(self) -> None:
        # Asked for a widget that Qt made itself, PySide would load every class of widget there
        # is: 17 ms and more than a MiB, before the first window.
        self.setViewport(QWidget())
        self.setObjectName("conversations")
        self.setAccessibleName(translate("List", "Conversations"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setViewportMargins(0, theme.px(5), 0, 0)
        self.verticalScrollBar().setSingleStep(theme.px(30))

    @Slot()
    def _on_second(self) -> None:
        """Paint the cards in sight that say another time, and no other."""
        before, self._times = self._times, {}
        index, low = self.indexAt(QPoint(1, 1)), self.viewport().height()
        while index.isValid() and self.visualRect(index).top() < low:
            row = self._list.at(index.row())
            if isinstance(row, CardEntry):
                said = self._times[row.key] = times(row.card, self._now())
                if said != before.get(row.key):
                    self.update(index)
            index = index.siblingAtRow(index.row() + 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground too: Qt need not paint that of every widget it stands on."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), theme.colour("surface"))
        super().paintEvent(event)

    def show_chosen(self, conversation: ConversationId | None) -> None:
        """Mark the conversation that is shown beside the list."""
        place = self._list.position(conversation) if conversation else -1
        index = self._list.index(place) if place >= 0 else QModelIndex()
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._showing = True
        self.selectionModel().select(index, how)
        self._showing = False
        if index.isValid():
            self.scrollTo(index)

    def somebody_types(self) -> None:
        """Keep the order for a moment."""
        self._typing.start()
        self._hold()

    @Slot()
    def _hold(self) -> None:
        self._list.hold(held=self._pointed or self._typing.isActive())

    @Slot(QItemSelection, QItemSelection)
    def _on_selected(self, came: QItemSelection, _left: QItemSelection) -> None:
        for index in came.indexes():
            row = index.data(ROW)
            if isinstance(row, CardEntry) and not self._showing:
                self.chosen.emit(row.card.id)

    @Slot(QModelIndex)
    def _press(self, index: QModelIndex | QPersistentModelIndex) -> None:
        row = index.data(ROW)
        match row:
            case CardEntry(card=card):
                self.chosen.emit(card.id)
            case SectionEntry(section=section):
                self._list.fold(section)
            case GroupEntry() | None:
                pass

    @override
    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Move the keyboard's place without opening what it passes over."""
        return QItemSelectionModel.SelectionFlag.NoUpdate

    @override
    def dataChanged(
        self,
        topLeft: QModelIndex | QPersistentModelIndex,
        bottomRight: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Paint what changed; no row changes its height, and a `QListView` would lay out all."""
        QAbstractItemView.dataChanged(self, topLeft, bottomRight, list(roles))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the conversation that is shown, else at the first card, and never at a title."""
        stays = event.reason() in _STAYING and self.currentIndex().isValid()
        super().focusInEvent(event)
        if not stays:
            chosen = self.selectionModel().selectedIndexes()
            self.setCurrentIndex(chosen[0] if chosen else self._list.first_card())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter or the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._press(self.currentIndex())
            return
        super().keyPressEvent(event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        """Keep the order under the pointer."""
        self._pointed = True
        self._hold()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        """Sort again once the pointer is elsewhere."""
        self._pointed = False
        self._hold()
        super().leaveEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Let the clocks run while they can be seen."""
        super().showEvent(event)
        self._clock.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the clocks that nobody sees."""
        super().hideEvent(event)
        self._clock.stop()
