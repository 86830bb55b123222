"""Missions, groups and experts in the store; every change counts the roster's revision up."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

import msgspec
from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from pupitre.domain.ids import ExpertId, GroupId, MissionId
from pupitre.domain.mission import Group, Mission
from pupitre.domain.people import Expert
from pupitre.server.floor import Roster
from pupitre.server.store import schema

_settings = msgspec.json.Decoder(Mission)


async def revision(engine: AsyncEngine) -> int:
    """Return the number of changes so far: cheap to ask."""
    async with engine.connect() as connection:
        return await _revision(connection)


async def _revision(connection: AsyncConnection) -> int:
    found = await connection.execute(select(schema.roster.c.revision))
    return int(found.scalar_one())


async def read_roster(engine: AsyncEngine) -> Roster:
    """Return every mission and every expert."""
    async with engine.connect() as connection:
        return Roster(
            revision=await _revision(connection),
            missions=tuple(await _missions(connection)),
            experts=tuple(await _experts(connection)),
        )


async def _missions(connection: AsyncConnection) -> Iterable[Mission]:
    groups: dict[str, list[Group]] = defaultdict(list)
    found = await connection.execute(select(schema.groups).order_by(schema.groups.c.position))
    for row in found.mappings():
        group = Group(id=GroupId(row["id"]), name=row["name"], queue_size=row["queue_size"])
        groups[row["mission"]].append(group)
    rows = await connection.execute(select(schema.missions).order_by(schema.missions.c.id))
    return [
        replace(_settings.decode(row["settings"]), groups=tuple(groups[row["id"]]))
        for row in rows.mappings()
    ]


async def _experts(connection: AsyncConnection) -> Iterable[Expert]:
    groups: dict[str, list[GroupId]] = defaultdict(list)
    for row in (await connection.execute(select(schema.members))).mappings():
        groups[row["expert"]].append(GroupId(row["group"]))
    rows = await connection.execute(select(schema.experts).order_by(schema.experts.c.email))
    return [
        Expert(
            id=ExpertId(row["id"]),
            name=row["name"],
            email=row["email"],
            groups=tuple(groups[row["id"]]),
            slots=row["slots"],
            available=row["available"],
            open=row["open"],
            last_assigned=row["last_assigned"],
            away_since=row["away_since"],
        )
        for row in rows.mappings()
    ]


async def save_mission(engine: AsyncEngine, mission: Mission) -> bool:
    """Create the mission or replace its settings; tell whether it is new.

    Groups named by the mission are created or changed; others that it has stay.
    """
    settings = {"settings": msgspec.json.encode(replace(mission, groups=()))}
    async with engine.begin() as connection:
        table = schema.missions
        changed = await connection.execute(
            update(table).where(table.c.id == mission.id).values(settings)
        )
        if not changed.rowcount:
            await connection.execute(insert(table).values(id=mission.id, **settings))
        for group in mission.groups:
            await _save_group(connection, mission.id, group)
        await _count_up(connection)
    return not changed.rowcount


async def save_group(engine: AsyncEngine, mission: MissionId, group: Group) -> None:
    """Create a group of a mission, or change it."""
    async with engine.begin() as connection:
        await _save_group(connection, mission, group)
        await _count_up(connection)


async def _save_group(connection: AsyncConnection, mission: MissionId, group: Group) -> None:
    table = schema.groups
    values = {"name": group.name, "queue_size": group.queue_size}
    same = (table.c.id == group.id) & (table.c.mission == mission)
    changed = await connection.execute(update(table).where(same).values(values))
    if not changed.rowcount:
        siblings = select(table.c.id).where(table.c.mission == mission)
        position = len((await connection.execute(siblings)).all())
        await connection.execute(
            insert(table).values(id=group.id, mission=mission, position=position, **values)
        )


async def save_expert(engine: AsyncEngine, expert: Expert, password: str) -> None:
    """Create an expert; `password` is the hash."""
    async with engine.begin() as connection:
        await connection.execute(
            insert(schema.experts).values(
                id=expert.id,
                email=expert.email,
                name=expert.name,
                password=password,
                slots=expert.slots,
                available=expert.available,
                open=0,
            )
        )
        if expert.groups:
            rows = [{"expert": expert.id, "group": group} for group in expert.groups]
            await connection.execute(insert(schema.members), rows)
        await _count_up(connection)


async def save_password(engine: AsyncEngine, expert: ExpertId, password: str) -> None:
    """Replace an expert's password hash, and sign them out everywhere."""
    experts, sessions = schema.experts, schema.sessions
    async with engine.begin() as connection:
        await connection.execute(
            update(experts).where(experts.c.id == expert).values(password=password)
        )
        await connection.execute(delete(sessions).where(sessions.c.expert == expert))


async def _count_up(connection: AsyncConnection) -> None:
    table = schema.roster
    await connection.execute(update(table).values(revision=table.c.revision + 1))
