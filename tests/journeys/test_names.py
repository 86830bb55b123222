"""The names that assistive technology and acceptance tests rely on are real."""

from collections.abc import AsyncIterator

import pytest

from pupitre.app.demo.visitors import Person, SoftVisitor
from pupitre.wire import visitor_events
from tests.support.pilot import DeskPilot

pytestmark = pytest.mark.journey

CAMILLE = Person(name="Camille D.", mission="velo")
DESK = (
    *(("Pupitre", "frame"), ("Conversations", "list"), ("Thread", "list"), ("Message", "text")),
    *(("Send", "push button"), ("Pause…", "push button"), ("Transfer…", "push button")),
    *(("Close…", "push button"), ("Availability", None), ("Search", "text"), ("Paused", None)),
    ("Visitor", None),
)
PAUSE = (
    *(("3 hours", "radio button"), ("24 hours", "radio button"), ("Custom", "radio button")),
    *(("Date", None), ("Time", None), ("Pause", "push button")),
    ("Keep the conversation at the end of the pause", "check box"),
)
CLOSURE = (
    *(("Subjects", None), ("Note", None), ("Offer the satisfaction survey", "check box")),
    ("Close the conversation", "push button"),
)
SIGN_IN = (
    *(("Server", "text"), ("E-mail", "text"), ("Password", "password text")),
    ("Sign in", "push button"),
)


@pytest.fixture
async def camille(alice: DeskPilot) -> AsyncIterator[SoftVisitor]:
    """Somebody on Alice's desk."""
    await _has(alice, SIGN_IN)
    page = await alice.tries_it()
    visitor = SoftVisitor(page.removesuffix("/demo/velo"), CAMILLE, lambda *_: None)
    await visitor.arrive("/demo/velo", "Vélos")
    await visitor.write("Quelle taille ?")
    yield visitor
    await visitor.leave()


async def test_every_part_has_its_name(alice: DeskPilot, camille: SoftVisitor) -> None:
    row = await alice.sees("Quelle taille ?", role="list item")
    for word in ("Camille D.", "Vélo", "on the site", "Open", "Quelle taille ?", "waiting"):
        assert word.casefold() in row.casefold(), row
    await alice.opens("Quelle taille ?")
    await _has(alice, DESK)
    message = await alice.sees("Quelle taille ?", role="list item", inside="Thread")
    assert "Camille" in message

    await alice.press("Pause…", role="push button")
    await alice.ask("find", "Pause the conversation")
    await _has(alice, PAUSE)
    alice.picture("journey-names-pause")
    await alice.keys("Escape")

    await alice.press("Close…", role="push button")
    await alice.ask("find", "Close the conversation")
    await _has(alice, CLOSURE)
    await alice.keys("Escape")

    for ticked in (False, True):
        await alice.press("Availability")
        await alice.is_ticked("Availability", ticked)

    alice.close_window()
    await alice.ask("find", "End of shift")
    await alice.press("Close…", inside="End of shift")
    await alice.press("Taille et cadre")
    await alice.press("Close the conversation", role="push button")
    await alice.press("Settle all and sign out")
    assert await alice.ended() == 0
    await camille.hears(visitor_events.Closed)


async def _has(alice: DeskPilot, parts: tuple[tuple[str, str | None], ...]) -> None:
    missing = [name for name, role in parts if not await alice.has(name, role)]
    assert not missing, await alice.tree()
