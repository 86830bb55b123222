"""Start: from nothing to a conversation list that can be used."""

import tempfile
from pathlib import Path

from tests.bench.afternoon import crowded
from tests.bench.child import Child
from tests.bench.measure import interleaved
from tests.bench.screen import screen
from tests.bench.table import Row, ratio_row

RUNS = 7
CONVERSATIONS = 200


def run() -> list[Row]:
    """Start the desk and a bare window in turn."""
    with tempfile.TemporaryDirectory() as folder, screen() as env:
        home = Path(folder)
        crowded(home, CONVERSATIONS)
        env |= {"HOME": folder, "XDG_CONFIG_HOME": folder}

        def started(*words: object) -> float:
            with Child(*map(str, words), env=env) as child:
                return float(child.says("painted")) - child.began

        started("desk", home)
        took = interleaved(
            RUNS, {"bare": lambda: started("bare_window"), "desk": lambda: started("desk", home)}
        )
    return [
        ratio_row(
            f"start to a list of {CONVERSATIONS} conversations",
            took["desk"],
            took["bare"],
            unit="s",
            name="bare window",
            most=1.5,
        )
    ]
