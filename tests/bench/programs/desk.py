"""The desk as it is, told what to do on its standard input, saying when things are painted.

    python -m tests.bench.programs.desk FOLDER [TOKEN]

It says `painted` when its list is on the screen, with rows that can be chosen from then on, and
`whole` when the desk behind it is there: a chosen conversation opens with its composer.
Only the keyring is another one: the token is known already. Lines it understands:
`open N` (the first N conversations one after the other), `watch`, `stall SECONDS`.
"""

import gc
import sys
import time
from functools import partial
from typing import Any

from typing_extensions import override

TOKEN = sys.argv[2] if len(sys.argv) > 2 else "a-token"


def painted_is_told() -> None:
    """Have the list say when it is painted."""
    from pupitre.ui.views.conversations import ConversationList

    original = ConversationList.paintEvent
    told: list[bool] = []

    def paint(self: Any, event: Any) -> None:
        original(self, event)
        if not told and self.model().rowCount() > 1:
            told.append(True)
            say_soon("painted")

    ConversationList.paintEvent = paint  # type: ignore[method-assign]


def say_soon(word: str) -> None:
    """Tell the time, and the work so far, at the loop's next turn.

    What was painted is on its way to the screen then.
    """
    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, lambda: print(word, time.monotonic(), time.process_time(), flush=True))


def orders_are_heard() -> None:
    """Have the desk listen to this program's input, with a keyring that answers at once."""
    import asyncio

    from pupitre.app import desk, life, means, secrets
    from pupitre.ui.window import DeskWindow
    from tests.bench.programs.desk_orders import obey

    class Known(secrets.MemorySecrets):
        lasting = True

        @override
        async def token(self, account: Any) -> str:
            return TOKEN

    usual, live, open_desk = means.Means, desk.Desk.live, DeskWindow.open_desk

    async def live_and_listen(self: Any, *words: Any) -> None:
        listening = asyncio.get_running_loop().create_task(obey(self))
        await live(self, *words)
        listening.cancel()

    def open_and_say(self: Any, session: Any) -> None:
        open_desk(self, session)
        say_soon("whole")

    setattr(life, "Means", partial(usual, secrets=Known))  # noqa: B010 - mypy knows it as a class
    desk.Desk.live = live_and_listen  # type: ignore[method-assign,assignment]
    DeskWindow.open_desk = open_and_say  # type: ignore[method-assign]


def main() -> None:
    """Live a desk's life, loaded as `cli.run` does it."""
    gc.disable()
    from pupitre.app import cli, program, screen, second_stage

    application, load = screen.application, second_stage.load

    def watched(preferences: Any) -> Any:
        made = application(preferences)
        painted_is_told()
        return made

    def load_and_listen(*words: Any) -> None:
        load(*words)
        orders_are_heard()

    screen.application = watched
    second_stage.load = load_and_listen  # type: ignore[assignment]
    program.run(cli.parser().parse_args(["--data", sys.argv[1], "--language", "fr"]))


if __name__ == "__main__":
    main()
