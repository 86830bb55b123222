"""The desk as it is, told what to do on its standard input, saying when things are painted.

    python -m tests.bench.programs.desk FOLDER [TOKEN]

Only the keyring is another one: the token is known already. Lines it understands:
`open N` (the first N conversations one after the other), `watch`, `stall SECONDS`.
"""

import asyncio
import sys
import time
from pathlib import Path
from typing import Any

from typing_extensions import override

from pupitre.app import cli, program, screen, secrets

WARM = 0.3


class Known(secrets.MemorySecrets):
    """A keyring that answers at once."""

    lasting = True

    @override
    async def token(self, account: Any) -> str:
        return sys.argv[2] if len(sys.argv) > 2 else "a-token"


def probed(desk: Any) -> None:
    """Have the desk say when its list is painted, and listen to this program's input."""
    from pupitre.ui.views.conversations import ConversationList

    original = ConversationList.paintEvent
    told: list[bool] = []

    def paint(self: Any, event: Any) -> None:
        original(self, event)
        if not told and self.model().rowCount() > 1:
            told.append(True)
            say_soon("painted")

    ConversationList.paintEvent = paint  # type: ignore[method-assign]
    live = desk.Desk.live

    async def live_and_listen(self: Any, *words: Any) -> None:
        from tests.bench.programs.desk_orders import obey

        listening = asyncio.get_running_loop().create_task(obey(self))
        await live(self, *words)
        listening.cancel()

    desk.Desk.live = live_and_listen


def say_soon(word: str) -> None:
    """Tell the time at the loop's next turn: what was painted is on its way to the screen."""
    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, lambda: print(word, time.monotonic(), flush=True))


def main() -> None:
    """Live a desk's life."""
    secrets.SystemSecrets = Known  # type: ignore[misc,assignment]
    options = cli.parser().parse_args(["--data", str(Path(sys.argv[1])), "--language", "fr"])
    screen_application = screen.application

    def application(preferences: Any) -> Any:
        made = screen_application(preferences)
        from pupitre.app import desk

        probed(desk)
        return made

    screen.application = application
    program.run(options)


if __name__ == "__main__":
    main()
