"""Turns of the desk's loop: what is ready runs in a row, and then Qt has its own turn."""

import asyncio
import time
from collections import deque

from PySide6.QtCore import QObject, QTimerEvent
from typing_extensions import override

SPELL = 0.001
"""Seconds in a row, after which Qt paints and hears the keyboard and the network."""


class Turns(QObject):
    """Runs what is ready, for as long as nobody notices.

    qasync has Qt wait for a timer before each callback. Between the network and the screen
    there are four of them, and each cost as much as what it called.
    """

    def __init__(self, ready: deque[asyncio.Handle]) -> None:
        super().__init__()
        self._ready = ready
        self._timer = 0

    def ask(self) -> None:
        """Have a turn soon; also within one, for what is called may turn Qt's loop itself."""
        if not self._timer:
            self._timer = self.startTimer(0)

    @override
    def timerEvent(self, event: QTimerEvent) -> None:
        """Wait for the loop to run."""
        if not self._ready or is_running():
            self.take()

    def take(self) -> None:
        """Run what is ready, and what becomes ready meanwhile, for a spell."""
        until = time.monotonic() + SPELL
        self._rest()
        try:
            while self._ready:
                self._next()
                if time.monotonic() >= until:
                    break
        finally:
            if self._ready:
                self.ask()
            else:
                self._rest()

    def _next(self) -> None:
        handle = self._ready.popleft()
        if not handle.cancelled():
            handle._run()  # noqa: SLF001 - no public way in

    def _rest(self) -> None:
        if self._timer:
            self.killTimer(self._timer)
            self._timer = 0


def is_running() -> bool:
    """Whether a task may run: Qt alone is turned between two runs too (qasync and pytest-qt do)."""
    return asyncio._get_running_loop() is not None  # noqa: SLF001 - may be None
