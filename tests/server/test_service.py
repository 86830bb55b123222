"""The main job over real sockets: a visitor writes, an expert answers, pauses and closes."""

from tests.support.clients import expert_at, visitor_at
from tests.support.server import Served

CLOSE = {"type": "close", "subjects": ["velo-choix"], "note": "n", "survey": True}


async def test_from_the_first_word_to_the_survey(server: Served) -> None:
    async with expert_at(server.url) as alice, visitor_at(server.url) as visitor:
        await alice.available()
        conversation = await visitor.must_say("Bonjour")
        replica = await alice.arrived()
        assert replica["id"] == conversation
        assert [entry["event"]["type"] for entry in replica["events"]] == [
            "started",
            "message",
            "assigned",
        ]
        await alice.must({"type": "post", "text": "Bonjour !", "attachments": []}, conversation)
        heard = await visitor.hear(
            lambda f: f["type"] == "event" and f["event"].get("author") == "expert"
        )
        assert heard["event"]["expert_name"] == "Alice"
        await visitor.ask({"type": "seen", "seq": heard["seq"]})
        assert (await alice.event("seen"))["event"] == {
            "type": "seen",
            "by": "visitor",
            "seq": heard["seq"],
        }
        await alice.must(CLOSE, conversation)
        assert (await alice.of_type("departed"))["reason"] == "closed"
        assert (await visitor.event("closed"))["event"] == {
            "type": "closed",
            "by": "expert",
            "survey": True,
        }
        answer = {"type": "answer_survey", "conversation": conversation, "csat": 5}
        assert (await visitor.ask(answer))["type"] == "done"
        assert (await visitor.ask(answer))["code"] == "already_answered"


async def test_the_events_of_a_command_come_before_its_answer(server: Served) -> None:
    async with expert_at(server.url) as alice, visitor_at(server.url) as visitor:
        await alice.available()
        await visitor.must_say("Bonjour")
        kinds = [frame["type"] for frame in visitor.frames]
        assert kinds.index("event") < kinds.index("done")
