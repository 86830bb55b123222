"""A demo server for a whole file of journeys, an expert at the other end, and a visitor."""

from collections.abc import AsyncIterator, Iterator

import pytest
from playwright.async_api import Browser

from tests.support.browser import VisitorPage, somebody
from tests.support.clients import expert_at
from tests.support.expert import Expert
from tests.support.link import Link, link_to
from tests.support.server import ServerProgram

MAIL = """\
[mail]
host = "127.0.0.1"
port = 9
tls = "none"
sender = "chat@shop.test"
"""
"""Visitors are asked for an address; nothing is mailed within a journey."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the demo shops."""
    folder = tmp_path_factory.mktemp("demo")
    (folder / "server.toml").write_text(MAIL)
    with ServerProgram(folder / "data", "--config", str(folder / "server.toml")) as program:
        yield program.url


@pytest.fixture
async def link(server: str) -> AsyncIterator[Link]:
    """Give a way to the server that can be cut."""
    async with link_to(int(server.rpartition(":")[2])) as opened:
        yield opened


@pytest.fixture
async def alice(server: str) -> AsyncIterator[Expert]:
    """Give an expert who is there, and who leaves nothing open."""
    async with expert_at(server) as desk:
        await desk.available()
        expert = Expert(desk)
        yield expert
        await expert.settle()


@pytest.fixture
async def camille(browser: Browser, server: str, alice: Expert) -> VisitorPage:
    """Give a visitor of the bicycle shop whose chat is open, and somebody to answer her."""
    visitor = VisitorPage(await (await somebody(browser)).new_page())
    await visitor.visit(f"{server}/demo/velo?lang=en")
    await visitor.open()
    return visitor
