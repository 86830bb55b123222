"""The expert socket: who may in, every refusal, once only, and only what is missing."""

import asyncio

import pytest

from tests.support.clients import (
    LATER,
    ExpertDesk,
    Frame,
    VisitorPage,
    expert_at,
    fresh,
    raw_expert,
    token_of,
    visitor_at,
)
from tests.support.server import Served

SAY = {"type": "post", "text": "Bonjour !", "attachments": []}
PAST = "2020-01-01T00:00:00.000Z"
FAR = "2999-01-01T00:00:00.000Z"


async def conversation_between(desk: ExpertDesk, page: VisitorPage) -> str:
    await desk.available()
    conversation = await page.must_say("Bonjour")
    await desk.arrived()
    return conversation


async def test_a_wrong_token_is_refused_and_the_socket_closed(server: Served) -> None:
    async with raw_expert(server.url) as desk:
        await desk.send({"type": "hello", "token": "nobody's", "app": "test", "known": {}})
        assert (await desk.of_type("refused"))["code"] == "not_signed_in"
        assert (await desk.closing())[0] == 4401


async def test_nothing_is_done_before_hello(server: Served) -> None:
    async with raw_expert(server.url) as desk:
        command = {"type": "availability", "available": True}
        answer = await desk.ask(command)
        assert answer["code"] == "not_signed_in"


async def test_other_subprotocols_are_turned_away(server: Served) -> None:
    async with raw_expert(server.url, subprotocols=["pupitre.v9"]) as desk:
        code, reason = await desk.closing()
        assert code == 1002
        assert "pupitre.v1" in reason


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ({"type": "post", "text": "x" * 5001, "attachments": []}, "too_long"),
        ({"type": "post", "text": "  ", "attachments": []}, "empty"),
        ({"type": "pause", "until": PAST, "keep": True}, "pause_in_the_past"),
        ({"type": "pause", "until": FAR, "keep": True}, "pause_too_long"),
        ({"type": "resume"}, "wrong_status"),
        ({"type": "close", "subjects": [], "note": "", "survey": True}, "subject_required"),
        ({"type": "close", "subjects": ["velo-achat"]}, "unknown_subject"),
        ({"type": "transfer", "expert": "bruno", "note": ""}, "target_unavailable"),
        ({"type": "transfer", "expert": "nobody", "note": ""}, "unknown_target"),
        ({"type": "transfer", "group": "cave-sommeliers"}, "unknown_target"),
        ({"type": "pause", "until": "tomorrow", "keep": True}, "bad_frame"),
        ({"type": "sing"}, "bad_frame"),
        ({"type": "post", "text": 3}, "bad_frame"),
    ],
)
async def test_a_command_is_refused_with_its_code_and_the_socket_lives(
    server: Served, command: Frame, code: str
) -> None:
    async with expert_at(server.url) as alice, visitor_at(server.url) as visitor:
        conversation = await conversation_between(alice, visitor)
        assert await alice.refused(command, conversation) == code
        assert (await alice.must(SAY, conversation))["seq"] == 4


async def test_a_conversation_belongs_to_its_owner(server: Served) -> None:
    async with (
        expert_at(server.url) as alice,
        expert_at(server.url, "bruno") as bruno,
        visitor_at(server.url) as visitor,
    ):
        conversation = await conversation_between(alice, visitor)
        assert await bruno.refused(SAY, conversation) == "not_yours"
        assert await bruno.refused(SAY, "no-such-conversation") == "unknown_conversation"
        assert await bruno.refused(SAY) == "bad_frame"
        assert not bruno.of("event")


async def test_signing_out_waits_for_open_conversations(server: Served) -> None:
    async with expert_at(server.url) as alice, visitor_at(server.url) as visitor:
        conversation = await conversation_between(alice, visitor)
        answer = await alice.ask({"type": "sign_out"})
        assert answer["code"] == "desk_not_settled"
        assert answer["detail"]["conversations"] == [conversation]


