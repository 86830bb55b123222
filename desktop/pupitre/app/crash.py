"""Errors nobody expected: logged once with their traceback, and said in one sentence."""

import asyncio
import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any

log = logging.getLogger(__name__)


class CrashReports:
    """Hears what dies anywhere in the desk and tells `said` that something went wrong."""

    def __init__(self, said: Callable[[], None]) -> None:
        self._said = said
        self._known: set[tuple[type[BaseException], str, int]] = set()

    def listen(self, loop: asyncio.AbstractEventLoop) -> None:
        """Hear the loop, plain callbacks and slots, and threads."""
        loop.set_exception_handler(self._on_loop)
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread

    def _on_loop(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if error is None:
            log.error("the loop complains: %s", context.get("message"))
        else:
            self._report(error)

    def _on_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self._report(told.exc_value)

    def _on_error(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt | SystemExit):
            return
        self._report(error)

    def _report(self, error: BaseException) -> None:
        where = _where(error)
        if where in self._known:
            return
        self._known.add(where)
        log.error("something went wrong", exc_info=error)
        self._said()


def _where(error: BaseException) -> tuple[type[BaseException], str, int]:
    """Tell a bug from another: a broken paint would say the same sixty times a second."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return type(error), "", 0
    return type(error), trace.tb_frame.f_code.co_filename, trace.tb_lineno
