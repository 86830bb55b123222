"""The visitor socket: who may in, what is shown, and presence."""

import asyncio

import pytest

from tests.support.clients import HOME, LATER, expert_at, fresh, raw_visitor, visitor_at
from tests.support.patience import until
from tests.support.server import Served


async def test_a_visitor_is_known_again_by_the_token(server: Served) -> None:
    async with visitor_at(server.url) as visitor:
        token = (await visitor.of_type("welcome"))["visitor"]
        conversation = await visitor.must_say("Bonjour")
    async with visitor_at(server.url, token=token) as visitor:
        welcome = await visitor.of_type("welcome")
        assert welcome["visitor"] == token
        assert welcome["conversation"]["id"] == conversation
    async with visitor_at(server.url, token="somebody else's") as visitor:
        welcome = await visitor.of_type("welcome")
        assert welcome["visitor"] != "somebody else's"
        assert welcome["conversation"] is None


async def test_a_token_of_another_mission_is_nobodys(server: Served) -> None:
    async with visitor_at(server.url) as visitor:
        token = (await visitor.of_type("welcome"))["visitor"]
        await visitor.must_say("Bonjour")
    async with visitor_at(server.url, "cave", token) as visitor:
        assert (await visitor.of_type("welcome"))["conversation"] is None


async def test_a_page_that_stays_open_can_ask_how_the_mission_stands(server: Served) -> None:
    async with visitor_at(server.url, "cave") as visitor:
        assert not (await visitor.of_type("welcome"))["mission"]["available"]
        async with expert_at(server.url) as alice:
            await alice.available()
            await visitor.send({"type": "mission"})
            told = await visitor.of_type("mission")
            assert told["mission"]["available"]
            assert told["mission"]["name"] == "La Cave"


async def test_notes_pauses_and_subjects_never_reach_the_visitor(server: Served) -> None:
    async with expert_at(server.url) as alice, visitor_at(server.url) as visitor:
        await alice.available()
        conversation = await visitor.must_say("Bonjour")
        await alice.must({"type": "note", "text": "SECRET"}, conversation)
        await alice.must({"type": "pause", "until": LATER, "keep": True}, conversation)
        await alice.must({"type": "resume"}, conversation)
        await alice.must(
            {"type": "close", "subjects": ["velo-choix"], "note": "SECRET"}, conversation
        )
        closed = await visitor.event("closed")
        assert closed["event"] == {"type": "closed", "by": "expert", "survey": True}
        assert "SECRET" not in str(visitor.frames)
        assert not {"note", "paused", "resumed"} & {e["type"] for e in visitor.events()}


async def test_a_wrong_origin_and_an_unknown_mission_are_turned_away(server: Served) -> None:
    hello = {"type": "hello", "mission": "velo", "visitor": None, "page": HOME}
    async with raw_visitor(server.url, origin="https://evil.example") as page:
        await page.send(hello)
        assert (await page.closing())[0] == 4403
    async with raw_visitor(server.url, origin=server.url) as page:
        await page.send(hello)
        await page.of_type("welcome")
    async with raw_visitor(server.url) as page:
        await page.send(hello | {"mission": "nothing"})
        assert (await page.closing())[0] == 4404


async def test_a_live_mission_without_experts_says_so_at_once(server: Served) -> None:
    async with visitor_at(server.url, "cave") as visitor:
        assert (await visitor.of_type("welcome"))["mission"]["available"] is False
        assert (await visitor.say("Bonjour"))["code"] == "nobody_available"
        assert (await visitor.ask({"type": "end"}))["code"] == "unknown_conversation"


async def test_thirty_messages_at_once_and_then_slower(server: Served) -> None:
    async with visitor_at(server.url) as visitor:
        answers = [await visitor.say(f"message {number}") for number in range(40)]
        refused = [answer for answer in answers if answer["type"] == "refused"]
        assert [answer["code"] for answer in answers[:30] if "code" in answer] == []
        assert {answer["code"] for answer in refused} == {"slow_down"}
        id_ = refused[-1]["id"]
        await asyncio.sleep(1.1)
        assert (await visitor.say("again", id_))["type"] == "done"


async def test_the_same_message_again_is_not_one_more(server: Served) -> None:
    async with visitor_at(server.url) as visitor:
        id_ = fresh()
        first = await visitor.say("Bonjour", id_)
        again = [await visitor.say("Bonjour", id_) for _ in range(45)]
        assert again == [first] * 45, "a visitor who sends again has written one message"
        assert (await visitor.say("Et encore"))["type"] == "done"


async def test_a_blocked_visitor_cannot_write(server: Served) -> None:
    async with expert_at(server.url) as alice, visitor_at(server.url) as visitor:
        await alice.available()
        conversation = await visitor.must_say("...")
        await alice.must({"type": "block", "reason": "insults"}, conversation)
        await alice.must({"type": "close", "subjects": ["velo-autre"]}, conversation)
        assert (await visitor.say("and now?"))["code"] == "blocked"


