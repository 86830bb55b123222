"""The first request to end is polite, the second is obeyed."""

import asyncio
import os
import signal

import pytest

from pupitre.app.stopping import Stopping
from tests.support.loop import until


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_a_second_request_insists(number: signal.Signals) -> None:
    heard: list[str] = []
    stopping = Stopping(lambda: heard.append("asked"), lambda: heard.append("insisted"))
    loop = asyncio.get_running_loop()
    stopping.listen(loop)
    try:
        os.kill(os.getpid(), number)
        await until(lambda: heard == ["asked"])
        os.kill(os.getpid(), number)
        await until(lambda: heard == ["asked", "insisted"])
    finally:
        stopping.forget(loop)


def test_a_request_that_was_declined_does_not_count() -> None:
    heard: list[str] = []
    stopping = Stopping(lambda: heard.append("asked"), lambda: heard.append("insisted"))
    stopping.hear()
    stopping.begin_again()
    stopping.hear()
    assert heard == ["asked", "asked"]