async def test_the_same_command_ten_times_has_one_effect(server: Served) -> None:
    async with expert_at(server.url) as alice, visitor_at(server.url) as visitor:
        conversation = await conversation_between(alice, visitor)
        frame = {"type": "command", "id": fresh(), "conversation": conversation, "command": SAY}
        for _ in range(10):
            await alice.send(frame)
        await alice.must({"type": "note", "text": "after"}, conversation)
        answers = [f for f in alice.of("done") if f["id"] == frame["id"]]
        assert [answer["seq"] for answer in answers] == [4] * 10
        assert [event["text"] for event in alice.events("message")] == ["Bonjour !"]


async def test_a_refused_command_stays_refused(server: Served) -> None:
    async with expert_at(server.url) as alice, visitor_at(server.url) as visitor:
        conversation = await conversation_between(alice, visitor)
        id_ = fresh()
        resume = {"type": "resume"}
        assert (await alice.ask(resume, conversation, id_))["code"] == "wrong_status"
        await alice.must({"type": "pause", "until": LATER, "keep": True}, conversation)
        assert (await alice.ask(resume, conversation, id_))["code"] == "wrong_status"


async def test_a_desk_that_comes_back_gets_only_what_is_missing(server: Served) -> None:
    token = await token_of(server.url)
    async with visitor_at(server.url) as visitor:
        async with expert_at(server.url, token=token) as alice:
            conversation = await conversation_between(alice, visitor)
        await visitor.say("encore là ?")
        async with expert_at(server.url, known={conversation: 3}, token=token) as alice:
            (replica,) = (await alice.of_type("welcome"))["conversations"]
            assert replica["snapshot"] is None
            assert [(e["seq"], e["event"]["text"]) for e in replica["events"]] == [
                (4, "encore là ?")
            ]
        async with expert_at(server.url, known={conversation: 999}, token=token) as alice:
            (replica,) = (await alice.of_type("welcome"))["conversations"]
            assert [entry["seq"] for entry in replica["events"]] == [1, 2, 3, 4]


async def test_a_desk_says_hello_again_on_the_socket_it_has(server: Served) -> None:
    token = await token_of(server.url)
    async with expert_at(server.url, token=token) as alice, visitor_at(server.url) as visitor:
        conversation = await conversation_between(alice, visitor)
        after, hello = len(alice.frames), {"type": "hello", "app": "test"}
        await alice.send(hello | {"token": token, "known": {conversation: 1}})
        (replica,) = (await alice.of_type("welcome", after))["conversations"]
        assert [entry["seq"] for entry in replica["events"]] == [2, 3]
        await alice.must({"type": "post", "text": "Bonjour"}, conversation)
        told = [frame for frame in alice.of("event") if frame["event"]["type"] == "message"]
        assert [frame["event"]["text"] for frame in told] == ["Bonjour"], "told of it once"
        after = len(alice.frames)
        await alice.send(hello | {"token": "another", "known": {}})
        assert (await alice.of_type("refused", after))["detail"]["field"] == "token"


async def test_a_desk_that_holds_other_events_gets_the_conversation_whole(server: Served) -> None:
    token = await token_of(server.url)
    async with visitor_at(server.url) as visitor:
        async with expert_at(server.url, token=token) as alice:
            conversation = await conversation_between(alice, visitor)
            (replica,) = [it["conversation"] for it in alice.of("arrived")]
        at = {entry["seq"]: entry["at"] for entry in replica["events"]}
        known = {conversation: 3}
        for held, missing in ((at[3], []), ("2026-11-22T00:00:00.001Z", [1, 2, 3])):
            told = {conversation: held}
            async with expert_at(server.url, known=known, known_at=told, token=token) as alice:
                (replica,) = (await alice.of_type("welcome"))["conversations"]
                assert [entry["seq"] for entry in replica["events"]] == missing


async def test_a_desk_hears_of_what_it_holds_and_is_kept_no_more(server: Served) -> None:
    token = await token_of(server.url)
    async with visitor_at(server.url) as visitor:
        async with expert_at(server.url, token=token) as alice:
            conversation = await conversation_between(alice, visitor)
        known = {conversation: 3, "long gone": 0}
        async with expert_at(server.url, known=known, token=token) as alice:
            assert (await alice.of_type("erased"))["conversations"] == ["long gone"]
            assert [frame["type"] for frame in alice.frames[:2]] == ["welcome", "erased"]
        async with expert_at(server.url, known={conversation: 3}, token=token) as alice:
            await alice.query({"type": "closed", "before": None, "limit": 1})
            assert not alice.of("erased")


