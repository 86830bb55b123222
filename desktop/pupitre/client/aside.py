"""Work for a thread that nobody waits for: what goes wrong in it is heard all the same."""

import logging
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import ParamSpec

P = ParamSpec("P")

log = logging.getLogger(__name__)


def do(threads: Executor, work: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> None:
    """Have it done; an executor keeps its errors for whoever asks, and here nobody does."""
    threads.submit(work, *args, **kwargs).add_done_callback(_heard)


def _heard(done: Future[object]) -> None:
    if not done.cancelled() and (error := done.exception()) is not None:
        log.error("Something failed in a thread", exc_info=error)
