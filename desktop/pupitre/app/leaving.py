"""How the desk is left: for the day or for good, and never with visitors left behind (R9)."""

import asyncio
import logging
from collections.abc import Callable
from enum import StrEnum

from PySide6.QtGui import QSessionManager

from pupitre.app import words
from pupitre.app.tasks import spawn
from pupitre.app.workplace import Workplace
from pupitre.backends.port import Unreachable
from pupitre.client.changes import CommandRefused
from pupitre.client.verdict import Verdict
from pupitre.domain.commands import SignOut
from pupitre.ui.window import DeskWindow

log = logging.getLogger(__name__)

FAREWELL = 4.0
"""How many seconds the server may take to say goodbye; nothing depends on it."""


class After(StrEnum):
    """What follows once the desk is settled."""

    SIGN_OUT = "sign out"
    QUIT = "quit"


class Leaving:
    """Asks for the end-of-shift list where it is needed, then signs out or quits."""

    def __init__(
        self,
        window: DeskWindow,
        place: Callable[[], Workplace | None],
        quit_now: Callable[[], None],
        sign_out: Callable[[Workplace], None],
    ) -> None:
        self._window = window
        self._place = place
        self._quit_now = quit_now
        self._sign_out = sign_out
        self._after = After.SIGN_OUT
        self._task: asyncio.Task[None] | None = None

    def ask_to_quit(self) -> None:
        """Quit, after the list when visitors are still on the desk."""
        place = self._place()
        if place is None:
            self._quit_now()
        elif place.has_open:
            self._after = After.QUIT
            self._show_list()
        else:
            self._after = After.QUIT
            self.on_settled()

    def ask_to_sign_out(self) -> None:
        """Sign out, after the list when anything is still to be settled."""
        self._after = After.SIGN_OUT
        self._show_list()

    def on_session_end(self, manager: QSessionManager) -> None:
        """Ask the system to wait when it ends its session with visitors on the desk."""
        place = self._place()
        if place is not None and place.has_open:
            if manager.allowsInteraction():
                manager.cancel()
                manager.release()
            self.ask_to_quit()

    def on_stayed(self) -> None:
        """Forget why it was asked: the expert stays."""
        self._after = After.SIGN_OUT

    def on_settled(self) -> None:
        """Do what was asked for, now that everything has its fate."""
        place = self._place()
        if place is None or (self._task is not None and not self._task.done()):
            return
        self._task = spawn(self._leave(place, self._after), name=f"leave: {self._after}")

    def _show_list(self) -> None:
        self._window.come_to_front()
        if self._window.dialogs is not None:
            self._window.dialogs.end_of_shift()

    async def _leave(self, place: Workplace, after: After) -> None:
        self._window.say(words.leaving())
        place.over = True
        if await _goodbye(place, after) is not None:
            place.over = False
            self._window.say(words.still_open())
        elif after is After.QUIT:
            self._quit_now()
        else:
            self._sign_out(place)


async def _goodbye(place: Workplace, after: After) -> CommandRefused | None:
    """Tell the server; return its refusal. No answer is no reason to stay: it will notice."""
    session = place.session
    try:
        async with asyncio.timeout(FAREWELL):
            if after is After.SIGN_OUT:
                return await session.sign_out()
            if session.connection.stale:
                return None
            return await Verdict(session.changes, session.submit(None, SignOut())).wait()
    except (TimeoutError, Unreachable) as error:
        log.info("left without a goodbye: %s", type(error).__name__)
        return None
