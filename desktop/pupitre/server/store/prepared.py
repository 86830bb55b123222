"""Statements that every message needs: compiled once, many rows handed to the driver in one go.

SQLAlchemy writes them, for whichever database it is; its work at each run is left out. Several rows
are one statement: after each one the driver has to wait until the server's loop lets it go on.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Connection, Dialect, Insert, Update, bindparam

from pupitre.server.store.schema import milliseconds

Row = Mapping[str, Any]
Parameters = Mapping[str, BindParameter[Any]]
SIZES = (64, 32, 16, 8, 4, 2, 1)
"""How many rows a statement may have: as many as there are, in few statements."""


class _Compiled(NamedTuple):
    text: str
    names: tuple[str, ...]
    """Of the parameters, row after row."""
    order: tuple[int, ...] | None
    """In which order the driver wants them; None: by their names."""


class Prepared:
    """An INSERT or UPDATE of many rows; each has a value for every name."""

    def __init__(
        self, write: Callable[[Sequence[Parameters]], Insert | Update], *names: str
    ) -> None:
        self._write = write
        self._names = names
        self._compiled: dict[tuple[str, int], _Compiled] = {}

    def run(self, connection: Connection, rows: Sequence[Row]) -> None:
        """Run it for all rows, if there are any; they have instants as datetimes."""
        if not rows:
            return
        cursor = connection.connection.cursor()
        for some in _parts(rows):
            compiled = self._for(connection.dialect, len(some))
            given = [row[name] for row in some for name in self._names]
            values = [milliseconds(it) if type(it) is datetime else it for it in given]
            cursor.execute(compiled.text, _arranged(compiled, values))
        cursor.close()

    def _for(self, dialect: Dialect, count: int) -> _Compiled:
        """Return the statement for so many rows."""
        known = self._compiled.get((dialect.name, count))
        if known is None:
            known = self._compiled[dialect.name, count] = self._compile(dialect, count)
        return known

    def _compile(self, dialect: Dialect, count: int) -> _Compiled:
        rows: list[Parameters]
        rows = [{name: bindparam(f"{name}_{it}") for name in self._names} for it in range(count)]
        compiled: Any = self._write(rows).compile(dialect=dialect)
        names = tuple(parameter.key for row in rows for parameter in row.values())
        order = compiled.positiontup
        return _Compiled(str(compiled), names, order and tuple(map(names.index, order)))


def _parts(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    start = 0
    for size in SIZES:
        while len(rows) - start >= size:
            yield rows[start : start + size]
            start += size


def _arranged(compiled: _Compiled, values: Sequence[Any]) -> Any:
    if compiled.order is None:
        return dict(zip(compiled.names, values, strict=True))
    return tuple([values[it] for it in compiled.order])
