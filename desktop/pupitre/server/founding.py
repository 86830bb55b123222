"""The demo's missions and people, made where they are missing."""

from pathlib import Path

from pupitre.domain.ids import ExpertId
from pupitre.domain.people import Expert
from pupitre.server.mission_file import read_mission
from pupitre.server.passwords import hash_now
from pupitre.server.store.database import Database
from pupitre.server.store.rosters import read_roster, save_expert, save_mission

PASSWORD = "demo"  # noqa: S105 -- everybody may know it
PEOPLE = (("alice", "Alice Martin"), ("bruno", "Bruno Lefèvre"), ("chloe", "Chloé Bernard"))


async def found_demo(database: Database, resources: Path) -> None:
    """Create the missions `velo` and `cave` and three experts, unless they are there."""
    roster = await read_roster(database)
    known = {mission.id for mission in roster.missions}
    missions = [read_mission(resources / "demo" / f"{name}.toml") for name in ("velo", "cave")]
    for mission in missions:
        if mission.id not in known:
            await save_mission(database, mission)
    emails = {expert.email for expert in roster.experts}
    groups = tuple(group.id for mission in missions for group in mission.groups)
    missing = [one for one in PEOPLE if f"{one[0]}@demo.test" not in emails]
    for id_, name in missing:
        expert = Expert(id=ExpertId(id_), name=name, email=f"{id_}@demo.test", groups=groups)
        await save_expert(database, expert, hash_now(PASSWORD))
