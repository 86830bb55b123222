"""The server's own loop."""

import asyncio
import logging
import sys

from pupitre.app.server_loop import loop_factory, quieten


def test_the_loop_is_uvloop_where_there_is_one() -> None:
    loop = loop_factory()()
    try:
        assert (type(loop).__module__ == "uvloop") is (sys.platform != "win32")
    finally:
        loop.close()


def test_a_clients_fault_is_logged_without_a_traceback() -> None:
    quieten()
    record = logging.LogRecord(
        "uvicorn.error",
        logging.ERROR,
        "",
        0,
        "Invalid UTF-8 sequence received from client.",
        None,
        (ValueError, ValueError(), None),
    )
    assert logging.getLogger("uvicorn.error").filter(record)
    assert record.exc_info is None


def test_a_stop_that_cut_something_short_is_no_bug() -> None:
    quieten()
    cut = (asyncio.CancelledError, asyncio.CancelledError(), None)
    record = logging.LogRecord("uvicorn.error", logging.ERROR, "", 0, "Exception", None, cut)
    assert not logging.getLogger("uvicorn.error").filter(record)
