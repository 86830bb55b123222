"""Erases what is kept no longer: after the mission's retention, or because a visitor asks.

Figures of erased conversations go with them: statistics only know what is still kept.
"""

import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from pupitre.domain.ids import AttachmentId, MissionId, VisitorId
from pupitre.server.clock import real_now
from pupitre.server.files.folder import Folder
from pupitre.server.house import House
from pupitre.server.store.attachments import Attachments
from pupitre.server.store.erasures import Doomed, Erasures
from pupitre.server.turns.erasure_turns import Erase

ORPHANED = timedelta(hours=24)
"""How long a file waits for the message that names it."""
SETTLED = timedelta(hours=1)
"""How long, in real time, a file may lie in its place before the store knows of it."""
AT_ONCE = 20
"""Conversations of one turn."""
BREATH = 0.02
"""Real seconds between two steps, which are everybody else's."""
MOMENTS = 500
"""How often a moment is looked for in which nobody reads."""
COME_BACK = (1012, "your data was erased")
_log = logging.getLogger(__name__)


class Erasing:
    """Takes its time: nobody who writes meanwhile waits for it."""

    def __init__(self, house: House, folder: Folder | None) -> None:
        self._house = house
        self._folder = folder
        self._erasures = Erasures(house.database)
        self._attachments = Attachments(house.database)

    async def as_asked(self) -> None:
        """Forget the visitors whom `pupitre admin` says to forget."""
        for visitor in await self._erasures.asked():
            await self.visitor(visitor)

    async def visitor(self, visitor: VisitorId) -> None:
        """Forget a visitor: what they wrote, were answered, sent, and who they are."""
        doomed = await self._erasures.of(visitor)
        await self._house.engine.submit(Erase(doomed, [visitor]))
        self._house.metrics.erased.labels(why="asked").inc(len(doomed))
        for link in self._house.visitors.of(visitor):
            link.end(*COME_BACK)
        await self._erasures.forget_commands(visitor)
        await self.finish()
        await self.orphans()
        await self._wipe_log()
        _log.info("visitor %s was erased", visitor)

    async def expired(self) -> None:
        """Erase what is past its mission's retention, and visitors of whom nothing is left."""
        now = self._house.clock.now()
        for mission in tuple(self._house.present.floor.missions.values()):
            before = _earlier(now, mission.retention_days)
            while doomed := await self._erasures.expired(mission.id, before, AT_ONCE):
                await self._kept_long_enough(mission.id, Erase(doomed), len(doomed))
            await self._silent(mission.id, before)
            lonely = await self._erasures.lonely(mission.id, before, now)
            await self._house.engine.submit(Erase((), lonely, spares_the_present=True))
        await self.finish()
        await self._wipe_log()

    async def _silent(self, mission: MissionId, before: datetime) -> None:
        """Erase what nobody closed; one that is spared at the last moment is not found again."""
        found: list[Doomed] = []
        while (doomed := await self._erasures.silent(mission, before, AT_ONCE)) != found:
            erase = Erase(doomed, silent_since=before)
            await self._kept_long_enough(mission, erase, len(doomed))
            found = doomed

    async def _kept_long_enough(self, mission: MissionId, erase: Erase, count: int) -> None:
        await self._house.engine.submit(erase)
        self._house.metrics.erased.labels(why="retention").inc(count)
        _log.info("%s conversations of %s were kept long enough", count, mission)
        await asyncio.sleep(BREATH)

    async def orphans(self) -> None:
        """Remove files that no message named in time."""
        before = self._house.clock.now() - ORPHANED
        while ids := await self._attachments.forget_orphans(before):
            await self._remove(ids)

    async def strays(self) -> None:
        """Remove files that nothing is known of: a sudden end came between the two."""
        folder, before = self._folder, real_now() - SETTLED
        for shelf in await asyncio.to_thread(folder.shelves) if folder else ():
            lying = await asyncio.to_thread(folder.settled, shelf, before) if folder else []
            await self._remove(await self._attachments.unknown(lying))
            await asyncio.sleep(BREATH)

    async def finish(self) -> None:
        """Delete what remains of erased conversations, their files first."""
        remains = await self._erasures.remains()
        for conversation in remains:
            await self._remove(await self._erasures.files(conversation))
        read: int | None = 0 if remains else None
        while read is not None:
            read = await self._erasures.shred_texts(read)
            await asyncio.sleep(BREATH)
        for conversation in remains:
            while await self._erasures.shred(conversation):  # noqa: ASYNC110 -- a breath, not a wait
                await asyncio.sleep(BREATH)

    async def _wipe_log(self) -> None:
        """Leave nothing of it beside the database either, in a moment when nobody reads."""
        for _ in range(MOMENTS):
            if await self._house.database.wipe_log():
                return
            await asyncio.sleep(BREATH)
        _log.info("the database's log keeps what was erased until it is written over")

    async def _remove(self, ids: Sequence[AttachmentId]) -> None:
        if self._folder and ids:
            await asyncio.to_thread(partial(self._folder.remove, ids))


def _earlier(now: datetime, days: int) -> datetime:
    """Return that many days before; the calendar's beginning where there are not so many."""
    try:
        return now - timedelta(days=days)
    except OverflowError:
        return datetime.min.replace(tzinfo=now.tzinfo)
