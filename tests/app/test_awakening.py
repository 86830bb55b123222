"""A computer that slept is noticed, and one that only waited is not."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from pupitre.app import awakening
from pupitre.app.awakening import Awakening
from pupitre.app.tasks import spawn, stop
from pupitre.backends.clock import SystemClock, Timer
from tests.support.loop import until

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Sleeper:
    """A clock whose wall time jumps while nothing ticks, or while the other jumps too."""

    def __init__(self, jump: timedelta, *, counts_sleep: bool = False) -> None:
        self._ticking = SystemClock()
        self._jump = jump
        self._counts_sleep = counts_sleep
        self._began = self._ticking.monotonic()
        self.looks = 0

    def now(self) -> datetime:
        self.looks += 1
        passed = timedelta(seconds=self._ticking.monotonic() - self._began)
        return NOON + passed + self._jump * self.looks

    def monotonic(self) -> float:
        asleep = self._jump.total_seconds() * self.looks if self._counts_sleep else 0.0
        return self._ticking.monotonic() + asleep

    def call_later(self, delay: timedelta, callback: Callable[[], None]) -> Timer:
        return self._ticking.call_later(delay, callback)


@pytest.fixture(autouse=True)
def _short_naps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(awakening, "LOOK_EVERY", 0.01)


@pytest.mark.parametrize("counts_sleep", [False, True])
async def test_a_computer_that_slept_is_noticed(counts_sleep: bool) -> None:
    woken: list[bool] = []
    clock = Sleeper(timedelta(minutes=5), counts_sleep=counts_sleep)
    watch = spawn(Awakening(lambda: woken.append(True), clock).run(), name="watch")
    await until(lambda: woken)
    await stop(watch)


async def test_one_that_only_waited_is_not() -> None:
    woken: list[bool] = []
    clock = Sleeper(timedelta(0))
    watch = spawn(Awakening(lambda: woken.append(True), clock).run(), name="watch")
    await until(lambda: clock.looks > 6)
    await stop(watch)
    assert not woken
