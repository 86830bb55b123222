"""Memory: a desk in the middle of its day beside an empty window."""

import tempfile
import time
from pathlib import Path

from tests.bench.afternoon import crowded
from tests.bench.child import Child
from tests.bench.measure import MIB, interleaved, pss
from tests.bench.screen import screen
from tests.bench.table import Row, ratio_row

RUNS = 2
CONVERSATIONS, READ = 200, 20


def run() -> list[Row]:
    """Weigh both, one at a time: what they share with others counts for both alike."""
    with tempfile.TemporaryDirectory() as folder, screen() as env:
        home = Path(folder)
        crowded(home, CONVERSATIONS)
        env |= {"HOME": folder, "XDG_CONFIG_HOME": folder}

        def bare() -> float:
            with Child("bare_window", env=env) as child:
                child.says("painted")
                time.sleep(1)
                return pss(child.pid)

        def desk() -> float:
            with Child("desk", home, env=env) as child:
                child.says("painted")
                child.tell(f"open {READ}")
                child.says("open")
                time.sleep(1)
                return pss(child.pid)

        found = interleaved(RUNS, {"bare": bare, "desk": desk})
    return [
        ratio_row(
            f"memory with {CONVERSATIONS} conversations, {READ} read",
            found["desk"] / MIB,
            found["bare"] / MIB,
            unit="MiB",
            name="bare window",
            most=2,
        )
    ]
