"""The desk's log: a small file that turns over, with ids and never what people wrote."""

import logging
import os
from pathlib import Path

from typing_extensions import override

log = logging.getLogger(__name__)

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
SIZE = 1_000_000
KEPT = 3
CHATTY = (
    *("desktop_notifier", "websockets", "asyncio", "qasync", "keyring", "dbus_fast", "uvicorn"),
    *("alembic", "sqlalchemy", "tuf", "securesystemslib", "urllib3"),
)
"""Libraries whose small talk may hold frames, titles or texts."""


class _Kept(logging.Handler):
    """Holds what is said before there is a file."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    @override
    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


def keep() -> None:
    """Keep what is said from now on for the file that `start` opens."""
    logging.getLogger().addHandler(_Kept())


def start(folder: Path, *, level: int = logging.INFO) -> Path | None:
    """Log to a file of `folder` from now on; return it, or None where it cannot be written."""
    from logging.handlers import RotatingFileHandler  # the first window needs no sockets

    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    root = logging.getLogger()
    root.setLevel(level)
    before = [handler for handler in root.handlers if isinstance(handler, _Kept)]
    for kept in before:
        root.removeHandler(kept)
    path = folder / "desk.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=SIZE, backupCount=KEPT, encoding="utf-8")
    except OSError as error:
        root.warning("no log can be written: %s", error.strerror)
        return None
    handler.setFormatter(logging.Formatter(FORMAT))
    root.addHandler(handler)
    log.info("this run begins, as process %d", os.getpid())
    for record in [record for kept in before for record in kept.records]:
        root.handle(record)
    return path
