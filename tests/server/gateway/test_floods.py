"""One visitor who writes far too much: told so, and nobody else the worse for it."""

import asyncio
import json
from collections import Counter

from tests.support.clients import VisitorPage, expert_at, fresh, visitor_at
from tests.support.server import Served
from tests.support.uploads import token

FLOOD = 2_000
"""Messages; `python -m tests.proofs flood` sends ten thousand, and prints latencies."""


async def test_a_flood_is_told_to_slow_down_and_harms_nobody_else(server: Served) -> None:
    async with (
        expert_at(server.url) as alice,
        visitor_at(server.url) as flooder,
        visitor_at(server.url) as camille,
    ):
        await alice.available()
        await camille.must_say("Avant")
        async with asyncio.TaskGroup() as tasks:
            flood = tasks.create_task(flooded(flooder))
            said = 0
            while not flood.done() and said < 8:
                answer = await camille.say(f"Pendant {said}")
                assert answer["type"] == "done"
                said += 1
        answers = flood.result()
    assert sum(answers.values()) == FLOOD, "each is answered"
    assert set(answers) == {"done", "slow_down"}
    assert 30 <= answers["done"] < 80
    assert said > 0


async def flooded(page: VisitorPage) -> Counter[str]:
    """Send everything at once; return how often what was answered."""
    ids = {fresh() for _ in range(FLOOD)}
    for id_ in ids:
        command = {"type": "post", "text": "!" * 500, "attachments": []}
        await page.socket.send(json.dumps({"type": "command", "id": id_, "command": command}))
    async with asyncio.timeout(30):
        while len(heard := answered(page, ids)) < FLOOD:  # noqa: ASYNC110 -- frames are kept
            await asyncio.sleep(0.05)
    return Counter(heard.values())


def answered(page: VisitorPage, ids: set[str]) -> dict[str, str]:
    return {
        frame["id"]: frame.get("code", "done")
        for frame in page.frames
        if frame["type"] in ("done", "refused") and frame["id"] in ids
    }


async def test_more_pages_do_not_make_a_visitor_faster(server: Served) -> None:
    async with visitor_at(server.url) as first:
        await first.must_say("Bonjour")
        async with visitor_at(server.url, token=token(first)) as second:
            answers = [await page.say("!") for _ in range(20) for page in (first, second)]
        async with visitor_at(server.url, token=token(first)) as third:
            again = await third.say("Et maintenant ?")
    done = [answer for answer in answers if answer["type"] == "done"]
    assert 29 <= len(done) <= 36, "thirty, whatever the pages, and one more each second"
    assert again["code"] == "slow_down", "nor does coming back"
