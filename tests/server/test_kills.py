"""A server killed again and again under load loses nothing it acknowledged and doubles nothing."""

import asyncio
import os
import random
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed, InvalidMessage

from tests.support.clients import VisitorPage, fresh, visitor_at
from tests.support.server import ServerProgram

KILLS = int(os.environ.get("PUPITRE_KILLS", "4"))
WRITERS = 3


class Writer:
    """A visitor who writes one message after another, and sends again what was not acknowledged."""

    def __init__(self) -> None:
        self.token: str | None = None
        self.sent: list[str] = []
        self.acknowledged: list[str] = []

    async def write(self, program: ServerProgram, over: asyncio.Event) -> None:
        """Write until it is over, through every kill."""
        while not over.is_set():
            try:
                async with visitor_at(program.url, token=self.token) as page:
                    await self._write(page, over)
            except* (OSError, ConnectionClosed, InvalidMessage, AssertionError, TimeoutError):
                await asyncio.sleep(0.05)

    async def _write(self, page: VisitorPage, over: asyncio.Event) -> None:
        known = (await page.of_type("welcome"))["visitor"]
        if self.acknowledged and known != self.token:
            raise RuntimeError("the visitor was forgotten")
        self.token = known
        while not over.is_set():
            if len(self.sent) == len(self.acknowledged):
                self.sent.append(fresh())
            id_ = self.sent[-1]
            answer = await page.say(id_, id_)
            if answer["type"] == "done":
                self.acknowledged.append(id_)

    async def kept(self, url: str) -> list[str]:
        """Return what the server kept, in order."""
        async with visitor_at(url, token=self.token) as page:
            replica = (await page.of_type("welcome"))["conversation"]
            events = [entry["event"] for entry in replica["events"]] if replica else []
            return [event["id"] for event in events if event["type"] == "message"]


@pytest.mark.slow
async def test_kills_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    chance, over = random.Random(7), asyncio.Event()
    config = tmp_path / "pupitre.toml"
    config.write_text(f'[server]\ndata = "{tmp_path}"\n[limits]\nrates = 1e6\n')
    program = ServerProgram(tmp_path, "--config", str(config))
    await asyncio.to_thread(program.start)
    writers = [Writer() for _ in range(WRITERS)]
    async with asyncio.TaskGroup() as tasks:
        for writer in writers:
            tasks.create_task(writer.write(program, over))
        for _ in range(KILLS):
            await asyncio.sleep(chance.uniform(0.1, 0.6))
            await asyncio.to_thread(program.kill)
            await asyncio.to_thread(program.start)
        await asyncio.sleep(0.3)
        over.set()
    for writer in writers:
        kept = await writer.kept(program.url)
        sent = writer.sent if kept[-1:] == writer.sent[-1:] else writer.sent[:-1]
        assert kept == sent[-len(kept) :], "in order, none lost, none doubled"
        assert set(writer.acknowledged[-100:]) <= set(kept)
    assert sum(len(writer.acknowledged) for writer in writers) > WRITERS * KILLS
    status, logged = await asyncio.to_thread(program.stop)
    assert (status, "Traceback" in logged) == (0, False)
