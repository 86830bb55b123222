"""Dropping files on a pane: it shows that they may be let go, and takes them."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pupitre.ui import icons, theme
from pupitre.ui.views import picking

translate = QCoreApplication.translate

_MARGIN = 10


class DropPlace(QObject):
    """Lets a widget take files wherever they are let go on it."""

    dropped = Signal(object)
    """A tuple of `Source`."""

    def __init__(self, place: QWidget) -> None:
        super().__init__(place)
        self._place = place
        self._veil = _Veil(place)
        self._allowed = False
        place.setAcceptDrops(True)
        place.installEventFilter(self)

    @property
    def is_shown(self) -> bool:
        """Whether it shows that files may be let go."""
        return not self._veil.isHidden()

    def allow(self, *, allowed: bool) -> None:
        """Take files from now on, or no more."""
        self._allowed = allowed
        if not allowed:
            self._veil.hide()

    def call(self, addressee: str) -> None:
        """Say to whom the files would go."""
        self._veil.words = translate("Composer", "Drop files to send to {name}").format(
            name=addressee
        )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show that files may be let go here, and take them."""
        match event.type():
            case QEvent.Type.DragEnter | QEvent.Type.DragMove:
                return self._on_drag(event)
            case QEvent.Type.DragLeave:
                self._veil.hide()
            case QEvent.Type.Drop:
                return self._on_drop(event)
            case QEvent.Type.Resize:
                self._veil.setGeometry(self._place.rect())
            case _:
                pass
        return False

    def show(self) -> None:
        """Show that files may be let go here."""
        self._veil.setGeometry(self._place.rect())
        self._veil.raise_()
        self._veil.show()

    def hide(self) -> None:
        """Show it no more."""
        self._veil.hide()

    def _on_drag(self, event: QEvent) -> bool:
        if not isinstance(event, QDragEnterEvent | QDragMoveEvent) or not self._wants(event):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.show()
        return True

    def _on_drop(self, event: QEvent) -> bool:
        self._veil.hide()
        if not isinstance(event, QDropEvent) or not self._wants(event):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        found = picking.sources(event.mimeData())
        if found:
            self.dropped.emit(found)
        return True

    def _wants(self, event: QDropEvent) -> bool:
        return self._allowed and picking.holds_files(event.mimeData())


class _Veil(QWidget):
    """Lies over the pane while files are above it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("drop")
        self.words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a pale ground with a dashed edge, a sign and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(theme.colour("soft"))
        ground.setAlphaF(0.94)
        painter.fillRect(self.rect(), ground)
        pen = QPen(theme.colour("accent"), theme.px(2), Qt.PenStyle.DashLine)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        edge = theme.px(_MARGIN)
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.drawRoundedRect(box, theme.px(12), theme.px(12))
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        side = 28
        middle = self.rect().center()
        top = middle.y() - theme.px(side)
        sign = icons.pixmap("paperclip", "accent", side)
        painter.drawPixmap(middle.x() - theme.px(side) // 2, top - theme.px(10), sign)
        painter.setFont(theme.font(15, bold=True))
        painter.setPen(theme.colour("accent"))
        line = self.rect().adjusted(theme.px(24), 0, -theme.px(24), 0)
        line.setTop(middle.y())
        shown = painter.fontMetrics().elidedText(
            self.words, Qt.TextElideMode.ElideRight, line.width()
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, shown)
