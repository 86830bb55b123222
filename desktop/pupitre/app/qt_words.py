"""Qt's own messages go to the log, without those that say nothing."""

import atexit
import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

log = logging.getLogger("qt")

LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.DEBUG,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
SAY_NOTHING = (
    "This plugin does not support raise()",
    "This plugin does not support propagateSizeHints()",
    "Failed to register with host portal",
    "AtSpiAdaptor::applicationInterface does not implement",
)
"""Told by platforms that lack something nobody needs here."""


def listen() -> None:
    """Hear Qt from now on, as long as Python is there to hear: Qt's last words come after it."""
    qInstallMessageHandler(_on_message)
    atexit.register(qInstallMessageHandler, None)


def _on_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if not any(words in message for words in SAY_NOTHING):
        log.log(LEVELS.get(kind, logging.WARNING), "%s", message)
