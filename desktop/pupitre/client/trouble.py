"""What keeps the desk's file from being kept, as people understand it."""

import errno
import sqlite3
from enum import StrEnum

_PRIMARY = 0xFF
_FULL = (sqlite3.SQLITE_FULL,)
_PASSING = (
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_AUTH,
)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class Trouble(StrEnum):
    """Why what is written here may be lost."""

    FULL = "full"
    """No space is left."""
    UNWRITABLE = "unwritable"
    """The folder or the file cannot be written, or somebody else holds it."""
    DAMAGED = "damaged"
    """The file could not be read: it was put aside, and another was begun."""


def of(error: Exception) -> Trouble | None:
    """Return what an error of the file means; None: it is a bug of ours, and no trouble."""
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
        if code in _FULL:
            return Trouble.FULL
        if code in _PASSING:
            return Trouble.UNWRITABLE
        return Trouble.DAMAGED if code in _DAMAGED else None
    if isinstance(error, OSError):
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        return Trouble.FULL if full else Trouble.UNWRITABLE
    return None
