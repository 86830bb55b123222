"""What an error of the file means to people."""

import errno
import sqlite3

import pytest

from pupitre.client import trouble
from pupitre.client.trouble import Trouble


def sqlite(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("…")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        (sqlite(sqlite3.SQLITE_FULL), Trouble.FULL),
        (sqlite(sqlite3.SQLITE_READONLY_DBMOVED), Trouble.UNWRITABLE),
        (sqlite(sqlite3.SQLITE_IOERR_WRITE), Trouble.UNWRITABLE),
        (sqlite(sqlite3.SQLITE_CORRUPT), Trouble.DAMAGED),
        (sqlite(sqlite3.SQLITE_NOTADB), Trouble.DAMAGED),
        (sqlite(sqlite3.SQLITE_ERROR), None),
        (OSError(errno.ENOSPC, "full"), Trouble.FULL),
        (PermissionError(errno.EACCES, "no"), Trouble.UNWRITABLE),
        (ValueError("ours"), None),
    ],
)
def test_an_error_has_a_meaning(error: Exception, meaning: Trouble | None) -> None:
    assert trouble.of(error) is meaning
