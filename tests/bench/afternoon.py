"""A desk's folder with many conversations in its file, written by the product itself."""

import asyncio
from itertools import repeat
from pathlib import Path

from pupitre.app.folders import desk_file
from pupitre.app.settings import Account, Settings, SettingsFile
from pupitre.backends.clock import ManualClock
from pupitre.backends.floor import Floor
from pupitre.backends.guest import Guest
from pupitre.backends.memory import MemoryBackend
from pupitre.client.session import Session
from pupitre.domain.commands import Pause
from pupitre.domain.people import Page
from tests.support.story import (
    AFTERNOON,
    ALICE,
    CAVE,
    VELO,
    act,
    connected,
    experts,
    minutes,
    missions,
    says,
    seconds,
)

OPEN = 4
EXCHANGES = 6
QUESTION = "Bonjour, ce vélo de ville existe-t-il en taille M, et le panier est-il compris ?"
ANSWER = "Bonjour ! Oui, il est en stock en M ; le panier se monte en deux minutes."


def crowded(folder: Path, count: int, *, server: str = "http://127.0.0.1:9") -> Account:
    """Fill a desk's folder as if `count` conversations had come before; return whose it is."""
    account = Account(server=server, email="alice@demo.test")
    settings = SettingsFile(folder)
    settings.save(Settings(account=account))
    with asyncio.Runner() as runner:
        runner.run(_kept(desk_file(folder / "desk", account), count))
    return account


async def _kept(path: Path, count: int) -> None:
    """Let a desk take everything in and close."""
    clock = ManualClock(AFTERNOON)
    floor = filled(clock, count)
    backend = MemoryBackend(floor, {f"{it.id}@demo.test": "demo" for it in experts()})
    leave = await backend.sign_in("alice@demo.test", "demo")
    session = Session(backend, leave.token, path=path, clock=clock, delays=lambda: repeat(0.01))
    running = asyncio.get_running_loop().create_task(session.run(), name="session")
    await connected(session)
    await session.close()
    floor.stop()
    await running


def filled(clock: ManualClock, count: int) -> Floor:
    """Return a floor where Alice has `count` conversations: a few open, the others paused."""
    floor = Floor(clock, missions(), experts())
    for number in range(count):
        mission = CAVE if number % 3 == 2 else VELO
        page = Page(url=f"https://{mission}.example/{number}", title=f"Article {number}")
        guest = Guest(floor, mission, name=f"Camille {number}" if number % 2 else None, page=page)
        for _ in range(EXCHANGES):
            clock.advance(seconds(1))
            guest.writes(QUESTION)
            act(floor, guest, says(ANSWER))
        if number < count - OPEN:
            act(floor, guest, Pause(until=AFTERNOON + minutes(60 * 24 + number), keep=True))
    owned = sum(talk.state.owner == ALICE for talk in floor.talks.values())
    assert owned == count, owned
    return floor