async def test_two_desks_of_one_expert_hear_the_same(server: Served) -> None:
    async with (
        expert_at(server.url) as one,
        expert_at(server.url) as other,
        visitor_at(server.url) as visitor,
    ):
        conversation = await conversation_between(one, visitor)
        assert (await other.arrived())["id"] == conversation
        await one.must(SAY, conversation)
        assert (await other.event("message"))["event"]["text"] == "Bonjour !"


async def test_colleagues_and_queues_are_told(server: Served) -> None:
    async with expert_at(server.url) as alice, expert_at(server.url, "bruno") as bruno:
        welcome = await alice.of_type("welcome")
        assert welcome["clock_rate"] == 1.0
        assert welcome["queues"] == {"velo-conseil": 0, "cave-sommeliers": 0}
        async with visitor_at(server.url) as visitor:
            await visitor.must_say("Quelqu'un ?")
            assert (await alice.of_type("queue"))["waiting"] == 1
            await bruno.available()
            await bruno.arrived()
            mark = len(alice.of("queue"))
            assert mark
            heard = await alice.hear(
                lambda f: (
                    f["type"] == "expert"
                    and f["expert"]["id"] == "bruno"
                    and f["expert"]["open"] == 1
                )
            )
            assert heard["expert"]["available"] is True
            last = await alice.hear(lambda f: f["type"] == "queue" and f["waiting"] == 0)
            assert last["group"] == "velo-conseil"


async def test_broken_frames_are_refused_and_the_tenth_closes(server: Served) -> None:
    async with expert_at(server.url) as alice:
        await alice.send("{")
        assert (await alice.of_type("refused"))["code"] == "bad_frame"
        await alice.send(b"\x00\x01")
        await alice.send('{"type":"command","id":"' + fresh() + '","x":"' + "y" * 70_000 + '"}')
        await alice.must({"type": "slots", "slots": 3})
        refusals = alice.of("refused")
        assert [refusal["code"] for refusal in refusals] == ["bad_frame"] * 3
        for _ in range(7):
            await alice.send("nothing")
        assert (await alice.closing())[0] == 1008


async def test_a_flood_is_slowed_down(server: Served) -> None:
    async with expert_at(server.url) as alice:
        for _ in range(260):
            await alice.send({"type": "ping"})
        refused = await alice.of_type("refused")
        assert refused["code"] == "slow_down"
        await asyncio.sleep(0.1)
        await alice.must({"type": "slots", "slots": 2})


async def test_an_expert_whose_link_blinks_has_not_been_away(server: Served) -> None:
    """R7: thirty seconds pass before anybody is told, and what was chosen holds."""
    async with expert_at(server.url, "bruno") as bruno:
        async with expert_at(server.url) as alice:
            await alice.available()
        async with expert_at(server.url) as alice:
            you = (await alice.of_type("welcome"))["you"]
            assert (you["connected"], you["available"]) == (True, True)
        await bruno.must({"type": "slots", "slots": 2})
        told = [frame["expert"] for frame in bruno.of("expert")]
        assert [it for it in told if it["id"] == you["id"] and not it["connected"]] == []


async def test_signing_out_closes_the_sockets_of_that_session(server: Served) -> None:
    import httpx

    token = await token_of(server.url)
    async with expert_at(server.url, token=token) as alice:
        async with httpx.AsyncClient(trust_env=False) as http:
            bearer = {"Authorization": f"Bearer {token}"}
            gone = await http.delete(f"{server.url}/api/session", headers=bearer)
            assert gone.status_code == 204
        assert (await alice.closing())[0] == 4401


async def test_typing_reaches_the_other_side(server: Served) -> None:
    async with expert_at(server.url) as alice, visitor_at(server.url) as visitor:
        conversation = await conversation_between(alice, visitor)
        await alice.send({"type": "typing", "conversation": conversation})
        assert (await visitor.of_type("typing"))["conversation"] == conversation
        await visitor.send({"type": "typing", "text": "Je vou"})
        assert (await alice.of_type("typing")) == {
            "type": "typing",
            "conversation": conversation,
            "text": "Je vou",
        }
        await alice.send({"type": "ping"})
        await alice.of_type("pong")
