"""The main job without a mouse: from the welcome page to the end of the shift, keys alone."""

from collections.abc import AsyncIterator

import pytest

from pupitre.app.demo.visitors import Person, SoftVisitor
from pupitre.wire import visitor_events
from tests.support.patience import soon
from tests.support.pilot import DeskPilot

pytestmark = pytest.mark.journey

CAMILLE = Person(name="Camille D.", mission="velo")


@pytest.fixture
async def camille(alice: DeskPilot) -> AsyncIterator[SoftVisitor]:
    """Somebody who writes to a desk that was opened with Enter."""
    await soon(lambda: alice.active_window() == "Pupitre")
    await alice.has_the_keyboard("Try it on this computer", "push button")
    await alice.keys("Return")
    page = await alice.visited()
    visitor = SoftVisitor(page.removesuffix("/demo/velo"), CAMILLE, lambda *_: None)
    await visitor.arrive("/demo/velo", "Vélos")
    yield visitor
    await visitor.leave()


async def test_from_the_welcome_to_the_end_of_the_shift(
    alice: DeskPilot, camille: SoftVisitor
) -> None:
    await camille.write("Quelle taille ?")
    await alice.has_the_keyboard("Open the conversation", "push button")
    await alice.keys("Return")
    await alice.has_the_keyboard("Message", "text")
    alice.types_words("Un cadre M.")
    await alice.keys("Return")
    await camille.hears(visitor_events.Message)

    await alice.keys("ctrl+p")
    await alice.ask("find", "Pause the conversation")
    await alice.keys("Return")
    await alice.sees("Paused until", role="list item")
    await camille.write("Et en ville ?")
    await alice.has_the_keyboard("Message", "text")
    alice.types_words("En ville aussi.")
    await alice.keys("Return")
    await camille.hears(visitor_events.Message)

    await alice.keys("F1")
    await alice.ask("find", "Keyboard shortcuts")
    await alice.keys("Escape")
    await alice.ask("gone", "Keyboard shortcuts")
    await alice.keys("ctrl+w")
    await alice.has_the_keyboard("Subjects", "text")
    alice.types_words("cadre")
    await alice.keys("Return", "Return")
    await camille.hears(visitor_events.Closed)
    await alice.has_the_keyboard("Open a visitor page", "push button")
    await alice.keys("ctrl+shift+q")
    await alice.has_the_keyboard("Try it on this computer", "push button")
