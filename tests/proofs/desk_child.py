"""A desk without a window that writes as fast as it may, and says what it keeps until it is killed.

    python -m tests.proofs.desk_child SERVER TOKEN FILE LIFE

Each line on its output is `kept ID` (on this computer's disk) or `done ID` (the server said so).
"""

import asyncio
import sys
from itertools import repeat
from pathlib import Path

from pupitre.backends.native import NativeBackend
from pupitre.client.changes import Change, CommandDone
from pupitre.client.session import Session

BREATH = 0.003


class Teller:
    """Says what the session hears that the server has stored."""

    def __init__(self, session: Session) -> None:
        self._subscription = session.changes.subscribe(self._on_change)

    def _on_change(self, change: Change) -> None:
        if isinstance(change, CommandDone):
            print("done", change.id, flush=True)


async def live(server: str, token: str, path: Path, life: str) -> None:
    """Write in every conversation there is, one message after another."""
    session = Session(NativeBackend(server), token, path=path, delays=lambda: repeat(0.02))
    teller = Teller(session)
    await session.load()
    running = asyncio.get_running_loop().create_task(session.run())
    number = 0
    while not running.done():
        for card in session.cards():
            number += 1
            id_ = session.post(card.id, f"{life}-{number:06}")
            await session._disk.read(lambda _: None)
            print("kept", id_, flush=True)
        await asyncio.sleep(BREATH)
    del teller


if __name__ == "__main__":
    server, token, file, life = sys.argv[1:]
    asyncio.run(live(server, token, Path(file), life))
