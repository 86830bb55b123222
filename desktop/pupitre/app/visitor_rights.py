"""`pupitre admin visitor`: what is kept of a visitor is handed over, or erased."""

import argparse
import asyncio
from pathlib import Path

from pupitre.app.configuration import Configuration
from pupitre.app.mistakes import Mistaken
from pupitre.app.tenancy import held
from pupitre.domain.ids import VisitorId
from pupitre.server.clock import Clock, real_now
from pupitre.server.documents import Unreadable
from pupitre.server.erasing import Erasing
from pupitre.server.exporting import export, find_visitors
from pupitre.server.files.folder import Folder
from pupitre.server.house import House
from pupitre.server.retention import LOOK_EVERY
from pupitre.server.store.database import Database, files_in
from pupitre.server.store.erasures import Erasures
from pupitre.server.turns.clock_turns import RosterChanges

PATIENCE = 12 * LOOK_EVERY
"""Real seconds that a running server has to do it."""


async def export_visitor(
    database: Database, options: argparse.Namespace, chosen: Configuration
) -> str:
    """Write everything that is kept of a visitor to a zip."""
    visitors = await _visitors(database, options.visitor)
    target: Path = options.file
    try:
        conversations = await export(database, _folder(chosen), visitors, target)
    except FileExistsError:
        raise Mistaken(f"{target} exists already.") from None
    except OSError as error:
        raise Mistaken(f"{target} cannot be written: {error.strerror}.") from None
    return f"{conversations} conversations of {_counted(visitors)} written to {target}."


async def erase_visitor(
    database: Database, options: argparse.Namespace, chosen: Configuration
) -> str:
    """Erase everything that is kept of a visitor; a running server does it itself."""
    visitors = await _visitors(database, options.visitor)
    erasures = Erasures(database)
    for visitor in visitors:
        await erasures.ask(visitor, real_now())
    if not await _by_the_server(erasures, visitors, chosen):
        raise Mistaken("The server has not done it yet: it will as soon as it can.")
    return f"Everything of {_counted(visitors)} is erased."


async def _by_the_server(
    erasures: Erasures, visitors: list[VisitorId], chosen: Configuration
) -> bool:
    """Have it done by the server that runs, or here where none does."""
    if chosen.data is None and await _done(erasures, visitors, 3 * LOOK_EVERY):
        return True  # whether one runs is only known of a folder
    try:
        with held(chosen.data):
            await _here(erasures.database, _folder(chosen))
            return True
    except Unreadable:
        return await _done(erasures, visitors, PATIENCE)


async def _here(database: Database, folder: Folder | None) -> None:
    house = House(database=database, clock=Clock())
    async with asyncio.TaskGroup() as tasks:
        engine = tasks.create_task(house.engine.run(), name="engine")
        await house.engine.submit(RosterChanges())
        await Erasing(house, folder).as_asked()
        engine.cancel()
    house.access.close()


async def _done(erasures: Erasures, visitors: list[VisitorId], patience: float) -> bool:
    """Wait until the server has erased them."""
    try:
        async with asyncio.timeout(patience):
            while not await _is_done(erasures, visitors):  # noqa: ASYNC110 -- another program's
                await asyncio.sleep(0.2)
    except TimeoutError:
        return False
    return True


async def _is_done(erasures: Erasures, visitors: list[VisitorId]) -> bool:
    left = set(visitors) & set(await erasures.asked())
    return not left and not await erasures.remains()


async def _visitors(database: Database, who: str) -> list[VisitorId]:
    found = await find_visitors(database, who)
    if not found:
        raise Mistaken(f"There is no visitor with the id or the address “{who}”.")
    return found


def _folder(chosen: Configuration) -> Folder | None:
    return Folder(files_in(chosen.data)) if chosen.data else None


def _counted(visitors: list[VisitorId]) -> str:
    return "1 visitor" if len(visitors) == 1 else f"{len(visitors)} visitors"
