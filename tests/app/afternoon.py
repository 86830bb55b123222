"""An afternoon at a workplace: the memory backend's story, seen through the application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from pupitre.app.entry import Ticket
from pupitre.app.settings import Account
from pupitre.app.tasks import spawn, stop
from pupitre.app.workplace import Workplace
from tests.support.loop import until
from tests.support.story import Stage, demo_session

ALICE = Account(server="https://chat.example.org", email="alice@demo.test")


@dataclass
class Afternoon:
    """Alice's second desk, on the same floor."""

    stage: Stage
    place: Workplace


@asynccontextmanager
async def afternoon(folder: Path) -> AsyncIterator[Afternoon]:
    """Sit Alice down at a workplace with four open and three paused conversations."""
    async with demo_session() as stage:
        signed_in = await stage.backend.sign_in("alice@demo.test", "demo")
        ticket = Ticket(
            account=ALICE, address=ALICE.server, backend=stage.backend, token=signed_in.token
        )
        place = Workplace(ticket, folder)
        working = spawn(place.session.run(), name="work")
        await until(lambda: len(place.session.cards()) == 7)
        try:
            yield Afternoon(stage, place)
        finally:
            place.clear()
            await place.session.close()
            await stop(working)
