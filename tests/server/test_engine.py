"""Nothing acknowledged is lost, nothing unstored is told."""

import asyncio
from pathlib import Path
from unittest.mock import patch

import pytest
from sqlalchemy.exc import OperationalError

from pupitre.domain.ids import ExpertId
from pupitre.server import engine
from pupitre.server.round import Round
from pupitre.server.store.batch import Batch
from pupitre.server.store.store import Store
from pupitre.server.turns.expert_turns import DeskUnlinks
from tests.support.clients import expert_at, fresh, visitor_at
from tests.support.patience import soon
from tests.support.server import Served, ServerProgram, served

CLOSE = {"type": "close", "subjects": ["velo-autre"], "note": "", "survey": False}


async def test_what_was_acknowledged_survives_a_kill(tmp_path: Path) -> None:
    program = ServerProgram(tmp_path)
    url = await asyncio.to_thread(program.start)
    acknowledged: list[str] = []
    async with visitor_at(url) as visitor:
        token = (await visitor.of_type("welcome"))["visitor"]
        ids = [fresh() for _ in range(10)]
        for id_ in ids:
            command = {"type": "post", "text": id_, "attachments": []}
            await visitor.send({"type": "command", "id": id_, "command": command})
        await visitor.answer(ids[4])
        acknowledged = [frame["id"] for frame in visitor.of("done")]
        await asyncio.to_thread(program.kill)
    url = await asyncio.to_thread(program.start)
    async with visitor_at(url, token=token) as visitor:
        for id_ in ids:
            command = {"type": "post", "text": id_, "attachments": []}
            assert (await visitor.ask(command, id_))["type"] == "done"
    async with visitor_at(url, token=token) as visitor:
        events = (await visitor.of_type("welcome"))["conversation"]["events"]
        texts = [e["event"]["text"] for e in events if e["event"]["type"] == "message"]
    assert len(acknowledged) >= 5
    assert texts == ids
    status, logged = await asyncio.to_thread(program.stop)
    assert status == 0
    assert "Traceback" not in logged


async def test_a_pause_that_fell_due_while_down_ends_once(tmp_path: Path) -> None:
    async with served(tmp_path) as server, expert_at(server.url) as alice:
        await alice.available()
        async with visitor_at(server.url) as visitor:
            conversation = await visitor.must_say("Bonjour")
        until = server.house.clock.now().timestamp() + 1.0
        await alice.must({"type": "pause", "until": _instant(until), "keep": True}, conversation)
    await asyncio.sleep(1.1)
    async with served(tmp_path) as server, expert_at(server.url) as alice:
        await alice.of_type("welcome")
        await soon(lambda: server.house.present.floor.experts[ExpertId("alice")].open == 1)
        await server.house.engine.rest()
        events = await alice.query({"type": "events", "conversation": conversation})
        kinds = [entry["event"]["type"] for entry in events["entries"]]
        assert kinds.count("resumed") == 1


