"""Ten thousand messages a minute from one visitor, while others write as they always do."""

import argparse
import asyncio
import json
import tempfile
from collections import Counter
from contextlib import AsyncExitStack
from pathlib import Path
from time import perf_counter

from tests.proofs.measures import MIB, everyday, remembered
from tests.support.clients import VisitorPage, fresh, visitor_at
from tests.support.server import ServerProgram

GROWTH = 48 * MIB
"""The memory may grow by that much at most."""


def main(words: list[str]) -> int:
    """Flood a server and print what came of it; 0: nobody else noticed."""
    parser = argparse.ArgumentParser(prog="python -m tests.proofs flood", description=__doc__)
    parser.add_argument("--messages", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=60.0, help="0: as fast as it goes")
    parser.add_argument("--others", type=int, default=20)
    options = parser.parse_args(words)
    with tempfile.TemporaryDirectory(prefix="pupitre-flood-") as folder:
        return asyncio.run(_run(Path(folder), options))


async def _run(folder: Path, options: argparse.Namespace) -> int:
    with ServerProgram(folder) as program:
        async with AsyncExitStack() as stack:
            others = [
                await stack.enter_async_context(visitor_at(program.url))
                for _ in range(options.others)
            ]
            flooder = await stack.enter_async_context(visitor_at(program.url))
            for page in others:
                await page.say("Bonjour")
            began = perf_counter()
            usual = await everyday(others, lambda: perf_counter() - began > 10)
            print(f"before the flood: {usual.said()}")
            async with remembered(program) as memory, asyncio.TaskGroup() as tasks:
                flood = tasks.create_task(flooded(flooder, options.messages, options.seconds))
                began = perf_counter()
                waits = await everyday(others, lambda: flood.done() and perf_counter() - began > 10)
            print(f"during the flood: {waits.said()}")
            answers = flood.result()
            print(f"the flooder was answered {dict(answers)}; {memory.said()}")
    wrong = [
        *(["not every message was answered"] if sum(answers.values()) < options.messages else []),
        *(["others were refused"] if waits.refused else []),
        *(["the memory grew"] if memory.most - memory.before > GROWTH else []),
        *(["others waited"] if waits.p99 > max(0.3, 5 * usual.p99) else []),
    ]
    print("; ".join(wrong) or "Nobody else noticed.")
    return 1 if wrong else 0


async def flooded(page: VisitorPage, messages: int, seconds: float) -> Counter[str]:
    """Send so many messages in that time; return how often what was answered."""
    pending: set[str] = set()
    began = perf_counter()
    for number in range(messages):
        pending.add(id_ := fresh())
        post = {"type": "post", "text": "Achetez ! " * 50, "attachments": []}
        await page.socket.send(json.dumps({"type": "command", "id": id_, "command": post}))
        early = began + seconds * number / messages - perf_counter()
        if early > 0:
            await asyncio.sleep(early)
    answers: Counter[str] = Counter()
    read = 0
    async with asyncio.timeout(60):
        while pending:
            for frame in page.frames[read:]:
                if frame["type"] in ("done", "refused") and frame["id"] in pending:
                    pending.discard(frame["id"])
                    answers[frame.get("code", "done")] += 1
            read = len(page.frames)
            await asyncio.sleep(0.05)
    return answers
