"""A server that mails, a real mail server, and the two ends of a conversation."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.server.mail.absence import Absence
from tests.support.clients import expert_at, visitor_at
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


@asynccontextmanager
async def gone(
    server: Served, email: str = "camille@visitor.test", language: str = "fr"
) -> AsyncIterator[Absence]:
    """Play a visitor who asks, leaves an address and leaves."""
    async with expert_at(server.url) as alice:
        await alice.available()
        async with visitor_at(server.url, language=language) as camille:
            talk = await camille.must_say("Avez-vous ce vélo en bleu ?")
            token = (await camille.of_type("welcome"))["visitor"]
            assert (await camille.ask({"type": "email", "email": email}))["type"] == "done"
            await alice.event("email_given")
        await alice.event("visitor_left")
        yield Absence(server, alice, talk, token)
