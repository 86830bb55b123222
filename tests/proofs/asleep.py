"""A desk whose computer sleeps across a pause's end: one state, one notice, one effect."""

import asyncio
import os
import random
import signal
import subprocess
import sys
import tempfile
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path

from pupitre.backends.native import NativeBackend
from pupitre.client.session import Session
from pupitre.domain.commands import Pause, SetAvailability
from pupitre.domain.events import Resumed
from pupitre.domain.ids import ConversationId
from tests.proofs import audit
from tests.proofs.book import Book
from tests.proofs.tally import Tally, progress
from tests.support.clients import VisitorPage, visitor_at
from tests.support.server import ROOT, ServerProgram
from tests.support.story import connected, until

RATE = 60.0
"""How much faster the server's clock goes: a pause of a minute ends in a second."""
LATE = 20.0
LONGEST = 45.0
"""Seconds: the server has given the link up by then."""


def prove(sleeps: int, seed: int) -> Tally:
    """Put a desk to sleep so often."""
    tally = Tally(f"asleep across a pause's end: {sleeps} times", seed)
    tally.must_be_none("told twice", "not told", "ended twice", "not paused or not back")
    with tempfile.TemporaryDirectory(prefix="pupitre-asleep-") as folder:
        asyncio.run(_run(tally, sleeps, Path(folder)))
    return tally


async def _run(tally: Tally, sleeps: int, folder: Path) -> None:
    config = folder / "pupitre.toml"
    config.write_text(f'[server]\ndata = "{folder}"\n[limits]\nrates = 1e6\n')
    program = ServerProgram(folder, "--config", str(config), "--clock-rate", str(RATE))
    await asyncio.to_thread(program.start)
    try:
        pauses = await _sleeps(tally, sleeps, program.url, folder)
        await asyncio.to_thread(program.stop)
    finally:
        program.end()
    database = folder / "pupitre.sqlite3"
    events = [it.event for every in Book(database).entries.values() for it in every]
    ended = sum(isinstance(it, Resumed) for it in events)
    if ended != pauses:
        tally.wrong("ended twice", f"{ended} ends of {pauses} pauses")
    tally.counts["pauses"] = pauses
    audit.compare(tally, database)


async def _sleeps(tally: Tally, sleeps: int, url: str, folder: Path) -> int:
    """Pause from one desk, let the other one sleep through the end of it."""
    chance = random.Random(tally.seed)
    backend = NativeBackend(url)
    token = (await backend.sign_in("alice@demo.test", "demo")).token
    async with AsyncExitStack() as stack:
        awake = Session(backend, token)
        running = asyncio.get_running_loop().create_task(awake.run())
        await connected(awake)
        awake.submit(None, SetAvailability(available=True))
        page = await stack.enter_async_context(visitor_at(url))
        talk = ConversationId(await page.must_say("Bonjour"))
        await until(lambda: awake.card(talk))
        sleeper = Sleeper([url, token, str(folder / "sleeper.sqlite")])
        stack.callback(sleeper.end)
        await sleeper.said("link connected", 1)
        for number in range(sleeps):
            by_visitor = chance.random() < 0.5
            await _one(tally, awake, sleeper, talk, chance, page if by_visitor else None)
            if (number + 1) % 8 == 0:
                progress(f"{number + 1} sleeps")
        await awake.close()
        await running
    return sleeps


async def _one(
    tally: Tally,
    awake: Session,
    sleeper: "Sleeper",
    talk: ConversationId,
    chance: random.Random,
    page: VisitorPage | None,
) -> None:
    """Sleep once: the pause ends by its time, or because the visitor writes."""
    long = timedelta(days=2) if page else timedelta(minutes=chance.uniform(0.5, 2))
    awake.submit(talk, Pause(until=awake.now() + long, keep=True))
    await until(lambda: _status(awake, talk) == "paused")
    await asyncio.sleep(chance.uniform(0, 0.3))
    before = len(sleeper.alerts())
    sleeper.sleep()
    if page:
        await page.must_say("Me revoilà")
    await until(lambda: _status(awake, talk) == "open", LATE)
    await asyncio.sleep(LONGEST if chance.random() < 0.08 else chance.uniform(0, 4))
    jumped = sleeper.wake(jump=chance.random() < 0.5)
    tally.add("with a clock that jumped", int(jumped))
    try:
        await until(lambda: len(sleeper.alerts()) > before, LATE)
    except TimeoutError:
        tally.wrong("not told", f"{sleeper.lines[-5:]}")
    await asyncio.sleep(1.0)
    told = sleeper.alerts()[before:]
    if len(told) > 1:
        tally.wrong("told twice", str(told))
    tally.add("notices", len(told))


def _status(session: Session, talk: ConversationId) -> str:
    found = session.conversation(talk)
    return str(found.status) if found and not session.connection.waiting else ""


class Sleeper:
    """A desk in a process of its own, which can be stopped and continued."""

    def __init__(self, words: list[str]) -> None:
        command = [sys.executable, "-m", "tests.proofs.sleeper", *words]
        environment = os.environ | {"PYTHONPATH": f"{ROOT / 'desktop'}:{ROOT}"}
        self._desk = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        self.lines: list[str] = []
        self._part = b""
        assert self._desk.stdout
        asyncio.get_running_loop().add_reader(self._desk.stdout.fileno(), self._hear)

    def _hear(self) -> None:
        assert self._desk.stdout
        *whole, self._part = (self._part + os.read(self._desk.stdout.fileno(), 65_536)).split(b"\n")
        self.lines += [line.decode() for line in whole]

    async def said(self, line: str, times: int) -> None:
        """Wait until it has said this so often."""
        try:
            await until(lambda: self.lines.count(line) >= times, LATE)
        except TimeoutError:
            raise AssertionError(f"not said: {line}; but {self.lines}") from None

    def alerts(self) -> list[str]:
        """Return what it told its expert so far."""
        return [line for line in self.lines if line.startswith("alert")]

    def sleep(self) -> None:
        """Stop it, as a computer that sleeps stops everything."""
        self._desk.send_signal(signal.SIGSTOP)

    def wake(self, *, jump: bool) -> bool:
        """Let it go on; `jump`: its clock has gone on meanwhile, and it notices."""
        if jump:
            self._desk.send_signal(signal.SIGUSR1)
        self._desk.send_signal(signal.SIGCONT)
        return jump

    def end(self) -> None:
        """End it."""
        assert self._desk.stdout
        asyncio.get_running_loop().remove_reader(self._desk.stdout.fileno())
        self._desk.kill()
        self._desk.communicate()
