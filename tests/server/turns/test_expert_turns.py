"""What experts' acts bring with them: freed slots, queues, transfers, loads."""

from tests.support.clients import LATER, ExpertDesk, Frame, expert_at, visitor_at
from tests.support.server import Served


async def load(desk: ExpertDesk, name: str, count: int) -> Frame:
    return await desk.hear(
        lambda f: (
            f["type"] == "expert" and (f["expert"]["id"], f["expert"]["open"]) == (name, count)
        )
    )


async def test_the_queue_drains_oldest_first_until_full(server: Served) -> None:
    async with (
        visitor_at(server.url) as one,
        visitor_at(server.url) as two,
        visitor_at(server.url) as three,
        expert_at(server.url) as alice,
    ):
        waiting = [await page.must_say("?") for page in (one, two, three)]
        await alice.must({"type": "slots", "slots": 2})
        await alice.available()
        await load(alice, "alice", 2)
        assert [f["conversation"]["id"] for f in alice.of("arrived")] == waiting[:2]
        mark = len(alice.frames)
        await alice.must({"type": "pause", "until": LATER, "keep": True}, waiting[0])
        assert (await alice.arrived(mark))["id"] == waiting[2]


async def test_raising_the_slots_takes_the_next(server: Served) -> None:
    async with (
        visitor_at(server.url) as one,
        visitor_at(server.url) as two,
        expert_at(server.url) as alice,
    ):
        await one.must_say("?")
        second = await two.must_say("?")
        await alice.must({"type": "slots", "slots": 1})
        await alice.available()
        await alice.arrived()
        mark = len(alice.frames)
        await alice.must({"type": "slots", "slots": 2})
        assert (await alice.arrived(mark))["id"] == second


async def test_a_released_conversation_does_not_come_straight_back(server: Served) -> None:
    async with visitor_at(server.url) as visitor, expert_at(server.url) as alice:
        conversation = await visitor.must_say("?")
        await alice.available()
        await alice.arrived()
        mark = len(visitor.frames)
        await alice.must({"type": "release"}, conversation)
        assert (await alice.of_type("departed"))["reason"] == "released"
        assert (await visitor.event("queued", mark))["event"]["reason"] == "released"
        assert len(alice.of("arrived")) == 1
        await alice.available(available=False)
        mark = len(alice.frames)
        await alice.available()
        assert (await alice.arrived(mark))["id"] == conversation


async def test_a_transfer_moves_it_with_its_note(server: Served) -> None:
    async with (
        visitor_at(server.url) as visitor,
        expert_at(server.url) as alice,
        expert_at(server.url, "bruno") as bruno,
    ):
        await alice.available()
        conversation = await visitor.must_say("?")
        await bruno.must({"type": "slots", "slots": 1})
        transfer = {"type": "transfer", "expert": "bruno", "note": "il veut un VTT"}
        assert await alice.refused(transfer, conversation) == "target_unavailable"
        await alice.must(transfer | {"anyway": True}, conversation)
        replica = await bruno.arrived()
        notes = [
            e["event"]["note"] for e in replica["events"] if e["event"]["type"] == "transferred"
        ]
        assert notes == ["il veut un VTT"]
        assert (await alice.of_type("departed"))["reason"] == "transferred"
        await load(alice, "bruno", 1)
        assert "VTT" not in str(visitor.frames)


async def test_slots_beyond_the_missions_are_refused(server: Served) -> None:
    async with expert_at(server.url) as alice:
        assert await alice.refused({"type": "slots", "slots": 9}) == "bad_frame"
