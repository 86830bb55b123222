"""When what is kept no longer is looked for."""

import asyncio
import contextlib
from datetime import datetime, timedelta

import pytest
from sqlalchemy.exc import OperationalError

from pupitre.server import retention
from pupitre.server.clock import Clock
from pupitre.server.retention import retain


class Diary:
    """Notes when it is asked to erase what."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.notes: list[tuple[str, datetime]] = []
        self.fails = 0

    def _note(self, what: str) -> None:
        self.notes.append((what, self.clock.now()))

    async def as_asked(self) -> None:
        self._note("as_asked")

    async def orphans(self) -> None:
        self._note("orphans")

    async def strays(self) -> None:
        self._note("strays")

    async def expired(self) -> None:
        self._note("expired")
        if self.fails:
            self.fails -= 1
            raise OperationalError("DELETE", {}, Exception("locked"))

    def of(self, name: str) -> list[datetime]:
        return [at for noted, at in self.notes if noted == name]


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "LOOK_EVERY", 0.01)


async def kept(diary: Diary, real_seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(real_seconds):
            await retain(diary.clock, diary)


@pytest.mark.usefixtures("quick")
async def test_at_the_start_and_then_once_an_hour_or_a_day() -> None:
    diary = Diary(Clock(rate=24 * 3600.0))  # a second is a day
    began = diary.clock.now()
    await kept(diary, 2.5)
    days = (diary.clock.now() - began) / timedelta(days=1)
    for name in ("expired", "strays"):
        assert 2 <= len(diary.of(name)) <= days + 1
        assert diary.of(name)[0] <= diary.of("as_asked")[1], "at the first look"
        gaps = [b - a for a, b in zip(diary.of(name), diary.of(name)[1:], strict=False)]
        assert all(gap >= timedelta(days=1) for gap in gaps)
    assert len(diary.of("orphans")) > len(diary.of("expired"))
    assert len(diary.of("as_asked")) > len(diary.of("orphans"))


@pytest.mark.usefixtures("quick")
async def test_what_could_not_be_erased_is_tried_again_soon(
    caplog: pytest.LogCaptureFixture,
) -> None:
    diary = Diary(Clock())
    diary.fails = 2
    await kept(diary, 0.5)
    assert len(diary.of("expired")) == 3
    assert "erasing has to wait" in caplog.text
    caplog.clear()
