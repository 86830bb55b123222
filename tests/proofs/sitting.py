"""The real window over a real session on Qt's loop, and what somebody at it would notice."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from pupitre.client.session import Session
from pupitre.domain.ids import ConversationId
from pupitre.ui.pane_link import PaneLink
from pupitre.ui.preferences import Preferences
from pupitre.ui.window import DeskWindow
from tests.support.loop import desk_loop

BEAT = 4
"""Milliseconds between two looks at the clock."""


def on_qt(main: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run a coroutine on the desk's loop."""
    with asyncio.Runner(loop_factory=desk_loop) as runner:
        runner.run(main())


class Sitting:
    """Somebody before the window."""

    def __init__(self, session: Session) -> None:
        self.window = DeskWindow(Preferences())
        self.window.resize(1280, 800)
        self.window.open_desk(session)
        self.window.show()

    @property
    def pane(self) -> PaneLink:
        """Where the expert is."""
        assert self.window.desk
        return self.window.desk.current

    def opens(self, id_: ConversationId) -> None:
        """Open a conversation from the list."""
        assert self.window.desk
        self.window.desk.page.list.chosen.emit(id_)

    def types(self, text: str) -> None:
        """Press the keys of a text."""
        QTest.keyClicks(self.pane.pane.composer.field, text)

    def sends(self) -> None:
        """Press Enter."""
        QTest.keyClick(self.pane.pane.composer.field, Qt.Key.Key_Return)

    def scrolls(self, part: float) -> None:
        """Move the thread to a part of its length."""
        bar = self.pane.pane.place.view.verticalScrollBar()
        bar.setValue(round(bar.maximum() * part))

    def link_says(self) -> str:
        """Return what the status line says of the link."""
        label = self.window.findChild(QLabel, "link")
        return label.text() if label else ""

    def place(self) -> tuple[str, int]:
        """Return which row is at the top of the thread, and where it begins."""
        view = self.pane.pane.place.view
        index = view.indexAt(QPoint(view.viewport().width() // 2, 2))
        return str(index.data()), view.visualRect(index).y()

    def writing(self) -> tuple[bool, str, int, int]:
        """Return whether the field has the focus, what is written, and where the cursor is."""
        field = self.pane.pane.composer.field
        cursor = field.textCursor()
        return field.hasFocus(), field.toPlainText(), cursor.position(), cursor.anchor()

    def leave(self) -> None:
        """Close the window."""
        self.window.leave_desk()
        self.window.hide()
        self.window.deleteLater()


class Beats(QObject):
    """Looks at the clock as often as Qt's loop lets it: a gap is a stutter."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self.work: list[float] = []
        """Of this thread alone: what other programs do to the machine is not in it."""
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.gaps.append((now - self._last) * 1000 - BEAT)
        self.work.append((worked - self._worked) * 1000)
        self._last, self._worked = now, worked

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()


def p99(values: list[float]) -> float:
    """Return what 99 of a hundred do not exceed."""
    return sorted(values)[min(len(values) - 1, int(0.99 * len(values)))]
