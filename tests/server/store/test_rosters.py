"""Missions, groups and experts in the store."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from pupitre.domain.ids import ExpertId, GroupId
from pupitre.domain.mission import Consent, Group
from pupitre.server.clock import real_now
from pupitre.server.store.database import Database
from pupitre.server.store.rosters import (
    read_roster,
    revision,
    save_expert,
    save_group,
    save_mission,
    save_password,
)
from pupitre.server.store.sessions import Sessions
from tests.server.makers import ALICE, CAVE, VELO, expert


async def test_a_mission_is_the_same_after_storing(database: Database) -> None:
    before = await revision(database)
    consents = (Consent(language="fr", text="Gardé un an."),)
    mission = replace(CAVE, id=VELO.id, max_slots=7, consents=consents)
    assert not await save_mission(database, mission)
    assert await revision(database) == before + 1
    stored = next(it for it in (await read_roster(database)).missions if it.id == VELO.id)
    assert replace(stored, groups=()) == replace(mission, groups=())
    assert [group.id for group in stored.groups] == ["velo-conseil", "sommeliers"]


async def test_a_group_belongs_to_one_mission(database: Database) -> None:
    group = Group(id=GroupId("velo-conseil"), name="Conseil", queue_size=3)
    await save_group(database, VELO.id, group)
    with pytest.raises(IntegrityError):
        await save_group(database, CAVE.id, group)


async def test_a_new_password_ends_every_session(database: Database) -> None:
    sessions, now = Sessions(database), real_now()
    await sessions.open(b"t" * 32, ALICE, now.replace(year=now.year + 1))
    assert await sessions.expert_with(b"t" * 32, now) == ALICE
    await save_password(database, ALICE, "new hash")
    assert await sessions.expert_with(b"t" * 32, now) is None
    assert (await sessions.password_of("alice@demo.test"))[1] == "new hash"


async def test_an_expert_is_added_with_groups(database: Database) -> None:
    dora = replace(expert(ExpertId("dora")), groups=(GroupId("velo-conseil"),))
    await save_expert(database, dora, "hash")
    stored = next(it for it in (await read_roster(database)).experts if it.id == "dora")
    assert stored.groups == ("velo-conseil",)
    with pytest.raises(IntegrityError):
        await save_expert(database, replace(dora, id=ExpertId("other")), "hash")
