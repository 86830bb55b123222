"""`pupitre serve` with the limits on one address and one visitor lifted: a bench is many people.

python -m tests.bench.programs.server FOLDER
"""

import asyncio
import contextlib
import resource
import sys
import time
from pathlib import Path

from pupitre.app.server_loop import look_for_less_garbage, loop_factory, quieten
from pupitre.server.house import Limits
from pupitre.server.listening import address_of, bound, serve
from pupitre.server.service import Plan, opened
from pupitre.server.store.database import address_in

RESOURCES = Path(__file__).parents[3] / "resources"


def lift_limits() -> None:
    """Let one machine be thousands of people: as many files open as the system allows."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


async def main(folder: Path) -> None:
    """Serve until killed."""
    plan = Plan(
        database=address_in(folder),
        resources=RESOURCES,
        limits=Limits(connections_per_address=1_000_000, rates=1e6),
    )
    with contextlib.closing(bound("127.0.0.1", 0)) as listening:

        def ready() -> None:
            print("listening", address_of(listening), time.monotonic(), flush=True)

        async with opened(plan) as app:
            await serve(app, listening, stop=asyncio.Event(), ready=ready)


if __name__ == "__main__":
    quieten()
    look_for_less_garbage()
    lift_limits()
    with asyncio.Runner(loop_factory=loop_factory()) as runner:
        runner.run(main(Path(sys.argv[1])))
