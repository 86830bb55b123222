"""One index of instants: the next deadlines of conversations, and short graces."""

import asyncio
import heapq
import itertools
import logging
from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy.exc import SQLAlchemyError

from pupitre.domain.ids import ConversationId
from pupitre.server.clock import Clock
from pupitre.server.store.queries import Due
from pupitre.server.turns.turn import OutOfOrder

WINDOW = 1_000
"""How many deadlines are in memory; the rest waits in the store."""
AT_ONCE = 200
"""How many deadlines go to the engine together."""
LONGEST_NAP = 5.0
AFTER_FAILURE = 1.0
"""Real seconds before a deadline that could not be stored is tried again."""

_log = logging.getLogger(__name__)

Deadline = tuple[ConversationId, str]
Fire = Callable[[Sequence[Deadline]], Awaitable[None]]
Load = Callable[[int], Awaitable[Sequence[Due]]]


class Scheduler:
    """Fires what is due, never early; after a sleep or a correction it looks at the clock again."""

    def __init__(self, clock: Clock, load: Load, fire: Fire) -> None:
        self._clock = clock
        self._load = load
        self._fire = fire
        self._heap: list[tuple[datetime, int, Hashable]] = []
        self._at: dict[Hashable, datetime] = {}
        """The instants that hold; whatever else the heap says was changed since."""
        self._graces: dict[Hashable, Callable[[], None]] = {}
        self._horizon: datetime | None = None
        """Later deadlines are only in the store; None: there are none."""
        self._order = itertools.count()
        self._changed = asyncio.Event()

    def note(self, deadlines: Mapping[Deadline, datetime | None]) -> None:
        """Take over stored changes of the index of deadlines."""
        for key, at in deadlines.items():
            if at is None or (self._horizon and at > self._horizon):
                self._at.pop(key, None)
            else:
                self._push(key, at)

    def grace(self, key: Hashable, period: timedelta, then: Callable[[], None]) -> None:
        """Call `then` after a period, unless it is cancelled or asked for anew."""
        self._graces[key] = then
        self._push(key, self._clock.now() + period)

    def cancel(self, key: Hashable) -> None:
        """Forget a grace."""
        self._graces.pop(key, None)
        self._at.pop(key, None)

    def _push(self, key: Hashable, at: datetime) -> None:
        self._at[key] = at
        heapq.heappush(self._heap, (at, next(self._order), key))
        if self._heap[0][2] == key:
            self._changed.set()

    async def run(self) -> None:
        """Fire until cancelled."""
        is_filled = False
        while True:
            try:
                if not is_filled:
                    await self._refill()
                    is_filled = True
                await self._fire_due()
            except (OutOfOrder, SQLAlchemyError, OSError) as error:
                _log.warning("what is due has to wait: %s", type(error).__name__)
                await asyncio.sleep(AFTER_FAILURE)
                continue
            await self._nap()

    async def _refill(self) -> None:
        """Load the next deadlines of the store."""
        due = await self._load(WINDOW)
        self._horizon = due[-1][0] if len(due) == WINDOW else None
        for at, conversation, kind in due:
            self._push((conversation, kind), at)

    async def _fire_due(self) -> None:
        due = self._due()
        for start in range(0, len(due), AT_ONCE):
            some = due[start : start + AT_ONCE]
            try:
                await self._fire([key for key, _ in some])
            except BaseException:
                for key, at in due[start:]:
                    self._push(key, at)
                raise
        if self._horizon and not self._has_deadlines():
            await self._refill()

    def _has_deadlines(self) -> bool:
        return len(self._at) > len(self._graces)

    def _due(self) -> list[tuple[Deadline, datetime]]:
        """Take what is due out of the heap; graces run at once."""
        found: list[tuple[Deadline, datetime]] = []
        now = self._clock.now()
        while self._heap and self._heap[0][0] <= now:
            at, _, key = heapq.heappop(self._heap)
            if self._at.get(key) != at:
                continue
            del self._at[key]
            if then := self._graces.pop(key, None):
                then()
            else:
                found.append((key, at))  # type: ignore[arg-type] # graces went above
        return found

    async def _nap(self) -> None:
        """Sleep until the next instant, a change, or at most a nap."""
        self._changed.clear()
        nap = LONGEST_NAP
        if self._heap:
            nap = min(nap, self._clock.real_seconds_until(self._heap[0][0]))
        if nap <= 0 or (self._horizon and not self._has_deadlines()):
            await asyncio.sleep(0)
            return
        try:
            async with asyncio.timeout(nap):
                await self._changed.wait()
        except TimeoutError:
            return
