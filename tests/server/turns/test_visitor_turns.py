"""What a visitor's commands are about: the latest conversation, or the one they name."""

from tests.support.clients import expert_at, visitor_at
from tests.support.server import Served


async def test_a_survey_of_somebody_elses_conversation_is_unknown(server: Served) -> None:
    async with (
        expert_at(server.url) as alice,
        visitor_at(server.url) as one,
        visitor_at(server.url) as other,
    ):
        await alice.available()
        conversation = await one.must_say("Bonjour")
        await other.must_say("Bonjour")
        await alice.must({"type": "close", "subjects": ["velo-autre"]}, conversation)
        answer = {"type": "answer_survey", "conversation": conversation, "csat": 1}
        assert (await other.ask(answer))["code"] == "unknown_conversation"


async def test_two_tabs_are_one_conversation(server: Served) -> None:
    async with visitor_at(server.url) as tab:
        token = (await tab.of_type("welcome"))["visitor"]
        conversation = await tab.must_say("Bonjour")
        async with visitor_at(server.url, token=token) as other:
            await other.say("de l'autre onglet")
            heard = await tab.hear(
                lambda f: f["type"] == "event" and f["event"].get("text", "").startswith("de l")
            )
            assert heard["conversation"] == conversation


async def test_a_survey_is_due_at_the_return(server: Served) -> None:
    async with expert_at(server.url) as alice:
        async with visitor_at(server.url) as visitor:
            token = (await visitor.of_type("welcome"))["visitor"]
            await alice.available()
            conversation = await visitor.must_say("Bonjour")
            await alice.must({"type": "post", "text": "Au revoir"}, conversation)
        await alice.must({"type": "close", "subjects": ["velo-autre"]}, conversation)
        async with visitor_at(server.url, token=token) as visitor:
            welcome = await visitor.of_type("welcome")
            assert welcome["survey_due"] == conversation
            assert welcome["unseen"] == 1
            assert welcome["conversation"]["events"][-1]["event"]["type"] == "closed"


async def test_a_name_from_the_site_is_made_harmless(server: Served) -> None:
    from tests.support.clients import HOME, raw_visitor

    async with expert_at(server.url) as alice, raw_visitor(server.url) as page:
        await alice.available()
        hello = {"type": "hello", "mission": "velo", "visitor": None, "page": HOME}
        await page.send(hello | {"name": "Zoé\u202e \x07 Martin"})
        await page.of_type("welcome")
        await page.must_say("Bonjour")
        assert (await alice.arrived())["visitor"]["name"] == "Zoé Martin"
