"""A list model whose rows have keys: it moves, inserts and removes, and never starts over."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

ROW = int(Qt.ItemDataRole.UserRole)
"""The role that returns the row's frozen value."""

NOWHERE = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


class Keyed(Protocol):
    """A row: a value with a key that stays when the value changes."""

    @property
    def key(self) -> str:
        """The same for the same thing, before and after a change."""


R = TypeVar("R", bound=Keyed)


class KeyedModel(QAbstractListModel, Generic[R]):
    """Rows told one from another by their key."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[R] = []

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows there are; a row has none below it."""
        return 0 if parent.isValid() else len(self._rows)

    def at(self, position: int) -> R | None:
        """Return the row in that position."""
        return self._rows[position] if 0 <= position < len(self._rows) else None

    def position(self, key: str) -> int:
        """Return where the row with that key is; -1: nowhere."""
        return next((i for i, row in enumerate(self._rows) if row.key == key), -1)

    def keys(self) -> list[str]:
        """Return the keys in their order."""
        return [row.key for row in self._rows]

    def reconcile(self, target: Sequence[R]) -> None:
        """Become `target` by removing, moving, inserting and changing rows."""
        wanted = {row.key: place for place, row in enumerate(target)}
        self._remove_all_but(set(wanted))
        for place, row in enumerate(target):
            self._put(place, row, wanted)

    def _remove_all_but(self, kept: set[str]) -> None:
        last = len(self._rows) - 1
        while last >= 0:
            first = last
            while first >= 0 and self._rows[first].key not in kept:
                first -= 1
            if first < last:
                self.beginRemoveRows(NOWHERE, first + 1, last)
                del self._rows[first + 1 : last + 1]
                self.endRemoveRows()
            last = first - 1

    def _put(self, place: int, row: R, wanted: dict[str, int]) -> None:
        """Make `row` the one in `place`; every row before it is settled."""
        found = self._found_from(place, row.key)
        if found is None:
            self._insert(place, row)
            return
        if found == place + 1 and wanted[self._rows[place].key] > place + 1:
            self._move(place, min(wanted[self._rows[place].key], len(self._rows) - 1))
        elif found != place:
            self._move(found, place)
        self._change(place, row)

    def _found_from(self, place: int, key: str) -> int | None:
        rest = range(place, len(self._rows))
        return next((i for i in rest if self._rows[i].key == key), None)

    def _insert(self, place: int, row: R) -> None:
        self.beginInsertRows(NOWHERE, place, place)
        self._rows.insert(place, row)
        self.endInsertRows()

    def _move(self, source: int, place: int) -> None:
        below = place + 1 if place > source else place
        self.beginMoveRows(NOWHERE, source, source, NOWHERE, below)
        self._rows.insert(place, self._rows.pop(source))
        self.endMoveRows()

    def _change(self, place: int, row: R) -> None:
        if self._rows[place] == row:
            return
        self._rows[place] = row
        index = self.index(place)
        self.dataChanged.emit(index, index)
