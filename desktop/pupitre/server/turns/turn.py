"""A turn: what is asked of the engine, decided with others in one round."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Generic, TypeVar

from pupitre.server.answers import Key
from pupitre.server.loader import Loader
from pupitre.server.present import Present
from pupitre.server.round import Round

Result = TypeVar("Result")


class OutOfOrder(Exception):
    """Nothing could be stored; what was asked did not happen."""


class Turn(ABC, Generic[Result]):
    """Something to decide; whoever submitted it awaits its result, or is told of it."""

    key: Key | None = None
    """The command's sender and id, if it is one."""

    def __init__(self, tell: Callable[[Result | None], None] | None = None) -> None:
        self._tell = tell
        """Called with the result instead of keeping it; None: it did not happen."""
        self._result: asyncio.Future[Result] | None = None

    @property
    def result(self) -> asyncio.Future[Result]:
        """What it comes to, or OutOfOrder."""
        if self._result is None:
            self._result = asyncio.get_running_loop().create_future()
        return self._result

    def is_ready(self, present: Present) -> bool:  # noqa: ARG002 -- some turns look
        """Tell whether all it needs is in memory already; where that is not known: False."""
        return False

    async def prepare(self, loader: Loader) -> None:
        """Bring what is needed into memory."""

    @abstractmethod
    def take(self, round_: Round) -> Result:
        """Decide; nothing may be awaited here."""

    def settle(self, result: Result) -> None:
        """It is stored and told: hand the result over."""
        if self._tell:
            self._tell(result)
        elif not self.result.done():
            self.result.set_result(result)

    def fail(self) -> None:
        """It did not happen."""
        if self._tell:
            self._tell(None)
        elif not self.result.done():
            self.result.set_exception(OutOfOrder())
