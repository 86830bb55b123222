"""Decides, stores, publishes: one round after another, everything that came meanwhile at once."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from typing_extensions import override

from pupitre.server.clock import Clock
from pupitre.server.deciding import Deciding
from pupitre.server.metrics import Metrics
from pupitre.server.round import Round
from pupitre.server.store.queries import Queries
from pupitre.server.store.store import Store
from pupitre.server.turns.turn import OutOfOrder, Turn

Result = TypeVar("Result")
LARGEST_ROUND = 1_000
LONGEST_LINE = 20_000
"""Commands waiting to be decided, while the store is slow: about 20 MB."""
AGAIN_AFTER = 1.0
"""Real seconds."""
_log = logging.getLogger(__name__)


class Engine:
    """The one place where anything changes.

    A round takes every turn that arrived while the last one was being stored, decides them in
    memory in their order, commits them together, and only then tells anybody. If nothing can be
    stored, memory goes back to what it was and each turn of the round is told so.
    """

    def __init__(
        self,
        clock: Clock,
        store: Store,
        queries: Queries,
        metrics: Metrics,
        publish: Callable[[Round], None],
    ) -> None:
        self._deciding = Deciding(clock, store, queries, metrics)
        self.present = self._deciding.present
        self._publish = publish
        self._turns: asyncio.Queue[Turn[Any]] = asyncio.Queue()
        self._is_over = False

    def submit(self, turn: Turn[Result]) -> asyncio.Future[Result]:
        """Put a turn in the line; its result comes once it is stored."""
        self._turns.put_nowait(turn)
        return turn.result

    def take(self, turn: Turn[Any]) -> None:
        """Put a turn in the line that tells its result itself; a line too long takes no more."""
        if self._turns.qsize() < LONGEST_LINE:
            self._turns.put_nowait(turn)
        else:
            turn.fail()

    async def rest(self) -> None:
        """Wait until everything that was asked so far is stored and told."""
        await self.submit(_Rest())

    def mention(self, turn: Turn[Any]) -> None:
        """Put a turn in the line whose result nobody awaits."""
        self.submit(turn).add_done_callback(_heard)

    def insist(self, make: Callable[[], Turn[Any]]) -> None:
        """Put a turn in the line that must happen: again later while nothing can be stored."""

        def heard(result: asyncio.Future[Any]) -> None:
            if not result.cancelled() and result.exception() and not self._is_over:
                result.get_loop().call_later(AGAIN_AFTER, self.insist, make)

        self.submit(make()).add_done_callback(heard)

    async def run(self) -> None:
        """Take rounds until cancelled; what was asked and not decided is told so."""
        try:
            while True:
                await self._round([await self._turns.get(), *self._arrived()])
        finally:
            self._is_over = True
            for turn in self._arrived():
                turn.fail()

    def _arrived(self) -> list[Turn[Any]]:
        several = min(self._turns.qsize(), LARGEST_ROUND)
        return [self._turns.get_nowait() for _ in range(several)]

    async def _round(self, turns: list[Turn[Any]]) -> None:
        """Prepare, decide, store and tell; a turn that breaks is left out, the others go on."""
        try:
            round_, results = await self._deciding.decide(turns)
        except OutOfOrder:
            for turn in turns:
                turn.fail()
            return
        except asyncio.CancelledError:
            for turn in turns:
                turn.fail()
            raise
        round_.settle()
        self._tell(round_, results)
        self.present.talks.trim()

    def _tell(self, round_: Round, results: Sequence[tuple[Turn[Any], Any]]) -> None:
        """Say what happened, then answer; a bug is logged: what is stored is stored."""
        try:
            self._publish(round_)
        except Exception:  # noqa: BLE001 -- what is stored must be answered
            _log.exception("what happened could not be told")
        for turn, result in results:
            try:
                turn.settle(result)
            except Exception:  # noqa: BLE001 -- the others must be answered too
                _log.exception("a %s could not be answered", type(turn).__name__)


class _Rest(Turn[None]):
    """Asks for nothing."""

    @override
    def take(self, round_: Round) -> None:
        """Let those before it be settled."""


def _heard(result: asyncio.Future[Any]) -> None:
    """Take note of a failure, which the engine has logged."""
    if not result.cancelled():
        result.exception()
