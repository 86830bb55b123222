"""Very many paused conversations: how long the server takes to start, and to wake them on time.

`PUPITRE_BENCH_PAUSED=1000000` asks for a million; making them takes some minutes.
"""

import asyncio
import json
import os
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from typing_extensions import override

from tests.bench.child import Child
from tests.bench.crowded_server import crowded, now, wake_soon
from tests.bench.light import Light
from tests.bench.measure import interleaved, spread
from tests.bench.table import Row, limit_row, ratio_row
from tests.bench.tireless import Expert

FEW = 1_000
MANY = int(os.environ.get("PUPITRE_BENCH_PAUSED", "100000"))
RUNS = 5
WAKES, BEGIN, APART = 300, timedelta(seconds=6), timedelta(milliseconds=20)


def run() -> list[Row]:
    """Start the server over few and over many; then let some of the many wake."""
    with tempfile.TemporaryDirectory() as few, tempfile.TemporaryDirectory() as many:
        crowded(Path(few), FEW)
        crowded(Path(many), MANY)
        os.sync()  # what was made is on the disk before anything is timed

        def started(folder: str) -> float:
            with Child("server", folder) as server:
                return float(server.says("listening").split()[1]) - server.began

        took = interleaved(RUNS, {"few": lambda: started(few), "many": lambda: started(many)})
        due = wake_soon(Path(many), [now() + BEGIN + APART * it for it in range(WAKES)])
        with Child("server", many) as server, asyncio.Runner() as runner:
            late = runner.run(_lateness(server.says("listening").split()[0], due))
    p50, p99 = spread(late)
    return [
        ratio_row(
            f"start with {MANY:,} paused conversations",
            took["many"],
            took["few"],
            unit="s",
            name=f"with {FEW:,}",
            most=1.5,
        ),
        limit_row(f"  {WAKES} of them wake late by, p99", p99 * 1000, 100, unit="ms"),
        Row(figure="  the median", value=f"{p50 * 1000:.1f} ms", peer="", target=""),
    ]


class _Listener(Expert):
    """Notes when each conversation is heard to wake."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.woken: dict[str, datetime] = {}
        self.all = asyncio.Event()
        self._count = count

    @override
    def hear(self, light: Light, frame: bytes) -> None:
        """Take note."""
        super().hear(light, frame)
        if frame.startswith(b'{"type":"event"') and b'"resumed"' in frame:
            self.woken[json.loads(frame)["conversation"]] = now()
            if len(self.woken) == self._count:
                self.all.set()


async def _lateness(url: str, due: dict[str, datetime]) -> list[float]:
    """Return the seconds from each moment to the news of it on the expert's desk."""
    listener = _Listener(len(due))
    await listener.come(url)
    async with asyncio.timeout(30):
        await listener.all.wait()
    return [(listener.woken[id_] - at).total_seconds() for id_, at in due.items()]
