"""What is done now and then: new people and missions, old answers and sessions."""

import asyncio
import logging
from datetime import timedelta

from sqlalchemy.exc import SQLAlchemyError

from pupitre.server.house import House
from pupitre.server.turns.turn import OutOfOrder

LOOK_EVERY = 5.0
"""Real seconds after which a change by `pupitre admin` is in effect at the latest."""
TIDY_EVERY = 720
"""Looks between two tidyings: an hour."""
ANSWERS_KEPT = timedelta(days=30)
"""How long a command that is sent again gets its old answer."""
_log = logging.getLogger(__name__)


async def _let_go(house: House) -> None:
    """Close the sockets of sessions that ended elsewhere."""
    ended = await house.access.ended({link.credential for link in house.experts})
    for link in house.experts:
        if link.credential in ended:
            link.end(4401, "signed out")


async def keep_house(house: House) -> None:
    """Look, and tidy now and then, until cancelled."""
    looks = 0
    while True:
        try:
            if looks % TIDY_EVERY == 0:
                await house.access.tidy()
                await house.queries.forget_commands(house.clock.now() - ANSWERS_KEPT)
            await house.refresh()
            await _let_go(house)
            house.present.guests.trim(lambda id_: id_ in house.visitors)
        except (SQLAlchemyError, OutOfOrder, OSError) as error:
            _log.warning("housekeeping has to wait: %s", type(error).__name__)
        looks += 1
        await asyncio.sleep(LOOK_EVERY)
