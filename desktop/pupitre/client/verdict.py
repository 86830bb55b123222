"""Waiting for what becomes of a command, or of all of them."""

import asyncio

from pupitre.backends.port import Unreachable
from pupitre.client.changes import Change, CommandDone, CommandRefused, ConnectionChanged
from pupitre.client.observe import Observable
from pupitre.client.views import LinkState
from pupitre.domain.ids import CommandId


class Verdict:
    """Resolves when the server has answered a command."""

    def __init__(self, changes: Observable[Change], id_: CommandId) -> None:
        self._id = id_
        self._answer: asyncio.Future[CommandRefused | None]
        self._answer = asyncio.get_running_loop().create_future()
        self._subscription = changes.subscribe(self._on_change)

    async def wait(self) -> CommandRefused | None:
        """Return the refusal, or None when it is done; raise `Unreachable` if the link goes."""
        try:
            return await self._answer
        finally:
            self._subscription.end()

    def _on_change(self, change: Change) -> None:
        if self._answer.done():
            return
        match change:
            case CommandRefused(id=id_) if id_ == self._id:
                self._answer.set_result(change)
            case CommandDone(id=id_) if id_ == self._id:
                self._answer.set_result(None)
            case ConnectionChanged(connection=connection) if connection.stale:
                self._answer.set_exception(Unreachable("The link was lost."))


class Settled:
    """Resolves when nothing waits to be stored, or the link is lost."""

    def __init__(self, changes: Observable[Change]) -> None:
        self._settled = asyncio.Event()
        self._subscription = changes.subscribe(self._on_change)

    async def wait(self, seconds: float) -> bool:
        """Return whether it came to that in time."""
        try:
            async with asyncio.timeout(seconds):
                return await self._settled.wait()
        except TimeoutError:
            return False
        finally:
            self._subscription.end()

    def _on_change(self, change: Change) -> None:
        if isinstance(change, ConnectionChanged):
            connection = change.connection
            if not connection.waiting or connection.state is not LinkState.CONNECTED:
                self._settled.set()
