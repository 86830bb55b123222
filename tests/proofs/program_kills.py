"""SIGKILL to the whole program, window and all, around the moment that somebody sends."""

import asyncio
import random
import sqlite3
import tempfile
from collections import Counter
from contextlib import closing
from pathlib import Path

from pupitre.app.demo.visitors import Person, SoftVisitor
from tests.proofs import audit
from tests.proofs.book import Book
from tests.proofs.tally import Tally, progress
from tests.support.loop import until
from tests.support.pilot import DeskPilot, desk
from tests.support.server import ServerProgram
from tests.support.x11 import XSession

LONGEST = 7.0
"""Seconds from a click on Send to the kill, at most: a message is held for 5 of them."""
LATE = 60.0
CAMILLE = Person(name="Camille D.", mission="velo")
LOOK = ("--language", "en", "--theme", "light")


def prove(kills: int, seed: int) -> Tally:
    """Kill the program that often, and count."""
    tally = Tally(f"whole program: {kills} kills", seed)
    with tempfile.TemporaryDirectory(prefix="pupitre-kills-") as folder, XSession() as session:
        asyncio.run(_run(tally, kills, Path(folder), session))
    return tally


async def _run(tally: Tally, kills: int, folder: Path, session: XSession) -> None:
    program = ServerProgram(folder / "server")
    await asyncio.to_thread(program.start)
    try:
        texts = await _lives(tally, kills, folder, session, program.url)
        await asyncio.to_thread(program.stop)
    finally:
        program.end()
    _compare(tally, texts, folder)
    audit.compare(tally, folder / "server" / "pupitre.sqlite3")


async def _lives(tally: Tally, kills: int, folder: Path, session: XSession, url: str) -> list[str]:
    chance = random.Random(tally.seed)
    (folder / "alice").mkdir()
    options = (*LOOK, "--server", url, "--email", "alice@demo.test")
    async with desk(session, folder / "alice", *options) as alice:
        await _signs_in(alice)
        del alice._command[-len(options) + len(LOOK) :]  # the next starts find the account kept
        camille = SoftVisitor(url, CAMILLE, lambda *_: None)
        await camille.arrive("/demo/velo", "Vélos")
        await camille.write("Is it in stock?")
        texts: list[str] = []
        for life in range(kills):
            texts.append(await _sends(alice, f"answer {life:03}", folder))
            await asyncio.sleep(chance.uniform(0, LONGEST))
            alice.kill()
            progress(f"{life + 1} kills of the program")
            await alice.start()
        await alice.sees("Connected", within=LATE)
        await until(lambda: not _in(folder, "outbox"), LATE)
        await camille.leave()
        session.notices.dismiss_all()
    tally.counts["kills"] = kills
    return texts


async def _signs_in(alice: DeskPilot) -> None:
    await alice.types("Password", "demo")
    await alice.press("Sign in", role="push button")
    await alice.sees("Connected", within=LATE)
    await alice.press("Availability")


async def _sends(alice: DeskPilot, text: str, folder: Path) -> str:
    """Send a text, or the draft that a killed desk left.

    It is a draft on the disk first, as it is a quarter of a second after the last key: Qt's click
    for assistive technology comes a tenth of a second after it was asked for.
    """
    await alice.opens(CAMILLE.name)
    left = str(await alice.ask("read", "Message", within=LATE))
    if not left.strip():
        await alice.write("Message", text)
        await until(lambda: text in _in(folder, "drafts"), LATE)
    await alice.press("Send")
    return left.strip() or text


def _in(folder: Path, table: str) -> list[str]:
    """Return what is in a table of the desk's file."""
    file = next((folder / "alice").rglob("desk-*.sqlite"))
    with closing(sqlite3.connect(file, timeout=10)) as database:
        column = {"outbox": "frame", "drafts": "text"}[table]
        return [str(row[0]) for row in database.execute(f"SELECT {column} FROM {table}")]  # noqa: S608 - names of our own


def _compare(tally: Tally, texts: list[str], folder: Path) -> None:
    """Each text was stored once, or is in the message field; in the order they were sent."""
    tally.must_be_none("lost", "doubled", "out of order")
    entries = Book(folder / "server" / "pupitre.sqlite3").entries.values()
    stored = [
        str(getattr(it.event, "text", ""))
        for every in entries
        for it in every
        if getattr(it.event, "author", None) == "expert"
    ]
    drafts = "\n".join(_in(folder, "drafts"))
    times = Counter(stored)
    for text in dict.fromkeys(texts):
        found = times[text] + drafts.count(text)
        if found != 1:
            tally.wrong("doubled" if found else "lost", text)
    if stored != sorted(stored):
        tally.wrong("out of order", ", ".join(stored))
    tally.counts["sent by a click"] = len(texts)
    tally.counts["stored"] = len(stored)
    tally.counts["still in the message field"] = len(_in(folder, "drafts"))
