"""A server killed while files come: what a message has is there, and nothing else is left."""

import asyncio
import os
import random
from pathlib import Path
from typing import Any

import httpx
import pytest
from websockets.exceptions import ConnectionClosed, InvalidMessage

from tests.support.clients import fresh, visitor_at
from tests.support.patience import soon
from tests.support.server import ServerProgram
from tests.support.uploads import calls, picture, sent

KILLS = int(os.environ.get("PUPITRE_KILLS", "4"))


class Sender:
    """A visitor who sends one file after another, through every kill."""

    def __init__(self) -> None:
        self.token: str | None = None
        self.stored: list[dict[str, Any]] = []

    async def send(self, program: ServerProgram, over: asyncio.Event) -> None:
        while not over.is_set():
            try:
                await self._send(program.url, over)
            except* (
                *(OSError, ConnectionClosed, InvalidMessage, httpx.HTTPError),
                *(AssertionError, TimeoutError),
            ):
                await asyncio.sleep(0.05)

    async def _send(self, url: str, over: asyncio.Event) -> None:
        async with visitor_at(url, token=self.token) as page:
            self.token = str(page.of("welcome")[0]["visitor"])
            while not over.is_set():
                answer = await sent(url, self.token, picture("JPEG"), "a.jpg")
                file = answer.json()
                post = {"type": "post", "text": "", "attachments": [file["id"]]}
                if (await page.ask(post, fresh()))["type"] == "done":
                    self.stored.append(file)


def stored(senders: list[Sender]) -> list[dict[str, Any]]:
    return [file for sender in senders for file in sender.stored]


@pytest.mark.slow
async def test_kills_lose_no_file_of_a_message_and_leave_no_other(tmp_path: Path) -> None:
    chance, over = random.Random(11), asyncio.Event()
    config = tmp_path / "pupitre.toml"
    config.write_text(f'[server]\ndata = "{tmp_path}"\n[limits]\nrates = 1e6\n')
    program = ServerProgram(tmp_path, "--config", str(config))
    await asyncio.to_thread(program.start)
    senders = [Sender() for _ in range(3)]
    async with asyncio.TaskGroup() as tasks:
        for sender in senders:
            tasks.create_task(sender.send(program, over))
        for _ in range(KILLS):
            before = len(stored(senders))
            await soon(lambda it=before: len(stored(senders)) > it)  # type: ignore[misc] # mypy knows no defaults of lambdas
            await asyncio.sleep(chance.uniform(0, 0.3))
            await asyncio.to_thread(program.kill)
            await asyncio.to_thread(program.start)
        over.set()
    await asyncio.to_thread(program.kill)
    await asyncio.to_thread(program.start)
    assert not any((tmp_path / "attachments" / ".drafts").iterdir())
    async with calls() as http:
        for file in stored(senders):
            for address in (file["url"], file["thumbnail"]):
                answer = await http.get(program.url + address)
                assert answer.status_code == 200
        for sender in senders:
            async with visitor_at(program.url, token=sender.token) as page:
                events = page.of("welcome")[0]["conversation"]["events"]
                shown = [
                    it["event"]["attachments"][0]
                    for it in events
                    if it["event"]["type"] == "message"
                ]
                assert [it for it in sender.stored if it not in shown] == []
                for file in shown:
                    assert (await http.get(program.url + file["url"])).status_code == 200
    status, logged = await asyncio.to_thread(program.stop)
    assert (status, "Traceback" in logged) == (0, False)
