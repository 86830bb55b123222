"""The list of colleagues and groups in the transfer dialog."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from pupitre.ui import icons, theme
from pupitre.ui.dialogs.targets import Target
from pupitre.ui.fold import holds

Index = QModelIndex | QPersistentModelIndex
TargetRole = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


class TargetList(QAbstractListModel):
    """The targets whose name holds what was typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Target, ...] = ()
        self._shown: list[Target] = []
        self._wanted = ""

    def show_targets(self, all_: tuple[Target, ...]) -> None:
        """Replace them all: somebody came, left or filled up."""
        self._all = all_
        self._filter()

    def want(self, words: str) -> None:
        """Show those whose name holds these words."""
        self._wanted = words
        self._filter()

    def _filter(self) -> None:
        self.beginResetModel()
        self._shown = [it for it in self._all if holds(it.name, self._wanted)]
        self.endResetModel()

    def row_of(self, target: Target) -> int:
        """Return where the same colleague or group stands now; -1: nowhere."""
        same = (target.expert, target.group)
        keys = [(it.expert, it.group) for it in self._shown]
        return keys.index(same) if same in keys else -1

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        target = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return target.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{target.name}, {target.detail}"
            case Qt.ItemDataRole.UserRole:
                return target
            case _:
                return None


class TargetPainter(QStyledItemDelegate):
    """Paints a name, with how it stands at the right."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, QFontMetrics(theme.font(14)).height() + theme.px(14))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        target = index.data(TargetRole)
        if not isinstance(target, Target):
            return
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state
        _ground(painter, box, state)
        inside = box.adjusted(theme.px(12), 0, -theme.px(12), 0)
        self._icon(painter, inside, target)
        self._words(painter, inside.adjusted(theme.px(26), 0, 0, 0), target)
        painter.restore()

    def _icon(self, painter: QPainter, box: QRectF, target: Target) -> None:
        side = theme.px(16)
        name = "user" if target.expert else "users"
        picture = icons.pixmap(name, "good" if target.ready else "muted", 16)
        painter.drawPixmap(round(box.left()), round(box.center().y() - side / 2), picture)

    def _words(self, painter: QPainter, box: QRectF, target: Target) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour("muted"))
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, target.detail)
        taken = painter.fontMetrics().horizontalAdvance(target.detail) + theme.px(12)
        painter.setFont(theme.font(14, bold=target.ready))
        painter.setPen(theme.colour("text" if target.ready else "muted"))
        room = box.adjusted(0, 0, -taken, 0)
        name = painter.fontMetrics().elidedText(
            target.name, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, name)


def _ground(painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    if not chosen and not state & QStyle.StateFlag.State_MouseOver:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("soft" if chosen else "raised"))
    painter.drawRoundedRect(box, theme.px(6), theme.px(6))
