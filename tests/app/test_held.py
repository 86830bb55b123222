"""A request to end that comes early is not lost, and kills nobody."""

import asyncio
import os
import signal
from collections.abc import Iterator

import pytest

from pupitre.app import held
from pupitre.app.stopping import Stopping
from tests.support.loop import until


@pytest.fixture(autouse=True)
def hears_as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr(held, "_asked", False)
    yield
    signal.signal(signal.SIGTERM, before)


async def test_it_is_followed_once_somebody_listens() -> None:
    held.hold()
    os.kill(os.getpid(), signal.SIGTERM)
    heard: list[str] = []
    stopping = Stopping(lambda: heard.append("asked"), lambda: heard.append("insisted"))
    loop = asyncio.get_running_loop()
    stopping.listen(loop)
    try:
        await until(lambda: heard == ["insisted"])
    finally:
        stopping.forget(loop)


def test_nobody_asked() -> None:
    held.hold()
    assert not held.was_asked()


def test_a_program_that_holds_nothing_is_ended_as_any_other() -> None:
    held.hold()
    held.let_go()
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
