"""A server for each test that asks: on the real clock, or 3,600 times faster."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.server import Served, served


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Served]:
    async with served(tmp_path) as running:
        yield running


@pytest.fixture
async def fast(tmp_path: Path) -> AsyncIterator[Served]:
    """A second is an hour."""
    async with served(tmp_path, clock_rate=3600.0) as running:
        yield running
