"""SIGKILL to the server at random instants while visitors and experts write."""

import asyncio
import random
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from tests.proofs import audit, kept
from tests.proofs.tally import Tally, progress
from tests.proofs.writers import ExpertWriter, VisitorWriter
from tests.support.clients import token_of
from tests.support.server import ServerProgram

VISITORS = 6
EXPERTS = ("alice", "bruno")
LONGEST = 0.8
"""Seconds that a server lives, at most, once it listens."""
IN_THE_BUD = 0.1
"""How often one is killed while it starts."""


def prove(kills: int, seed: int) -> Tally:
    """Kill a server that often, and count."""
    tally = Tally(f"server: {kills} kills under load", seed)
    with tempfile.TemporaryDirectory(prefix="pupitre-kills-") as folder:
        asyncio.run(_run(tally, kills, Path(folder)))
    return tally


async def _run(tally: Tally, kills: int, folder: Path) -> None:
    chance = random.Random(tally.seed)
    config = folder / "pupitre.toml"
    config.write_text(f'[server]\ndata = "{folder}"\n[limits]\nrates = 1e6\n')
    program = ServerProgram(folder, "--config", str(config))
    await asyncio.to_thread(program.start)
    try:
        visitors, experts = await _under_load(
            program, lambda: _killed(program, kills, chance, tally)
        )
        status, logged = await asyncio.to_thread(program.stop)
    finally:
        program.end()
    if status or "Traceback" in logged:
        tally.wrong("errors logged", logged[-2_000:])
    logs = [*(it.log for it in visitors), *(log for it in experts for log in it.logs.values())]
    kept.compare(tally, logs, kept.messages(folder / "pupitre.sqlite3"))
    for visitor in visitors:
        tally.faults["visitors forgotten"] += visitor.forgotten
    audit.compare(tally, folder / "pupitre.sqlite3")


async def _under_load(
    program: ServerProgram, trouble: Callable[[], Awaitable[None]]
) -> tuple[list[VisitorWriter], list[ExpertWriter]]:
    """Have everybody write while the trouble lasts."""
    over = asyncio.Event()
    visitors = [VisitorWriter(lambda: program.url) for _ in range(VISITORS)]
    tokens = [await token_of(program.url, name) for name in EXPERTS]
    experts = [ExpertWriter(lambda: program.url, token) for token in tokens]
    async with asyncio.TaskGroup() as tasks:
        for write in (*(it.write for it in visitors), *(it.write for it in experts)):
            tasks.create_task(write(over))
        await trouble()
        over.set()
    return visitors, experts


async def _killed(program: ServerProgram, kills: int, chance: random.Random, tally: Tally) -> None:
    done, early = 0, 0
    while done < kills:
        await asyncio.sleep(chance.uniform(0, LONGEST))
        await asyncio.to_thread(program.kill)
        done += 1
        if done < kills and chance.random() < IN_THE_BUD:
            program.launch()
            await asyncio.sleep(chance.uniform(0, 1.5))
            await asyncio.to_thread(program.kill)
            done, early = done + 1, early + 1
        await asyncio.to_thread(program.start)
        if done % 20 == 0:
            progress(f"{done} kills")
    await asyncio.sleep(LONGEST)
    tally.counts["kills"] = f"{done} ({early} while it started)"
