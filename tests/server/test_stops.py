"""A server that is asked to stop under load: clients are told, nothing acknowledged is lost."""

import asyncio
import json
import socket
import time
from contextlib import AsyncExitStack
from pathlib import Path

from websockets.exceptions import ConnectionClosed

from tests.bench.light import Light
from tests.server.keeping.saved import findings_in, sentences
from tests.server.test_storage import program_in, texts
from tests.support.clients import VisitorPage, expert_at, fresh, socket_at, token_of, visitor_at

WRITERS = 12
WITHIN = 5.0
FLOOD = 300


async def writes(page: VisitorPage, acknowledged: list[str]) -> None:
    while True:
        words = fresh()
        try:
            answer = await page.say(words)
        except (ConnectionClosed, AssertionError):
            return  # closed before it was answered
        if answer["type"] == "done":
            acknowledged.append(words)


async def test_everybody_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    acknowledged: list[str] = []
    folder = tmp_path / "data"
    async with AsyncExitStack() as stack:
        program = stack.enter_context(program_in(folder, tmp_path))
        url = await asyncio.to_thread(program.start)
        desk = await stack.enter_async_context(expert_at(url))
        await desk.available()
        silent = await stack.enter_async_context(socket_at(url, "/ws/expert"))
        pages = [await stack.enter_async_context(visitor_at(url)) for _ in range(WRITERS)]
        async with asyncio.TaskGroup() as tasks:
            writing = [tasks.create_task(writes(page, acknowledged)) for page in pages]
            while len(acknowledged) < FLOOD:  # noqa: ASYNC110 -- another program's
                await asyncio.sleep(0.02)
            began = time.monotonic()
            status, logged = await asyncio.to_thread(program.stop)
            took = time.monotonic() - began
            closings = [(await page.closing())[0] for page in (desk, *pages)]
            for task in writing:
                task.cancel()
        await silent.wait_closed()
        assert silent.close_code == 1012
    assert (status, took < WITHIN, "Traceback" in logged) == (0, True, False)
    assert set(closings) == {1012}
    assert set(acknowledged) <= set(await asyncio.to_thread(texts, folder))
    assert sentences(await findings_in(folder)) == ""


async def test_a_reader_who_does_not_read_keeps_nobody_waiting(tmp_path: Path) -> None:
    with program_in(tmp_path / "data", tmp_path) as program:
        url = await asyncio.to_thread(program.start)
        async with expert_at(url) as alice:
            await alice.available()
        deaf = await narrow(url, await token_of(url))
        async with visitor_at(url) as page:
            for _ in range(300):
                assert (await page.say("x" * 4_500))["type"] == "done"
            began = time.monotonic()
            status, logged = await asyncio.to_thread(program.stop)
            took = time.monotonic() - began
    deaf.close()
    await asyncio.sleep(0)
    assert (status, took < WITHIN, "Traceback" in logged) == (0, True, False)


async def narrow(url: str, token: str) -> Light:
    """Return a desk that was welcomed and reads no more, over a link that holds little."""
    loop, welcomed = asyncio.get_running_loop(), asyncio.Event()
    host, _, port = url.removeprefix("http://").partition(":")
    link = socket.socket()
    link.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    link.connect((host, int(port)))
    link.setblocking(False)

    def make() -> Light:
        return Light("/ws/expert", lambda _light, _frame: welcomed.set())

    _, light = await loop.create_connection(make, sock=link)
    await light.open
    light.send(json.dumps({"type": "hello", "token": token, "app": "t", "known": {}}).encode())
    await welcomed.wait()
    light._transport.pause_reading()
    return light