def _instant(timestamp: float) -> str:
    from datetime import UTC, datetime

    moment = datetime.fromtimestamp(timestamp, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


@pytest.mark.logs("could not be told")
async def test_what_could_not_be_told_is_stored_all_the_same(server: Served) -> None:
    async with expert_at(server.url) as alice, visitor_at(server.url) as visitor:
        await alice.available()
        conversation = await visitor.must_say("Bonjour")
        with patch("pupitre.server.publication.replica_of", side_effect=ZeroDivisionError):
            async with visitor_at(server.url) as other:
                assert (await other.say("Moi aussi"))["type"] == "done"
        await alice.must(CLOSE, conversation)
        async with expert_at(server.url) as again:
            assert len((await again.of_type("welcome"))["conversations"]) == 1


@pytest.mark.logs("nothing can be stored")
async def test_an_absence_is_noted_once_it_can_be_stored(
    fast: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "AGAIN_AFTER", 0.02)
    async with expert_at(fast.url, "bruno") as bruno:
        full = OperationalError("update", {}, Exception("database or disk is full"))
        with patch.object(Store, "append", side_effect=full) as append:
            fast.house.engine.insist(lambda: DeskUnlinks(ExpertId("bruno"), lambda: False))
            await soon(lambda: append.called)
        away = await bruno.hear(lambda f: f["type"] == "expert" and not f["expert"]["connected"])
        assert away["expert"]["id"] == "bruno"


class Gate:
    """Lets one commit through after the other, or none; and knows what was done in which order."""

    def __init__(self, server: Served, monkeypatch: pytest.MonkeyPatch) -> None:
        self.log: list[str] = []
        self.is_broken = False
        self._engine = server.house.engine
        self._opened = asyncio.Semaphore(0)
        self._append, self._publish = Store.append, self._engine._publish
        monkeypatch.setattr(Store, "append", lambda store, batch: self._store(store, batch))
        monkeypatch.setattr(self._engine, "_publish", self._tell)

    async def _store(self, store: Store, batch: Batch) -> None:
        if batch.is_empty:
            return
        self.log.append("stores")
        await self._opened.acquire()
        if self.is_broken:
            raise OperationalError("insert", {}, Exception("database or disk is full"))
        await self._append(store, batch)

    def _tell(self, round_: Round) -> None:
        self.log.append(f"tells {len(round_.changes)}")
        self._publish(round_)

    def open(self) -> None:
        """Let one commit through."""
        self._opened.release()

    async def has(self, *log: str) -> None:
        """Wait until this, and nothing else, has been done."""
        await soon(lambda: tuple(self.log) == log)

    async def waits(self) -> None:
        """Wait until something is in the line."""
        await soon(self._engine._turns.qsize)


def post(id_: str, text: str) -> dict[str, object]:
    command = {"type": "post", "text": text, "attachments": []}
    return {"type": "command", "id": id_, "command": command}


@pytest.mark.logs("nothing can be stored")
async def test_a_commit_that_fails_takes_back_its_own_and_nothing_of_the_one_before(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with expert_at(server.url) as alice, visitor_at(server.url) as visitor:
        await alice.available()
        await visitor.must_say("Bonjour")
        gate, (first, second) = Gate(server, monkeypatch), (fresh(), fresh())
        await visitor.send(post(first, "un"))
        await gate.has("stores")
        await visitor.send(post(second, "deux"))
        await gate.waits()
        assert not visitor.of("done")[1:], "nothing is told before it is stored"
        gate.open()
        done = await visitor.answer(first)
        await gate.has("stores", "tells 1", "stores")
        gate.is_broken = True
        gate.open()
        refused = await visitor.answer(second)
        assert refused["detail"]["reason"] == "storage"
        gate.is_broken = False
        for id_, text in ((second, "deux"), (first, "un"), (second, "deux")):
            gate.open()
            after = len(visitor.frames)
            await visitor.send(post(id_, text))
            seq = done["seq"] + (id_ == second)
            assert (await visitor.answer(id_, after))["seq"] == seq
        await alice.hear(lambda frame: frame.get("event", {}).get("text") == "deux")
        assert [event["text"] for event in alice.events("message")] == ["un", "deux"]
        seqs = [frame["seq"] for frame in visitor.of("event")]
        assert seqs == sorted(set(seqs))


async def test_what_needs_no_storing_does_not_pass_by_what_was_stored_before(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with expert_at(server.url) as alice, visitor_at(server.url) as visitor:
        await alice.available()
        await visitor.must_say("Bonjour")
        gate = Gate(server, monkeypatch)
        await visitor.send(post(fresh(), "un"))
        await gate.has("stores")
        rest = asyncio.ensure_future(server.house.engine.rest())  # noqa: TID251
        await gate.waits()
        gate.open()
        await rest
        assert gate.log == ["stores", "tells 1", "tells 0"]
