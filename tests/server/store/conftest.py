"""A real database in a file, with the demo's people."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from pupitre.server.store.database import Database, address_in, open_database
from tests.support.server import demo_in


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    await asyncio.to_thread(demo_in, tmp_path)
    engine = await open_database(address_in(tmp_path))
    yield engine
    await engine.close()
