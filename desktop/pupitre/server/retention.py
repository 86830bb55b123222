"""Looks now and then for what is kept no longer, and has it erased."""

import asyncio
import logging
from datetime import timedelta
from typing import Protocol

from sqlalchemy.exc import SQLAlchemyError

from pupitre.server.clock import Clock
from pupitre.server.turns.turn import OutOfOrder

LOOK_EVERY = 5.0
"""Real seconds after which what `pupitre admin` asked is begun at the latest."""
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
_log = logging.getLogger(__name__)


class Eraser(Protocol):
    """Erases what is kept no longer."""

    async def as_asked(self) -> None:
        """Whoever is to be forgotten."""

    async def orphans(self) -> None:
        """Files that no message named."""

    async def expired(self) -> None:
        """Conversations past their retention."""

    async def strays(self) -> None:
        """Files that nothing is known of."""


async def retain(clock: Clock, erasing: Eraser) -> None:
    """Erase as asked, files every hour, conversations at the start and once a day."""
    hourly = daily = clock.now()
    while True:
        try:
            await erasing.as_asked()
            if clock.now() >= hourly:
                await erasing.orphans()
                hourly = clock.now() + HOUR
            if clock.now() >= daily:
                await erasing.expired()
                await erasing.strays()
                daily = clock.now() + DAY
        except (SQLAlchemyError, OutOfOrder, OSError) as error:
            _log.warning("erasing has to wait: %s", type(error).__name__)
        await asyncio.sleep(LOOK_EVERY)