async def test_the_visitor_ends_and_the_expert_still_qualifies(server: Served) -> None:
    async with expert_at(server.url) as alice, visitor_at(server.url) as visitor:
        await alice.available()
        conversation = await visitor.must_say("Bonjour")
        await alice.must({"type": "post", "text": "Oui ?"}, conversation)
        assert (await visitor.ask({"type": "end"}))["type"] == "done"
        assert (await alice.event("closed"))["event"]["by"] == "visitor"
        assert (await alice.of_type("departed"))["reason"] == "closed"
        await alice.must({"type": "qualify", "subjects": ["velo-autre"]}, conversation)
        assert (await alice.event("qualified"))["event"]["subjects"] == ["velo-autre"]


async def test_the_next_message_after_closing_goes_to_the_same_expert(server: Served) -> None:
    async with (
        expert_at(server.url) as alice,
        expert_at(server.url, "bruno") as bruno,
        visitor_at(server.url) as visitor,
    ):
        await bruno.available()
        first = await visitor.must_say("Bonjour")
        await bruno.arrived()
        await alice.available()
        await bruno.must({"type": "close", "subjects": ["velo-autre"]}, first)
        mark = len(bruno.frames)
        await visitor.say("une chose encore")
        replica = await bruno.arrived(mark)
        assert replica["id"] != first
        assert replica["events"][0]["event"]["previous"] == first
        assert replica["events"][-1]["event"]["reason"] == "returning"


async def test_a_page_change_is_no_departure_and_ten_seconds_are(fast: Served) -> None:
    async with expert_at(fast.url) as alice:
        await alice.available()
        async with visitor_at(fast.url) as visitor:
            token = (await visitor.of_type("welcome"))["visitor"]
            await visitor.must_say("Bonjour")
            await alice.arrived()
            async with visitor_at(fast.url, token=token):
                pass
            await visitor.send({"type": "page", "url": "https://shop.example/b", "title": "B"})
            await alice.event("page")
            assert not alice.events("visitor_left")
        await alice.event("visitor_left")
        async with visitor_at(fast.url, token=token):
            await alice.event("visitor_arrived")


async def test_who_goes_from_one_page_to_the_next_has_not_left(server: Served) -> None:
    """V1: between the two there is no page for a moment, and that is no departure."""
    async with expert_at(server.url) as alice:
        await alice.available()
        async with visitor_at(server.url) as visitor:
            token = (await visitor.of_type("welcome"))["visitor"]
            await visitor.must_say("Bonjour")
            await alice.arrived()
        async with visitor_at(server.url, token=token) as visitor:
            await visitor.must_say("Et ceci ?")
            await alice.event("message")
            assert not alice.events("visitor_left")
            assert not alice.events("visitor_arrived")


async def test_broken_frames_leave_the_socket_alive(server: Served) -> None:
    async with visitor_at(server.url) as visitor:
        await visitor.send("[1]")
        await visitor.send({"type": "command", "id": fresh(), "command": {"type": "pause"}})
        await visitor.send({"type": "ping"})
        await visitor.of_type("pong")
        assert [frame["code"] for frame in visitor.of("refused")] == ["bad_frame"] * 2


async def test_a_stranger_who_never_wrote_leaves_nothing_behind(fast: Served) -> None:
    async with visitor_at(fast.url) as visitor:
        await visitor.of_type("welcome")
    await until(lambda: not fast.house.present.guests._guests)


async def test_an_email_is_kept_and_not_repeated_to_the_page(server: Served) -> None:
    async with expert_at(server.url) as alice, visitor_at(server.url) as visitor:
        await alice.available()
        await visitor.must_say("Bonjour")
        assert (await visitor.ask({"type": "email", "email": "not one"}))["code"] == "bad_frame"
        await visitor.ask({"type": "email", "email": "zoe@example.org"})
        assert (await alice.event("email_given"))["event"]["email"] == "zoe@example.org"
        assert "zoe@example.org" not in str(visitor.frames)


@pytest.mark.parametrize(("mission", "shown"), [("velo", "Je vou"), ("cave", None)])
async def test_what_is_being_written_is_shown_where_the_mission_allows_it_and_never_stored(
    mission: str, shown: str | None, server: Served
) -> None:
    """V6."""
    async with expert_at(server.url) as alice:
        await alice.available()
        async with visitor_at(server.url, mission) as visitor:
            conversation = await visitor.must_say("Bonjour")
            await alice.arrived()
            await visitor.send({"type": "typing", "text": "Je vou"})
            assert await alice.of_type("typing") == {
                "type": "typing",
                "conversation": conversation,
                "text": shown,
            }
            stored = await alice.query({"type": "events", "conversation": conversation})
            assert "Je vou" not in str(stored)
