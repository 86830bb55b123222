"""A real browser and the real desk, in a real X session."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.support.browser import chromium
from tests.support.pilot import DeskPilot, desk
from tests.support.x11 import XSession


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """Give a Chromium to play visitors in."""
    async with chromium() as started:
        yield started


@pytest.fixture
async def alice(x_session: XSession, tmp_path: Path) -> AsyncIterator[DeskPilot]:
    """Give a person before a desk that was never opened."""
    async with desk(x_session, tmp_path, "--language", "en", "--theme", "light") as pilot:
        yield pilot
        x_session.notices.dismiss_all()
