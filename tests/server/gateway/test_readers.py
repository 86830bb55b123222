"""Readers who do not read: let go, with what was on its way to them."""

import asyncio
from unittest.mock import patch

import pytest

from pupitre.server import engine
from pupitre.server.hub import QUEUE_LIMIT
from pupitre.server.store.batch import Batch
from pupitre.server.store.store import Store
from tests.bench.light import connected
from tests.bench.visitors import HELLO
from tests.support.clients import VisitorPage, visitor_at
from tests.support.patience import until
from tests.support.server import Served

PIECE = 500_000
KERNEL = 16 * 1024 * 1024
"""What the system itself may take of what is on its way."""


async def test_a_reader_who_never_reads_costs_no_more_than_the_limit(server: Served) -> None:
    light = await connected(server.url, "/ws/visitor", lambda _light, _frame: None)
    light.send(HELLO)
    links = server.house.visitors
    await until(lambda: len(links) == 1)
    light._transport.pause_reading()
    (link,) = links
    sent = 0
    while not link.ending and sent < 200:
        link.send("x" * PIECE)
        sent += 1
        await asyncio.sleep(0)
    assert link.ending == (1013, "too slow")
    assert sent * PIECE < 2 * QUEUE_LIMIT + KERNEL
    await until(lambda: len(links) == 0)
    await until(lambda: server.house.places._taken.total() == 0)
    light.close()
    await asyncio.sleep(0)


async def test_a_line_that_is_too_long_takes_no_more(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "LONGEST_LINE", 2)
    append, storing, slow = Store.append, asyncio.Event(), asyncio.Event()

    async def waits(store: Store, batch: Batch) -> None:
        storing.set()
        await slow.wait()
        await append(store, batch)

    async with visitor_at(server.url) as page:
        await page.must_say("Bonjour")
        with patch.object(Store, "append", waits):
            async with asyncio.TaskGroup() as tasks:
                asked = [tasks.create_task(page.say("first"))]
                await storing.wait()
                asked += [tasks.create_task(page.say(str(number))) for number in range(5)]
                await until(lambda: len(refused(page)) >= 3)
                slow.set()
    answers = [task.result()["type"] for task in asked]
    assert 2 <= answers.count("done") <= 3, "one is being stored, two wait: ours, or the server's"
    assert {frame["code"] for frame in refused(page)} == {"slow_down"}


def refused(page: VisitorPage) -> list[dict[str, object]]:
    return [dict(frame) for frame in page.of("refused")]
