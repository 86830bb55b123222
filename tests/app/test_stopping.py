"""The first Ctrl-C is polite, the second is obeyed, and so is the system."""

import asyncio
import os
import signal

from pupitre.app.stopping import Stopping
from tests.support.loop import until


async def test_a_second_request_insists() -> None:
    heard: list[str] = []
    stopping = Stopping(lambda: heard.append("asked"), lambda: heard.append("insisted"))
    loop = asyncio.get_running_loop()
    stopping.listen(loop)
    try:
        os.kill(os.getpid(), signal.SIGINT)
        await until(lambda: heard == ["asked"])
        os.kill(os.getpid(), signal.SIGINT)
        await until(lambda: heard == ["asked", "insisted"])
    finally:
        stopping.forget(loop)


async def test_the_system_does_not_ask_twice() -> None:
    heard: list[str] = []
    stopping = Stopping(lambda: heard.append("asked"), lambda: heard.append("insisted"))
    loop = asyncio.get_running_loop()
    stopping.listen(loop)
    try:
        os.kill(os.getpid(), signal.SIGTERM)
        await until(lambda: heard == ["insisted"])
    finally:
        stopping.forget(loop)


def test_a_request_that_was_declined_does_not_count() -> None:
    heard: list[str] = []
    stopping = Stopping(lambda: heard.append("asked"), lambda: heard.append("insisted"))
    stopping.hear()
    stopping.begin_again()
    stopping.hear()
    assert heard == ["asked", "asked"]
