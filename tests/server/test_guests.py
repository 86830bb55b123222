"""Who a visitor is, from their first page on."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import replace

from pupitre.domain.evolution import fold
from pupitre.domain.ids import MissionId, VisitorId
from pupitre.server.guests import Guest, Guests
from tests.server.makers import NOON, begun, blank
from tests.support.clients import VisitorPage, fresh, raw_visitor, visitor_at
from tests.support.server import Served

HELLO = {"type": "hello", "mission": "velo", "page": {"url": "https://shop.example/", "title": ""}}


def guest(name: str) -> Guest:
    return Guest(id=VisitorId(name), mission=MissionId("velo"), token=name.encode())


def test_who_holds_a_token_is_found_until_they_are_forgotten() -> None:
    guests = Guests()
    guests.put(guest("ana"))
    assert guests.with_token(b"ana") == guest("ana")
    assert guests.with_token(b"ben") is None
    guests.forget(VisitorId("ana"))
    assert guests.with_token(b"ana") is None


def test_the_longest_unused_are_let_go_but_not_the_connected() -> None:
    guests = Guests(capacity=1)
    for name in ("ana", "ben", "cleo"):
        guests.put(guest(name))
    guests.trim(lambda id_: id_ == "ana")
    assert guests.with_token(b"ana") == guest("ana")
    assert guests.with_token(b"ben") is None


def test_experts_see_a_visitor_as_in_the_conversation() -> None:
    talk = fold(blank(), begun())
    seen = replace(guest("ana"), name="Ana", device="Firefox, Linux").seen_in(talk)
    assert (seen.name, seen.on_site, seen.device) == ("Ana", True, "Firefox, Linux")


def test_a_row_holds_the_hash_of_the_token() -> None:
    row = guest("ana").row(NOON)
    assert (row["token"], row["created_at"]) == (b"ana", NOON)


async def test_a_second_page_is_the_same_visitor_before_the_first_word(server: Served) -> None:
    async with visitor_at(server.url) as first:
        token = (await first.of_type("welcome"))["visitor"]
        async with visitor_at(server.url, token=token) as second:
            assert (await second.of_type("welcome"))["visitor"] == token
            conversation = await first.must_say("Bonjour")
            assert (await second.event("message"))["conversation"] == conversation


async def test_a_page_that_comes_with_the_first_word_joins_its_conversation(
    server: Served,
) -> None:
    """Several pages say hello in the very round that stores the first message."""
    async with AsyncExitStack() as stack:
        first = await stack.enter_async_context(visitor_at(server.url))
        token = (await first.of_type("welcome"))["visitor"]
        others = [await stack.enter_async_context(raw_visitor(server.url)) for _ in range(8)]
        post = {"type": "post", "text": "Bonjour", "attachments": []}
        await asyncio.gather(
            first.send({"type": "command", "id": fresh(), "command": post}),
            *(other.send(HELLO | {"visitor": token, "language": "fr"}) for other in others),
        )
        conversation = (await first.event("message"))["conversation"]
        await asyncio.gather(*(joined(other, token) for other in others))
        await asyncio.gather(*(other.say(f"{at}") for at, other in enumerate(others)))
        spoken = [frame["conversation"] for frame in first.of("event")]
        assert set(spoken) == {conversation}


async def joined(page: VisitorPage, token: str) -> None:
    assert (await page.of_type("welcome"))["visitor"] == token
