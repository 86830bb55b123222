"""A server that mails, a real mail server, and the two ends of a conversation."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.server.mail.absence import Absence, gone
from tests.support.postbox import Postbox, postbox
from tests.support.server import Served, served

RATE = 600.0
"""Ten minutes in a second: two minutes take 0.2 s, the grace none."""


@pytest.fixture
async def box() -> AsyncIterator[Postbox]:
    async with postbox() as opened:
        yield opened


@pytest.fixture
async def mailing(tmp_path: Path, box: Postbox) -> AsyncIterator[Served]:
    async with served(tmp_path, clock_rate=RATE, mail=box.settings) as server:
        yield server


@pytest.fixture
async def absence(mailing: Served) -> AsyncIterator[Absence]:
    """Camille asked, left an address, and left; Alice is there."""
    async with gone(mailing) as absence:
        yield absence
