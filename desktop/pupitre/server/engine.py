"""Decides, stores, publishes: one round after another, everything that came meanwhile at once."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from sqlalchemy.exc import SQLAlchemyError
from typing_extensions import override

from pupitre.server.clock import Clock
from pupitre.server.loader import Loader
from pupitre.server.metrics import Metrics
from pupitre.server.present import Present
from pupitre.server.round import Round
from pupitre.server.store.queries import Queries
from pupitre.server.store.store import Conflict, Store
from pupitre.server.turns.turn import OutOfOrder, Turn

Result = TypeVar("Result")
LARGEST_ROUND = 1_000
AGAIN_AFTER = 1.0
"""Real seconds."""
ATTEMPTS = 3
"""How often a round is decided when somebody else wrote to the database meanwhile."""
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
        self.present = Present()
        self._clock = clock
        self._store = store
        self._loader = Loader(self.present, queries)
        self._metrics = metrics
        self._publish = publish
        self._turns: asyncio.Queue[Turn[Any]] = asyncio.Queue()
        self._latest = clock.now()
        self._is_over = False

    def submit(self, turn: Turn[Result]) -> asyncio.Future[Result]:
        """Put a turn in the line; its result comes once it is stored."""
        self._turns.put_nowait(turn)
        return turn.result

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
            await self._prepare(turns)
            round_, results = await self._stored(turns)
        except OutOfOrder:
            for turn in turns:
                turn.fail()
            return
        except asyncio.CancelledError:
            for turn in turns:
                turn.fail()
            raise
        round_.settle()
        with _logged("what happened could not be told"):
            self._publish(round_)
        for turn, result in results:
            with _logged(f"a {type(turn).__name__} could not be answered"):
                turn.settle(result)
        self.present.talks.trim()

    async def _prepare(self, turns: list[Turn[Any]], *, known: bool = False) -> None:
        """Load what the turns need; `known`: also what was answered to them long ago.

        That is asked only once the store has said that a command is not new: the others, which
        is nearly all of them, need not wait for it.
        """
        answers = self.present.answers
        keys = answers.missing([turn.key for turn in turns if turn.key]) if known else []
        try:
            if keys:
                answers.learn(await self._loader.queries.answers(keys))
            for turn in tuple(turns):
                await self._prepare_one(turn, turns)
        except (SQLAlchemyError, OSError) as error:
            _log.error("the store cannot be read: %s", _reason(error))
            raise OutOfOrder from error

    async def _prepare_one(self, turn: Turn[Any], turns: list[Turn[Any]]) -> None:
        try:
            await turn.prepare(self._loader)
        except (SQLAlchemyError, OSError):
            raise
        except Exception:  # noqa: BLE001 -- the others' turns must go on
            _leave_out(turn, turns)

    async def _stored(self, turns: list[Turn[Any]]) -> tuple[Round, list[tuple[Turn[Any], Any]]]:
        for _ in range(ATTEMPTS):
            round_, results = self._decided(turns)
            try:
                with self._metrics.commit_seconds.time():
                    await self._store.append(round_.batch)
            except Conflict as conflict:
                _log.info("decided on an old state, deciding again: %s", conflict)
                await self._reloaded(round_, turns)
            except (SQLAlchemyError, OSError) as error:
                round_.take_back()
                self._metrics.commits_failed.inc()
                _log.error("nothing can be stored: %s", _reason(error))
                raise OutOfOrder from error
            except asyncio.CancelledError:
                round_.take_back()
                raise
            else:
                self._metrics.events.inc(len(round_.batch.events))
                return round_, results
        raise OutOfOrder

    def _decided(self, turns: list[Turn[Any]]) -> tuple[Round, list[tuple[Turn[Any], Any]]]:
        """Decide every turn; one that breaks is a bug: logged, left out, the rest decided anew."""
        while True:
            self._latest = max(self._latest, self._clock.now())
            round_ = Round(self.present, self._latest)
            results: list[tuple[Turn[Any], Any]] = []
            for turn in turns:
                try:
                    results.append((turn, _taken(turn, round_)))
                except Exception:  # noqa: BLE001 -- the others' turns must go on
                    round_.take_back()
                    _leave_out(turn, turns)
                    break
            else:
                return round_, results

    async def _reloaded(self, round_: Round, turns: list[Turn[Any]]) -> None:
        """Forget what was decided and what it was decided on."""
        round_.take_back()
        touched = [change.before.id for change in round_.changes]
        for conversation in touched:
            self.present.talks.forget(conversation)
        try:
            await self._loader.talks(touched)
        except (SQLAlchemyError, OSError) as error:
            raise OutOfOrder from error
        await self._prepare(turns, known=True)


class _Rest(Turn[None]):
    """Asks for nothing."""

    @override
    def take(self, round_: Round) -> None:
        """Let those before it be settled."""


def _leave_out(turn: Turn[Any], turns: list[Turn[Any]]) -> None:
    """Log a bug where it broke, and let the others go on without that turn."""
    _log.exception("a %s broke", type(turn).__name__)
    turns.remove(turn)
    turn.fail()


@contextlib.contextmanager
def _logged(what: str) -> Iterator[None]:
    """Log a bug, and go on: what is stored is stored."""
    try:
        yield
    except Exception:  # noqa: BLE001 -- what is stored must be answered
        _log.exception(what)


def _taken(turn: Turn[Any], round_: Round) -> Any:
    """Decide a turn; a command that is known gets its old answer."""
    if turn.key is None:
        return turn.take(round_)
    known = round_.known(turn.key)
    if known is None:
        known = turn.take(round_)
        round_.answer(turn.key, known)
    return known


def _heard(result: asyncio.Future[Any]) -> None:
    """Take note of a failure, which the engine has logged."""
    if not result.cancelled():
        result.exception()


def _reason(error: BaseException) -> str:
    """Return the database's own words; the statement's values are nobody's business."""
    return str(getattr(error, "orig", None) or type(error).__name__)
