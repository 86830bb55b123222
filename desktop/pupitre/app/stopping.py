"""Ctrl-C and the system's request to end: heard once politely, the second time obeyed at once."""

import asyncio
import signal
from collections.abc import Callable

LOOK_EVERY = 0.5
"""How often, in seconds, Python gets a turn to hear signals where loops cannot (Windows)."""


class Stopping:
    """Tells `asked` the first time and `insisted` from then on."""

    def __init__(self, asked: Callable[[], None], insisted: Callable[[], None]) -> None:
        self._asked = asked
        self._insisted = insisted
        self._times = 0

    def listen(self, loop: asyncio.AbstractEventLoop) -> None:
        """Hear SIGINT and SIGTERM from now on."""
        for number in (signal.SIGINT, signal.SIGTERM):
            try:
                loop.add_signal_handler(number, self.hear)
            except NotImplementedError:
                signal.signal(number, lambda *_: loop.call_soon_threadsafe(self.hear))
                loop.call_later(LOOK_EVERY, _look_again, loop)

    def forget(self, loop: asyncio.AbstractEventLoop) -> None:
        """Hear them no more."""
        for number in (signal.SIGINT, signal.SIGTERM):
            try:
                loop.remove_signal_handler(number)
            except NotImplementedError:
                signal.signal(number, signal.SIG_DFL)

    def hear(self) -> None:
        """Count one more request to end."""
        self._times += 1
        if self._times == 1:
            self._asked()
        else:
            self._insisted()

    def begin_again(self) -> None:
        """Take the next request as the first: this one was declined."""
        self._times = 0


def _look_again(loop: asyncio.AbstractEventLoop) -> None:
    if not loop.is_closed():
        loop.call_later(LOOK_EVERY, _look_again, loop)
