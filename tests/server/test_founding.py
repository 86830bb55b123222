"""The demo's missions and people."""

import asyncio
from pathlib import Path

from pupitre.server.founding import found_demo
from pupitre.server.store.database import address_in, open_database
from pupitre.server.store.rosters import read_roster
from tests.support.server import RESOURCES, demo_in


async def test_founding_again_changes_nothing(tmp_path: Path) -> None:
    await asyncio.to_thread(demo_in, tmp_path)
    database = await open_database(address_in(tmp_path))
    before = await read_roster(database)
    await found_demo(database, RESOURCES)
    assert await read_roster(database) == before
    assert {mission.id for mission in before.missions} == {"velo", "cave"}
    assert {expert.email for expert in before.experts} == {
        "alice@demo.test",
        "bruno@demo.test",
        "chloe@demo.test",
    }
    assert all(len(expert.groups) == 2 for expert in before.experts)
    await database.close()
