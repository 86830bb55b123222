"""A desk without a window that says what it tells its expert, for whoever puts it to sleep.

    python -m tests.proofs.sleeper SERVER TOKEN FILE

It prints `alert KIND CONVERSATION` and `link STATE`. On SIGUSR1 its clock jumps ahead, as that of
a computer that slept; it notices as the program does, and tries its link.
"""

import asyncio
import signal
import sys
from datetime import datetime, timedelta
from pathlib import Path

from typing_extensions import override

from pupitre.backends.clock import SystemClock
from pupitre.backends.native import NativeBackend
from pupitre.client.changes import Alert, Change, ConnectionChanged
from pupitre.client.session import Session

SLEPT = timedelta(hours=3)


class JumpingClock(SystemClock):
    """A computer's clock, which goes on while the computer sleeps."""

    slept = timedelta(0)

    @override
    def now(self) -> datetime:
        return super().now() + self.slept

    @override
    def monotonic(self) -> float:
        return super().monotonic() + self.slept.total_seconds()


class Teller:
    """Says what would be shown outside the window."""

    def __init__(self, session: Session) -> None:
        self._subscription = session.changes.subscribe(self._on_change)

    def _on_change(self, change: Change) -> None:
        match change:
            case Alert(kind=kind, conversation=conversation):
                print("alert", kind, conversation, flush=True)
            case ConnectionChanged(connection=connection):
                print("link", connection.state, flush=True)


async def live(server: str, token: str, path: Path) -> None:
    """Sit there until killed."""
    clock = JumpingClock()
    session = Session(NativeBackend(server), token, path=path, clock=clock)
    teller = Teller(session)

    def jump() -> None:
        clock.slept += SLEPT
        session.look_awake()

    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, jump)
    await session.run()
    del teller


if __name__ == "__main__":
    server, token, file = sys.argv[1:]
    asyncio.run(live(server, token, Path(file)))
