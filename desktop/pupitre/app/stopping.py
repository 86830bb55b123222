"""Ctrl-C is heard once politely, the second time obeyed; the system's SIGTERM is obeyed at once."""

import asyncio
import signal
from collections.abc import Callable

from pupitre.app import held

LOOK_EVERY = 0.5
"""How often, in seconds, Python gets a turn to hear signals where loops cannot (Windows)."""


class Stopping:
    """Tells `asked` at the first Ctrl-C, and `insisted` from then on and at any SIGTERM.

    Who sends SIGTERM does not wait: a computer that shuts down, a session that was ended without
    asking. Nobody may be there to settle a list, and a kill follows in seconds. So the desk saves
    and leaves; its lost link makes the expert unavailable (R7), and the visitors of a short
    restart are still theirs. Where the system does ask first, as session managers do, the
    end-of-shift list comes (`Leaving.on_session_end`).
    """

    def __init__(self, asked: Callable[[], object], insisted: Callable[[], object]) -> None:
        self._asked = asked
        self._insisted = insisted
        self._times = 0

    def listen(self, loop: asyncio.AbstractEventLoop) -> None:
        """Hear SIGINT and SIGTERM from now on, and a SIGTERM that was held before."""
        for number, hear in {signal.SIGINT: self.hear, signal.SIGTERM: self._insisted}.items():
            try:
                loop.add_signal_handler(number, hear)
            except NotImplementedError:
                signal.signal(number, lambda *_, hear=hear: loop.call_soon_threadsafe(hear))
                loop.call_later(LOOK_EVERY, _look_again, loop)
        if held.was_asked():
            loop.call_soon(self._insisted)

    def forget(self, loop: asyncio.AbstractEventLoop) -> None:
        """Hear them no more."""
        for number in (signal.SIGINT, signal.SIGTERM):
            try:
                loop.remove_signal_handler(number)
            except NotImplementedError:
                signal.signal(number, signal.SIG_DFL)

    def hear(self) -> None:
        """Count one more Ctrl-C."""
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
