"""The desk's log: a small file that turns over, with ids and never what people wrote."""

import logging
import os
from logging.handlers import RotatingFileHandler
from pathlib import Path

log = logging.getLogger(__name__)

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
SIZE = 1_000_000
KEPT = 3
CHATTY = (
    *("desktop_notifier", "websockets", "asyncio", "qasync", "keyring", "dbus_fast", "uvicorn"),
    *("alembic", "sqlalchemy", "tuf", "securesystemslib", "urllib3"),
)
"""Libraries whose small talk may hold frames, titles or texts."""


def start(folder: Path, *, level: int = logging.INFO) -> Path | None:
    """Log to a file of `folder` from now on; return it, or None where it cannot be written."""
    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    root = logging.getLogger()
    root.setLevel(level)
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
    return path
