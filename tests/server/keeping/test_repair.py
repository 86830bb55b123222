"""What follows from the events is written again; what does not is left alone."""

from pathlib import Path

from pupitre.server.keeping.repair import repair
from pupitre.server.store.database import address_in, open_database
from pupitre.server.store.rosters import read_roster
from tests.server.keeping.saved import findings_in, sentences, spoil, worked_in


async def mended(folder: Path) -> int:
    database = await open_database(address_in(folder))
    roster = await read_roster(database)
    number = await database.write(lambda it: repair(it, roster))
    await database.close()
    return number


async def test_projections_are_mended(tmp_path: Path) -> None:
    await worked_in(tmp_path)
    await spoil(
        tmp_path,
        "UPDATE conversations SET status = 'open', owner = 'bruno', seq = 1",
        "UPDATE texts SET folded = 'nothing'",
        "INSERT INTO deadlines SELECT id, 'wake', 1 FROM conversations",
        "UPDATE experts SET open = 7",
    )
    assert len((await findings_in(tmp_path)).faults) == 3 * 3 + 3
    assert await mended(tmp_path) == 3 * 3 + 3
    assert sentences(await findings_in(tmp_path)) == ""
    assert await mended(tmp_path) == 0


async def test_events_are_never_touched(tmp_path: Path) -> None:
    await worked_in(tmp_path)
    hole = "DELETE FROM events WHERE seq = 2 AND conversation = (SELECT min(id) FROM conversations)"
    await spoil(tmp_path, hole, "UPDATE conversations SET seq = 1")
    before = await findings_in(tmp_path)
    await mended(tmp_path)
    after = await findings_in(tmp_path)
    assert after.events == before.events
    assert "event 2 is missing" in sentences(after)
    assert [fault for fault in after.faults if not fault.can_be_mended] == list(after.lasting)
