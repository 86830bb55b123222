"""The parts put together, and what they share."""

from dataclasses import replace
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus

from pupitre.domain.ids import MissionId
from pupitre.server.house import Limits
from pupitre.server.store.rosters import save_mission
from tests.support.clients import expert_at, raw_visitor
from tests.support.server import Served, served


async def test_a_mission_that_was_just_made_is_found(server: Served) -> None:
    velo = await server.house.mission("velo")
    assert velo
    assert await server.house.mission("new") is None
    await save_mission(server.house.database, replace(velo, id=MissionId("new"), groups=()))
    new = await server.house.mission("new")
    assert new
    assert new.name == "Vélo"


async def test_one_address_has_so_many_connections(tmp_path: Path) -> None:
    limits = Limits(connections_per_address=1)
    async with served(tmp_path, limits=limits) as server:
        async with expert_at(server.url):
            with pytest.raises(InvalidStatus, match="403"):
                async with raw_visitor(server.url):
                    pass
        async with expert_at(server.url):
            pass
