"""Reads for people, within their missions."""

from datetime import timedelta

from pupitre.server.store.database import Database
from pupitre.server.store.lookups import Lookups
from pupitre.server.store.store import Store
from tests.server.makers import CAVE, NOON, VELO, guest
from tests.server.store.test_store import C1, first_batch


async def test_nothing_of_another_mission_is_found(database: Database) -> None:
    batch = first_batch()
    batch.texts.append({"conversation": C1, "seq": 2, "folded": "bonjour"})
    await Store(database).append(batch)
    lookups = Lookups(database)
    day = timedelta(days=1)
    for missions, count in (([VELO.id], 1), ([CAVE.id], 0), ([], 0)):
        assert len(await lookups.history(guest().id, missions)) == count
        assert len(await lookups.search("bon jour", missions)) == count
        assert len(await lookups.started(missions, NOON - day, NOON + day)) == count
    assert await lookups.mission_of(C1) == VELO.id
    assert await lookups.names([guest().id]) == {}
