"""What a desk looks up."""

from tests.support.clients import ExpertDesk, expert_at, fresh, visitor_at
from tests.support.server import Served


async def closed_conversation(desk: ExpertDesk, server: Served, text: str = "Une écharpe ?") -> str:
    await desk.available()
    async with visitor_at(server.url) as visitor:
        conversation = await visitor.must_say(text)
        await desk.must({"type": "post", "text": "Oui !", "attachments": []}, conversation)
        close = {"type": "close", "subjects": ["velo-choix"], "note": "vu", "survey": True}
        await desk.must(close, conversation)
        answer = {"type": "answer_survey", "conversation": conversation, "csat": 4, "nps": 9}
        await visitor.ask(answer)
    return conversation


async def test_closed_conversations_and_a_visitors_history(server: Served) -> None:
    async with expert_at(server.url) as alice:
        conversation = await closed_conversation(alice, server)
        closed = await alice.query({"type": "closed"})
        (past,) = closed["conversations"]
        assert (past["id"], past["subjects"], past["note"], past["csat"]) == (
            conversation,
            ["velo-choix"],
            "vu",
            4,
        )
        history = await alice.query({"type": "history", "visitor": past["visitor"]})
        assert history["conversations"] == [past]
        before = {"type": "closed", "before": past["closed_at"]}
        assert (await alice.query(before))["conversations"] == []


async def test_search_is_blind_to_accents(server: Served) -> None:
    async with expert_at(server.url) as alice:
        conversation = await closed_conversation(alice, server, "Une ÉCHARPE 100 % laine ?")
        for words in ("echarpe", "laine Écharpe", "100 %"):
            (hit,) = (await alice.query({"type": "search", "text": words}))["hits"]
            assert (hit["conversation"], hit["mission"]) == (conversation, "velo")
            assert "ÉCHARPE" in hit["excerpt"]
        for words in ("coton", "_", "10% "):
            assert (await alice.query({"type": "search", "text": words}))["hits"] == []


async def test_figures_of_a_day(server: Served) -> None:
    async with expert_at(server.url) as alice:
        await closed_conversation(alice, server)
        day = {"since": "2020-01-01T00:00:00.000Z", "until": "2999-01-01T00:00:00.000Z"}
        found = await alice.query({"type": "statistics"} | day)
        assert found["total"]["conversations"] == 1
        assert found["total"]["csat"] == 100
        assert found["total"]["nps"] == 100
        assert [part["key"] for part in found["subjects"]] == ["velo-choix"]
        assert [part["key"] for part in found["experts"]] == ["alice"]
        mine = await alice.query({"type": "statistics", "mine": True} | day)
        assert (mine["total"]["conversations"], mine["total"]["nps"]) == (1, 100)
        async with expert_at(server.url, "bruno") as bruno:
            his = await bruno.query({"type": "statistics", "mine": True} | day)
            assert his["total"]["conversations"] == 0
            assert his["total"]["csat"] is None, "nothing was measured"
        none = {"since": "2019-01-01T00:00:00.000Z", "until": "2020-01-01T00:00:00.000Z"}
        empty = await alice.query({"type": "statistics"} | none)
        assert empty["total"]["csat"] is None


async def test_a_stretch_of_a_conversation(server: Served) -> None:
    async with expert_at(server.url) as alice:
        conversation = await closed_conversation(alice, server)
        asked = {"type": "events", "conversation": conversation, "before": 4, "limit": 2}
        found = await alice.query(asked)
        assert [entry["seq"] for entry in found["entries"]] == [2, 3]
        unknown = await alice.query({"type": "events", "conversation": "none"})
        assert unknown["code"] == "unknown_conversation"


async def test_a_broken_query_is_refused(server: Served) -> None:
    async with expert_at(server.url) as alice:
        found = await alice.query({"type": "closed", "limit": 100_000})
        assert found["code"] == "bad_frame"
        await alice.send({"type": "query", "id": fresh(), "query": {"type": "everything"}})
        await alice.send({"type": "ping"})
        await alice.of_type("pong")
