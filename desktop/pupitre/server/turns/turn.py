"""A turn: what is asked of the engine, decided with others in one round."""

import asyncio
from abc import ABC, abstractmethod
from typing import Generic, TypeVar

from pupitre.server.answers import Key
from pupitre.server.loader import Loader
from pupitre.server.round import Round

Result = TypeVar("Result")


class OutOfOrder(Exception):
    """Nothing could be stored; what was asked did not happen."""


class Turn(ABC, Generic[Result]):
    """Something to decide; whoever submitted it awaits its result."""

    key: Key | None = None
    """The command's sender and id, if it is one."""

    def __init__(self) -> None:
        self.result: asyncio.Future[Result] = asyncio.get_running_loop().create_future()

    async def prepare(self, loader: Loader) -> None:
        """Bring what is needed into memory."""

    @abstractmethod
    def take(self, round_: Round) -> Result:
        """Decide; nothing may be awaited here."""

    def settle(self, result: Result) -> None:
        """It is stored and told: hand the result over."""
        if not self.result.done():
            self.result.set_result(result)

    def fail(self) -> None:
        """It did not happen."""
        if not self.result.done():
            self.result.set_exception(OutOfOrder())
