"""Missions, groups and experts in the store; every change counts the roster's revision up."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from pupitre.domain.ids import ExpertId, GroupId, MissionId
from pupitre.domain.mission import Group, Mission
from pupitre.domain.people import Expert
from pupitre.server.floor import Roster
from pupitre.server.store import schema
from pupitre.server.store.database import Database

_settings = msgspec.json.Decoder(Mission)


async def revision(database: Database) -> int:
    """Return the number of changes so far: cheap to ask."""
    return await database.read(_revision)


def _revision(connection: Connection) -> int:
    found = connection.execute(select(schema.roster.c.revision))
    return int(found.scalar_one())


async def read_roster(database: Database) -> Roster:
    """Return every mission and every expert."""
    return await database.read(_roster)


def _roster(connection: Connection) -> Roster:
    return Roster(
        revision=_revision(connection),
        missions=tuple(_missions(connection)),
        experts=tuple(_experts(connection)),
    )


def _missions(connection: Connection) -> Iterable[Mission]:
    groups: dict[str, list[Group]] = defaultdict(list)
    found = connection.execute(select(schema.groups).order_by(schema.groups.c.position))
    for row in found.mappings():
        group = Group(id=GroupId(row["id"]), name=row["name"], queue_size=row["queue_size"])
        groups[row["mission"]].append(group)
    rows = connection.execute(select(schema.missions).order_by(schema.missions.c.id))
    return [
        replace(_settings.decode(row["settings"]), groups=tuple(groups[row["id"]]))
        for row in rows.mappings()
    ]


def _experts(connection: Connection) -> Iterable[Expert]:
    groups: dict[str, list[GroupId]] = defaultdict(list)
    for row in (connection.execute(select(schema.members))).mappings():
        groups[row["expert"]].append(GroupId(row["group"]))
    rows = connection.execute(select(schema.experts).order_by(schema.experts.c.email))
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


async def save_mission(database: Database, mission: Mission) -> bool:
    """Create the mission or replace its settings; tell whether it is new.

    Groups named by the mission are created or changed; others that it has stay.
    """
    return await database.write(partial(_save_mission, mission=mission))


def _save_mission(connection: Connection, mission: Mission) -> bool:
    table = schema.missions
    settings = {"settings": msgspec.json.encode(replace(mission, groups=()))}
    changed = connection.execute(update(table).where(table.c.id == mission.id).values(settings))
    if not changed.rowcount:
        connection.execute(insert(table).values(id=mission.id, **settings))
    for group in mission.groups:
        _save_group(connection, mission.id, group)
    _count_up(connection)
    return not changed.rowcount


async def save_group(database: Database, mission: MissionId, group: Group) -> None:
    """Create a group of a mission, or change it."""

    def save(connection: Connection) -> None:
        _save_group(connection, mission, group)
        _count_up(connection)

    await database.write(save)


def _save_group(connection: Connection, mission: MissionId, group: Group) -> None:
    table = schema.groups
    values = {"name": group.name, "queue_size": group.queue_size}
    same = (table.c.id == group.id) & (table.c.mission == mission)
    changed = connection.execute(update(table).where(same).values(values))
    if not changed.rowcount:
        siblings = select(table.c.id).where(table.c.mission == mission)
        position = len((connection.execute(siblings)).all())
        connection.execute(
            insert(table).values(id=group.id, mission=mission, position=position, **values)
        )


async def save_expert(database: Database, expert: Expert, password: str) -> None:
    """Create an expert; `password` is the hash."""
    await database.write(partial(_save_expert, expert=expert, password=password))


def _save_expert(connection: Connection, expert: Expert, password: str) -> None:
    connection.execute(
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
        connection.execute(insert(schema.members), rows)
    _count_up(connection)


async def save_groups(database: Database, expert: ExpertId, groups: Sequence[GroupId]) -> None:
    """Put an expert in these groups and no others."""
    members = schema.members

    def save(connection: Connection) -> None:
        connection.execute(delete(members).where(members.c.expert == expert))
        if groups:
            rows = [{"expert": expert, "group": group} for group in groups]
            connection.execute(insert(members), rows)
        _count_up(connection)

    await database.write(save)


async def end_sessions(database: Database, expert: ExpertId) -> None:
    """Sign an expert out everywhere; a running server lets go of their desks within seconds."""
    ended = delete(schema.sessions).where(schema.sessions.c.expert == expert)
    await database.write(lambda it: it.execute(ended))


async def save_password(database: Database, expert: ExpertId, password: str) -> None:
    """Replace an expert's password hash, and sign them out everywhere."""
    experts, sessions = schema.experts, schema.sessions

    def save(connection: Connection) -> None:
        changed = update(experts).where(experts.c.id == expert).values(password=password)
        connection.execute(changed)
        connection.execute(delete(sessions).where(sessions.c.expert == expert))

    await database.write(save)


def _count_up(connection: Connection) -> None:
    table = schema.roster
    connection.execute(update(table).values(revision=table.c.revision + 1))
