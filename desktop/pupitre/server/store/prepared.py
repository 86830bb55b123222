"""Statements that every message needs: compiled once, their rows handed to the driver as they are.

SQLAlchemy writes them, for whichever database it is; only its work on each row is left out.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Dialect, Insert, Update

from pupitre.server.store.schema import milliseconds


class Prepared:
    """An INSERT or UPDATE, run for many rows; each row has a value for every parameter."""

    def __init__(self, statement: Insert | Update, *names: str) -> None:
        self._statement = statement
        self._names = names
        self._compiled: dict[str, tuple[str, Sequence[str] | None]] = {}

    def run(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run it for all rows, if there are any; they have instants as datetimes."""
        if not rows:
            return
        text, order = self._for(connection.dialect)
        values: Any
        if order is None:
            values = [{name: _plain(row[name]) for name in self._names} for row in rows]
        else:
            values = [tuple([_plain(row[name]) for name in order]) for row in rows]
        connection.exec_driver_sql(text, values)

    def _for(self, dialect: Dialect) -> tuple[str, Sequence[str] | None]:
        """Return the statement's text, and the order of its parameters where that counts."""
        known = self._compiled.get(dialect.name)
        if known is None:
            compiled: Any = self._statement.compile(dialect=dialect, column_keys=list(self._names))
            known = self._compiled[dialect.name] = (str(compiled), compiled.positiontup)
        return known


def _plain(value: Any) -> Any:
    return milliseconds(value) if type(value) is datetime else value
