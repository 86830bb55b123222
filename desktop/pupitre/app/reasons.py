"""Why the system refuses a file or a link, in the language of the screen."""

import errno

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def of(error: BaseException | None) -> str:
    """Return a few words without a full stop; the system's own where we have none."""
    number = error.errno if isinstance(error, OSError) else None
    words = getattr(error, "strerror", None) or str(error) or type(error).__name__
    match number:
        case errno.EACCES | errno.EPERM:
            return translate("Reasons", "permission denied")
        case errno.EROFS:
            return translate("Reasons", "the disk is read-only")
        case errno.ENOSPC | errno.EDQUOT:
            return translate("Reasons", "the disk is full")
        case errno.ENOENT:
            return translate("Reasons", "there is no such place")
        case errno.ENOTDIR | errno.EEXIST:
            return translate("Reasons", "a file is in the way")
        case errno.ENETUNREACH | errno.EHOSTUNREACH:
            return translate("Reasons", "no network leads there")
        case _:
            return str(words)
