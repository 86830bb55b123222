"""Pupitre's figures beside their peers: `python -m tests.bench [name…]`.

The names are those of the modules that have `run() -> list[Row]`; none: all of them.
"""

import os
import sys
import time
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from tests.bench.table import Row, shown

BENCHES = (
    *("start", "memory", "bubble", "stall", "thread"),
    *("stored", "idle", "breadth", "paused", "widget", "frozen"),
)
FIRST = -15
"""Before whatever else the machine does, where that is allowed."""
AUTOGROUP = Path("/proc/self/autogroup")
"""Linux weighs terminals against each other first, and their programs only then."""


def main(names: list[str]) -> int:
    """Measure what is asked for, print the table; 1 when a target is missed."""
    if unknown := [name for name in names if name not in BENCHES]:
        print(f"There is no benchmark called {', '.join(unknown)}; there are: {', '.join(BENCHES)}")
        return 2
    with suppress(OSError):
        os.nice(FIRST)
        AUTOGROUP.write_text(str(FIRST))
    rows: list[Row] = []
    for name in names or BENCHES:
        began = time.monotonic()
        print(f"… {name}", end="", flush=True, file=sys.stderr)
        rows += import_module(f"tests.bench.{name}").run()
        print(f" ({time.monotonic() - began:.0f} s)", file=sys.stderr)
    with suppress(OSError):
        AUTOGROUP.write_text("0")
    print(shown(rows))
    return int(any(row.met is False for row in rows))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
