"""The desk's loop: asyncio on Qt's main thread, with timers that are never early."""

import asyncio
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context
from typing import Any

from PySide6.QtCore import QSocketNotifier, Qt, QTimerEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from pupitre.app.garbage import Sweeper
from pupitre.app.turns import Turns, is_running

import qasync  # isort: skip  # it binds to the first Qt it finds imported


class ExactTimers(qasync._SimpleTimer):  # noqa: SLF001 - no public way in
    """Qt timers that never fire early.

    WORKAROUND https://github.com/gmarull/asyncqt/issues/22: the coarse timers
    that qasync starts may fire 5 % before their time.
    """

    @override
    def startTimer(self, milliseconds: int) -> int:
        """Round up, and ask Qt for its precise kind."""
        late = milliseconds + (milliseconds > 0)
        return int(super().startTimer(late, Qt.TimerType.PreciseTimer))

    @override
    def timerEvent(self, event: QTimerEvent) -> None:
        """Wait for the loop to run."""
        if self._stopped or is_running():
            super().timerEvent(event)  # type: ignore[no-untyped-call] # qasync's


class DeskLoop(qasync.QEventLoop):  # type: ignore[misc] # qasync picks its parent at import
    """Qt's event loop, fit for asyncio. The only code that knows qasync's insides."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._timer = ExactTimers()  # type: ignore[no-untyped-call] # qasync's
        self._sweeper = Sweeper()
        self._turns = Turns(self._ready)
        # One thread for one call: qasync's own starts ten for the first.
        self.set_default_executor(ThreadPoolExecutor(thread_name_prefix="call"))

    @override
    def run_forever(self) -> int:
        """Run until stopped; close unfinished async generators, and collect on this thread."""
        before = sys.get_asyncgen_hooks()
        sys.set_asyncgen_hooks(self._asyncgen_firstiter_hook, self._asyncgen_finalizer_hook)
        self._sweeper.start()
        try:
            return int(super().run_forever())
        finally:
            self._sweeper.stop()
            sys.set_asyncgen_hooks(*before)

    @override
    def call_soon(
        self, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> asyncio.Handle:
        """Call as soon as it is its turn, in the order asked: as asyncio does, without a timer."""
        handle = asyncio.BaseEventLoop.call_soon(self, callback, *args, context=context)
        self._turns.ask()
        return handle

    def _QEventLoop__on_notifier_ready(  # noqa: N802 - qasync's own, which waits for a timer
        self,
        notifiers: dict[int, QSocketNotifier],
        notifier: QSocketNotifier,
        fd: int,
        callback: Callable[..., object],
        args: tuple[Any, ...],
    ) -> None:
        """Read or write a socket in the turn in which Qt found it ready, if the loop runs."""
        if not is_running():
            super()._QEventLoop__on_notifier_ready(notifiers, notifier, fd, callback, args)
        elif notifiers.get(fd) is notifier:
            asyncio.BaseEventLoop.call_soon(self, callback, *args)
            self._turns.take()
