"""The pulse says when a server is slow, and asks one question at a time."""

import asyncio

import pytest

from pupitre.client import pulse
from pupitre.client.pulse import Pulse
from tests.support.patience import LONG, until


async def test_it_tells_slow_from_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pulse, "EVERY", 0.005)
    monkeypatch.setattr(pulse, "LONG", LONG)
    asked: list[int] = []
    told: list[bool] = []
    it = Pulse(lambda: asked.append(1), told.append)
    running = asyncio.get_running_loop().create_task(it.run())
    await until(lambda: asked)
    monkeypatch.setattr(pulse, "LONG", 0.05)
    it.heard()
    await until(lambda: told == [False, True])
    await asyncio.sleep(0.1)
    assert (len(asked), told) == (2, [False, True]), "it waits for the answer"
    monkeypatch.setattr(pulse, "LONG", LONG)
    it.heard()
    await until(lambda: len(asked) == 3)
    it.heard()
    await until(lambda: told == [False, True, False])
    running.cancel()
    await asyncio.wait([running])
