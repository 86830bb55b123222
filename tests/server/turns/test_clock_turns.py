"""What the clock does: pauses end, absent owners lose what waits, queues drain (fast clock)."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.support.clients import ExpertDesk, Frame, VisitorPage, expert_at, visitor_at
from tests.support.server import Served, served

SAY = {"type": "post", "text": "Oui ?", "attachments": []}


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


async def opened(desk: ExpertDesk, page: VisitorPage) -> str:
    await desk.available()
    conversation = await page.must_say("Bonjour")
    await desk.arrived()
    return conversation


def in_hours(server: Served, hours: float) -> str:
    moment = server.house.clock.now() + timedelta(hours=hours)
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


async def resumed(desk: ExpertDesk, after: int = 0) -> Frame:
    return await desk.event("resumed", after)


async def test_a_kept_pause_ends_on_time_and_comes_back(fast: Served) -> None:
    async with expert_at(fast.url) as alice, visitor_at(fast.url) as visitor:
        conversation = await opened(alice, visitor)
        until = in_hours(fast, 1)
        await alice.must({"type": "pause", "until": until, "keep": True}, conversation)
        back = await resumed(alice)
        assert back["event"]["reason"] == "expired"
        assert at(back["at"]) >= at(until)
        assert not alice.of("departed")


async def test_a_pause_that_is_not_kept_goes_to_somebody_else(fast: Served) -> None:
    async with (
        expert_at(fast.url) as alice,
        expert_at(fast.url, "bruno") as bruno,
        visitor_at(fast.url) as visitor,
    ):
        conversation = await opened(alice, visitor)
        await bruno.available()
        pause = {"type": "pause", "until": in_hours(fast, 1), "keep": False}
        await alice.must(pause, conversation)
        replica = await bruno.arrived()
        assert replica["id"] == conversation
        assert replica["events"][-1]["event"] == {
            "type": "assigned",
            "expert": "bruno",
            "reason": "released",
        }
        assert (await alice.of_type("departed"))["reason"] == "released"


async def test_the_visitor_ends_the_pause_over_the_slots(fast: Served) -> None:
    async with (
        expert_at(fast.url) as alice,
        visitor_at(fast.url) as first,
        visitor_at(fast.url) as second,
    ):
        await alice.must({"type": "slots", "slots": 1})
        conversation = await opened(alice, first)
        pause = {"type": "pause", "until": in_hours(fast, 300), "keep": False}
        await alice.must(pause, conversation)
        await second.must_say("Moi aussi")
        await alice.hear(lambda f: f["type"] == "expert" and f["expert"]["open"] == 1)
        await first.say("Me revoilà")
        assert (await resumed(alice))["event"]["reason"] == "visitor_replied"
        await alice.hear(lambda f: f["type"] == "expert" and f["expert"]["open"] == 2)


async def test_after_24_hours_an_absent_owner_loses_what_waits(tmp_path: Path) -> None:
    async with (
        served(tmp_path, clock_rate=36_000) as fast,
        expert_at(fast.url) as alice,
        expert_at(fast.url, "bruno") as bruno,
        visitor_at(fast.url) as visitor,
    ):
        conversation = await opened(alice, visitor)
        await bruno.available()
        await alice.available(available=False)
        replica = await bruno.arrived()
        assert replica["id"] == conversation
        last = replica["events"][-1]
        assert last["event"]["reason"] == "unavailable"
        waited = at(last["at"]) - at(replica["events"][1]["at"])
        assert waited >= timedelta(hours=24)
        assert (await alice.of_type("departed"))["reason"] == "reassigned"


async def test_an_owner_who_comes_back_keeps_it(fast: Served) -> None:
    async with expert_at(fast.url) as alice, visitor_at(fast.url) as visitor:
        conversation = await opened(alice, visitor)
        await alice.available(available=False)
        assert (conversation, "reclaim") in fast.house.scheduler._at
        await alice.available()
        assert (conversation, "reclaim") not in fast.house.scheduler._at


async def test_a_lost_link_counts_as_away_after_30_seconds(fast: Served) -> None:
    async with expert_at(fast.url, "bruno") as bruno:
        async with expert_at(fast.url) as alice:
            await alice.available()
        gone = await bruno.hear(
            lambda f: (
                f["type"] == "expert"
                and not f["expert"]["connected"]
                and f["expert"]["id"] == "alice"
            )
        )
        assert gone["expert"]["available"] is True
        async with expert_at(fast.url) as alice:
            you = (await alice.of_type("welcome"))["you"]
            assert (you["connected"], you["available"]) == (True, True)


async def test_changes_of_the_roster_are_taken_over(server: Served) -> None:
    from pupitre.domain.ids import ExpertId, GroupId
    from pupitre.domain.people import Expert
    from pupitre.server.passwords import hash_now
    from pupitre.server.store.rosters import save_expert

    dora = Expert(
        id=ExpertId("dora"), name="Dora", email="dora@demo.test", groups=(GroupId("velo-conseil"),)
    )
    await save_expert(server.house.database, dora, hash_now("demo"))
    async with expert_at(server.url, "dora") as desk:
        welcome = await desk.of_type("welcome")
        assert [mission["id"] for mission in welcome["missions"]] == ["velo"]
