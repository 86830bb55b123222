"""What is done now and then."""

import asyncio
from dataclasses import replace

import pytest

from pupitre.domain.ids import ExpertId, MissionId
from pupitre.server import housekeeping
from pupitre.server.store.rosters import read_roster, save_mission, save_password
from tests.support.clients import expert_at
from tests.support.patience import until
from tests.support.server import Served


async def test_what_admin_changed_is_in_effect_soon(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(housekeeping, "LOOK_EVERY", 0.01)
    (_, velo) = (await read_roster(server.house.database)).missions
    await save_mission(server.house.database, replace(velo, name="Vélos"))
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(housekeeping.keep_house(server.house))
        floor = server.house.present.floor
        await until(lambda: floor.missions[MissionId("velo")].name == "Vélos")
        task.cancel()


async def test_old_answers_are_forgotten(server: Served) -> None:
    async with expert_at(server.url) as alice:
        await alice.must({"type": "slots", "slots": 2})
    queries, now = server.house.queries, server.house.clock.now()
    await queries.forget_commands(now - housekeeping.ANSWERS_KEPT)
    key = next(iter(server.house.present.answers._known))
    assert await queries.answers([key])
    await queries.forget_commands(now + housekeeping.ANSWERS_KEPT)
    assert not await queries.answers([key])


async def test_a_new_password_closes_the_sockets(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(housekeeping, "LOOK_EVERY", 0.01)
    async with (
        expert_at(server.url) as alice,
        expert_at(server.url, "bruno") as bruno,
        asyncio.TaskGroup() as tasks,
    ):
        await save_password(server.house.database, ExpertId("alice"), "new hash")
        task = tasks.create_task(housekeeping.keep_house(server.house))
        assert (await alice.closing())[0] == 4401
        await bruno.must({"type": "slots", "slots": 2})
        task.cancel()
