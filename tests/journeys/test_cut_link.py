"""A desk whose network goes says so, keeps what is written, and catches up when it returns."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from pupitre.app.demo.visitors import Person, SoftVisitor
from pupitre.wire import visitor_events
from tests.support.link import Link, link_to
from tests.support.pilot import DeskPilot, desk
from tests.support.server import ServerProgram
from tests.support.x11 import XSession

pytestmark = pytest.mark.journey

CAMILLE = Person(name="Camille D.", mission="velo")


@pytest.fixture
async def link(tmp_path: Path) -> AsyncIterator[Link]:
    """A link to a real server, which may be cut."""
    with ServerProgram(tmp_path / "server") as program:
        async with link_to(int(program.url.rpartition(":")[2])) as opened:
            yield opened


@pytest.fixture
async def alice(link: Link, x_session: XSession, tmp_path: Path) -> AsyncIterator[DeskPilot]:
    """Alice, signed in over that link and available."""
    folder = tmp_path / "alice"
    folder.mkdir()
    server = f"http://127.0.0.1:{link.port}"
    options = ("--language", "en", "--server", server, "--email", "alice@demo.test")
    async with desk(x_session, folder, *options) as pilot:
        await pilot.types("Password", "demo")
        await pilot.press("Sign in", role="push button")
        await pilot.sees("Connected")
        await pilot.press("Availability")
        yield pilot
        x_session.notices.dismiss_all()


async def test_what_is_written_without_a_network_arrives_when_it_returns(
    alice: DeskPilot, link: Link
) -> None:
    camille = SoftVisitor(f"http://127.0.0.1:{link.port}", CAMILLE, lambda *_: None)
    await camille.arrive("/demo/velo", "Vélos")
    await camille.write("Is it in stock?")
    await alice.opens("Is it in stock?")
    await camille.leave()
    link.unplug()
    await alice.sees("No link since")
    await alice.sees("Presence unknown", role="label")
    await alice.write("Message", "Yes, three of them.")
    await alice.press("Send")
    await alice.sees("On this computer", role="list item", inside="Thread")
    alice.picture("journey-no-link")
    link.plug()
    await alice.sees("Connected")
    await alice.sees("Stored", role="list item", inside="Thread")
    await camille.arrive("/demo/velo", "Vélos")
    heard = [event for event in camille.events() if isinstance(event, visitor_events.Message)]
    assert [event.text for event in heard] == ["Is it in stock?", "Yes, three of them."]
    await camille.leave()
