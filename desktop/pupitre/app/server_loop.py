"""The server's own loop, and its libraries' small talk."""

import asyncio
import gc
import logging
from collections.abc import Callable

from typing_extensions import override

_CHATTY = ("uvicorn", "uvicorn.error", "uvicorn.access", "alembic", "websockets")


class _OnlyBugs(logging.Filter):
    """What a client sent wrongly, or a stop cut short, is no bug of ours: no traceback for it."""

    @override
    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the record, without its traceback where nothing of ours broke."""
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, asyncio.CancelledError):
            return False
        if "Invalid UTF-8" in str(record.msg):
            record.exc_info = None
        return True


def quieten() -> None:
    """Let libraries speak only of what went wrong."""
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("uvicorn.error").addFilter(_OnlyBugs())


def look_for_less_garbage() -> None:
    """Look through memory less often: what a server holds is mostly what it goes on to need."""
    gc.set_threshold(20_000, 20, 50)


def loop_factory() -> Callable[[], asyncio.AbstractEventLoop]:
    """Return how to make the server's loop: uvloop where there is one."""
    try:
        import uvloop
    except ImportError:
        return asyncio.new_event_loop
    return uvloop.new_event_loop
