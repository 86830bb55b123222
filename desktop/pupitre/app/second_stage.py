"""Loads the rest of the program, piece by piece, while the first window is used already."""

from importlib import import_module

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

PIECES = (
    *("ssl", "concurrent.futures.thread", "asyncio.base_events", "asyncio"),
    *("pupitre.domain.people", "pupitre.domain.events", "pupitre.domain.conversation"),
    *("pupitre.domain.mission", "pupitre.domain.commands", "pupitre.domain.pause"),
    *("pupitre.domain.evolution", "pupitre.wire.shapes", "pupitre.wire.events"),
    *("pupitre.wire.expert_frames", "pupitre.wire.translate", "pupitre.client.views"),
    *("pupitre.client.changes", "pupitre.client.outbox", "pupitre.client.questions"),
    *(
        "pupitre.backends.port",
        "pupitre.client.desk",
        "pupitre.client.hearing",
        "pupitre.client.session",
    ),
    *("pupitre.ui.views.conversations", "pupitre.ui.front", "pupitre.ui.views.visitor"),
    *("pupitre.ui.models.thread", "pupitre.ui.views.thread"),
    *("pupitre.ui.views.composer", "pupitre.ui.views.pane", "pupitre.ui.desk"),
    *("pupitre.app.loop", "pupitre.backends.native", "pupitre.app.workplace"),
    *("pupitre.app.desk", "pupitre.app.residence", "pupitre.app.instance", "pupitre.app.life"),
)
"""What a desk needs, from the bottom up; between two of them the window answers.

Only how long it does not answer depends on this list.
"""
EXPOSED = 300
"""Milliseconds after which a window that nobody can see is not waited for."""


def load(app: QApplication, window: QWidget) -> None:
    """Return when the rest can be imported at no cost."""
    _until_painted(app, window)
    for piece in PIECES:
        import_module(piece)
        app.processEvents()


def _until_painted(app: QApplication, window: QWidget) -> None:
    """Turn Qt's loop until the window is on the screen: Qt paints as it is told that it is."""
    patience = QTimer(singleShot=True)
    patience.start(EXPOSED)
    while patience.isActive() and not window.windowHandle().isExposed():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    app.processEvents()
