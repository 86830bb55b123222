"""One round: decided together, stored as a whole; a bug in one turn stays there."""

import asyncio
from unittest.mock import patch

import pytest
from sqlalchemy.exc import OperationalError

from pupitre.domain.ids import ConversationId, ExpertId
from pupitre.server.store.batch import Batch
from pupitre.server.store.store import Conflict, Store
from pupitre.server.turns.expert_turns import ExpertAsks
from tests.support.clients import expert_at, fresh, visitor_at
from tests.support.server import Served

CLOSE = {"type": "close", "subjects": ["velo-autre"], "note": "", "survey": False}


@pytest.mark.logs("nothing can be stored")
async def test_a_full_disk_refuses_and_then_recovers(server: Served) -> None:
    async with expert_at(server.url) as alice, visitor_at(server.url) as visitor:
        await alice.available()
        conversation = await visitor.must_say("Bonjour")
        full = OperationalError("insert", {}, Exception("database or disk is full"))
        id_ = fresh()
        with patch.object(Store, "append", side_effect=full):
            answer = await alice.ask(CLOSE, conversation, id_)
            assert answer["code"] == "slow_down"
            assert (await visitor.say("encore"))["code"] == "slow_down"
        assert not alice.of("departed")
        assert server.house.present.floor.experts[ExpertId("alice")].open == 1
        assert (await alice.ask(CLOSE, conversation, id_))["type"] == "done"
        await visitor.event("closed")
        assert [e["type"] for e in visitor.events()].count("closed") == 1


async def test_a_conflict_is_decided_again_on_the_new_state(server: Served) -> None:
    async with expert_at(server.url) as alice, visitor_at(server.url) as visitor:
        await alice.available()
        conversation = await visitor.must_say("Bonjour")
        append, failed = Store.append, [Conflict("somebody else wrote")]

        async def once(store: Store, batch: Batch) -> None:
            if failed:
                raise failed.pop()
            await append(store, batch)

        with patch.object(Store, "append", once):
            await alice.must(CLOSE, conversation)
        await alice.event("closed")
        assert [e["type"] for e in alice.events()].count("closed") == 1


@pytest.mark.logs("a ExpertAsks broke")
async def test_a_bug_in_one_command_leaves_the_others_alone(server: Served) -> None:
    async with expert_at(server.url) as alice, visitor_at(server.url) as visitor:
        await alice.available()
        conversation = await visitor.must_say("Bonjour")
        with patch("pupitre.server.turns.expert_turns.carry_out", side_effect=ZeroDivisionError):
            alice_asks = asyncio.ensure_future(alice.ask(CLOSE, conversation))  # noqa: TID251 - awaited below
            said = await visitor.say("encore")
            answer = await alice_asks
        assert answer["code"] == "slow_down"
        assert said["type"] == "done"


@pytest.mark.logs("a ExpertAsks broke")
async def test_a_bug_while_preparing_leaves_the_others_alone(server: Served) -> None:
    async with expert_at(server.url) as alice, visitor_at(server.url) as visitor:
        await alice.available()
        conversation = await visitor.must_say("Bonjour")
        server.house.present.talks.forget(ConversationId(conversation))
        with patch.object(ExpertAsks, "prepare", side_effect=ZeroDivisionError):
            assert (await alice.ask(CLOSE, conversation))["code"] == "slow_down"
        assert (await visitor.say("encore"))["type"] == "done"
        await alice.must(CLOSE, conversation)


async def test_an_old_command_is_known_after_its_answer_left_the_memory(server: Served) -> None:
    async with expert_at(server.url) as alice, visitor_at(server.url) as visitor:
        conversation = await visitor.must_say("Bonjour")
        await alice.available()
        await alice.arrived()
        id_ = fresh()
        say = {"type": "post", "text": "Oui ?", "attachments": []}
        first = await alice.ask(say, conversation, id_)
        server.house.present.answers._known.clear()
        assert await alice.ask(say, conversation, id_) == first
        assert [event["text"] for event in alice.events("message")] == ["Oui ?"]
        await alice.must({"type": "release"}, conversation)
