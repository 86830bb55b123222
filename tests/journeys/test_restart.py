"""A desk killed at any instant loses neither what was being written nor what was sent."""

import asyncio

import pytest

from pupitre.app.demo.visitors import Person, SoftVisitor
from pupitre.wire import visitor_events
from tests.support.loop import until
from tests.support.pilot import DeskPilot

pytestmark = pytest.mark.journey

CAMILLE = Person(name="Camille D.", mission="velo")
HALF = "I am looking for the frame in"
SENT = "It is in stock in M."


async def test_a_killed_desk_keeps_drafts_and_what_was_sent(alice: DeskPilot) -> None:
    page = await alice.tries_it()
    camille = SoftVisitor(page.removesuffix("/demo/velo"), CAMILLE, lambda *_: None)
    await camille.arrive("/demo/velo", "Vélos")
    await camille.write("Which size?")
    await alice.opens("Which size?")
    await alice.write("Message", HALF)
    await asyncio.sleep(1)  # a draft is on disk 0.3 s after the last key
    alice.kill()
    await camille.leave()

    await alice.start()
    await alice.sees("Which size?", role="list item")
    await alice.opens("Which size?")
    assert await alice.ask("read", "Message") == HALF
    await alice.write("Message", SENT)
    await alice.press("Send")
    await asyncio.sleep(0.5)  # it is held for the undo: not sent yet
    alice.kill()

    await alice.start()
    await alice.sees(SENT, role="list item")
    await alice.sees("Connected")  # the list is there before the server is
    await camille.arrive("/demo/velo", "Vélos")
    await until(lambda: answers(camille), 30.0)
    await camille.write("Hello again")
    assert answers(camille) == [SENT]
    await camille.leave()


def answers(visitor: SoftVisitor) -> list[str]:
    return [
        event.text
        for event in visitor.events()
        if isinstance(event, visitor_events.Message) and event.author == "expert"
    ]
