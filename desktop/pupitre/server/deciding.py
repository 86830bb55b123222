"""Takes one round from what is asked to what is stored: prepare, decide, commit."""

import asyncio
import logging
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from pupitre.server.clock import Clock
from pupitre.server.loader import Loader
from pupitre.server.metrics import Metrics
from pupitre.server.present import Present
from pupitre.server.round import Round
from pupitre.server.store.queries import Queries
from pupitre.server.store.store import Conflict, Store
from pupitre.server.turns.turn import OutOfOrder, Turn

ATTEMPTS = 3
"""How often a round is decided when somebody else wrote to the database meanwhile."""
Decided = tuple[Round, list[tuple[Turn[Any], Any]]]
"""A round, and what each of its turns came to."""
_log = logging.getLogger(__name__)


class Deciding:
    """Decides turns together; a turn that breaks is left out, and the others go on."""

    def __init__(self, clock: Clock, store: Store, queries: Queries, metrics: Metrics) -> None:
        self.present = Present()
        self._clock = clock
        self._store = store
        self._loader = Loader(self.present, queries)
        self._metrics = metrics
        self._latest = clock.now()

    async def decide(self, turns: list[Turn[Any]]) -> Decided:
        """Return what is decided and stored; raise OutOfOrder where nothing can be."""
        await self._prepare(turns)
        return await self._stored(turns)

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
            for turn in [turn for turn in turns if not self._is_ready(turn)]:
                await self._prepare_one(turn, turns)
        except (SQLAlchemyError, OSError) as error:
            _log.error("the store cannot be read: %s", _reason(error))
            raise OutOfOrder from error

    def _is_ready(self, turn: Turn[Any]) -> bool:
        try:
            return turn.is_ready(self.present)
        except Exception:  # noqa: BLE001 -- the others' turns must go on
            return False  # preparing it says what is wrong

    async def _prepare_one(self, turn: Turn[Any], turns: list[Turn[Any]]) -> None:
        try:
            await turn.prepare(self._loader)
        except (SQLAlchemyError, OSError):
            raise
        except Exception:  # noqa: BLE001 -- the others' turns must go on
            _leave_out(turn, turns)

    async def _stored(self, turns: list[Turn[Any]]) -> Decided:
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

    def _decided(self, turns: list[Turn[Any]]) -> Decided:
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


def _leave_out(turn: Turn[Any], turns: list[Turn[Any]]) -> None:
    """Log a bug where it broke, and let the others go on without that turn."""
    _log.exception("a %s broke", type(turn).__name__)
    turns.remove(turn)
    turn.fail()


def _taken(turn: Turn[Any], round_: Round) -> Any:
    """Decide a turn; a command that is known gets its old answer."""
    if turn.key is None:
        return turn.take(round_)
    known = round_.known(turn.key)
    if known is None:
        known = turn.take(round_)
        round_.answer(turn.key, known)
    return known


def _reason(error: BaseException) -> str:
    """Return the database's own words; the statement's values are nobody's business."""
    return str(getattr(error, "orig", None) or type(error).__name__)
