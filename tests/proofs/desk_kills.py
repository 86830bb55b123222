"""SIGKILL to a desk's session, in a process of its own, at random instants while it writes."""

import asyncio
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import AsyncExitStack
from functools import partial
from itertools import repeat
from pathlib import Path

from pupitre.backends.native import NativeBackend
from pupitre.client.session import Session
from pupitre.domain.commands import SetAvailability
from tests.proofs import audit
from tests.proofs.book import Book
from tests.proofs.tally import Tally, progress
from tests.support.clients import VisitorPage, visitor_at
from tests.support.server import ROOT, ServerProgram
from tests.support.story import connected, until

CONVERSATIONS = 3
LONGEST = 1.2
"""Seconds that a desk lives, at most, after its first word."""
IN_THE_BUD = 0.15
"""How often one is killed while it starts."""
SETTLED_WITHIN = 120.0


def prove(kills: int, seed: int) -> Tally:
    """Kill a desk that often, and count."""
    tally = Tally(f"desk's session: {kills} kills under load", seed)
    with tempfile.TemporaryDirectory(prefix="pupitre-kills-") as folder:
        asyncio.run(_run(tally, kills, Path(folder)))
    return tally


async def _run(tally: Tally, kills: int, folder: Path) -> None:
    config = folder / "pupitre.toml"
    config.write_text(f'[server]\ndata = "{folder}"\n[limits]\nrates = 1e6\n')
    program = ServerProgram(folder, "--config", str(config))
    await asyncio.to_thread(program.start)
    try:
        said = await _lives(tally, kills, program, folder)
        status, logged = await asyncio.to_thread(program.stop)
    finally:
        program.end()
    if status or "Traceback" in logged:
        tally.wrong("errors logged", logged[-2_000:])
    _compare(tally, said, folder / "pupitre.sqlite3")
    audit.compare(tally, folder / "pupitre.sqlite3")


async def _lives(tally: Tally, kills: int, program: ServerProgram, folder: Path) -> list[str]:
    """Have desks live and die over one file; return what they said."""
    chance, path, over = random.Random(tally.seed), folder / "desk.sqlite", asyncio.Event()
    backend = NativeBackend(program.url)
    token = (await backend.sign_in("alice@demo.test", "demo")).token
    async with AsyncExitStack() as stack:
        await _seated(backend, token, path)
        pages = [
            await stack.enter_async_context(visitor_at(program.url)) for _ in range(CONVERSATIONS)
        ]
        for page in pages:
            await page.must_say("Bonjour")
        said: list[str] = []
        async with asyncio.TaskGroup() as tasks:
            for page in pages:
                tasks.create_task(_asks(page, over))
            for life in range(kills):
                words, early = [program.url, token, str(path), f"{life:04}"], chance.random()
                seconds = chance.uniform(0, LONGEST)
                live = partial(_lived, words, seconds, early=early < IN_THE_BUD)
                said += await asyncio.to_thread(live)
                if (life + 1) % 20 == 0:
                    progress(f"{life + 1} kills")
            over.set()
    tally.counts["kills"] = kills
    await _settle(tally, backend, token, path)
    return said


async def _seated(backend: NativeBackend, token: str, path: Path) -> None:
    """Have Alice take conversations."""
    session = Session(backend, token, path=path)
    running = asyncio.get_running_loop().create_task(session.run())
    await connected(session)
    session.submit(None, SetAvailability(available=True))
    await until(lambda: not session.connection.waiting)
    await session.close()
    await running


async def _asks(page: VisitorPage, over: asyncio.Event) -> None:
    """Have a visitor write now and then, so that the desk hears as well."""
    while not over.is_set():
        await page.say("Et encore ?")
        page.frames.clear()
        await asyncio.sleep(0.1)


def _lived(words: list[str], seconds: float, *, early: bool) -> list[str]:
    """Have a desk live that long after its first word, or after its birth; return what it said."""
    command = [sys.executable, "-m", "tests.proofs.desk_child", *words]
    environment = os.environ | {"PYTHONPATH": f"{ROOT / 'desktop'}:{ROOT}"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as desk:
        assert desk.stdout
        first = "" if early else desk.stdout.readline()
        time.sleep(seconds)
        if desk.poll() is not None:
            raise AssertionError("the desk ended by itself")
        desk.kill()
        lines = [first, *desk.stdout.read().splitlines(keepends=True)]
    return [line.strip() for line in lines if line.endswith("\n")]


async def _settle(tally: Tally, backend: NativeBackend, token: str, path: Path) -> None:
    """Let a last desk send what the killed ones left; nobody else wrote, so it asks nothing."""
    session = Session(backend, token, path=path, delays=lambda: repeat(0.1))
    await session.load()
    tally.counts["left in the outbox by the last"] = session.connection.waiting
    running = asyncio.get_running_loop().create_task(session.run())
    await connected(session)
    await until(lambda: not session.connection.waiting, SETTLED_WITHIN)
    tally.must_be_none("held for their author's word")
    if session.connection.parked:
        tally.wrong("held for their author's word", str(session.connection.parked))
    await session.close()
    await running


def _compare(tally: Tally, said: list[str], database: Path) -> None:
    """Compare what the desks said they kept with what the server has."""
    kept = {line.split()[1] for line in said if line.startswith("kept ")}
    done = {line.split()[1] for line in said if line.startswith("done ")}
    ids: Counter[str] = Counter()
    tally.must_be_none("lost", "doubled", "out of order")
    for conversation, entries in Book(database).entries.items():
        mine = [it.event for it in entries if getattr(it.event, "author", None) == "expert"]
        ids.update(getattr(it, "id", "") for it in mine)
        texts = [getattr(it, "text", "") for it in mine]
        if texts != sorted(texts):
            tally.wrong("out of order", conversation)
    for id_ in (kept | done) - set(ids):
        tally.wrong("lost", id_)
    for id_, count in ids.items():
        if count > 1:
            tally.wrong("doubled", f"{id_}, {count} times")
    tally.counts["kept on the desk's disk"] = len(kept)
    tally.counts["acknowledged to a living desk"] = len(done)
    tally.counts["stored by the server"] = sum(ids.values())
