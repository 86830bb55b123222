"""Callbacks come when they are due, not before, and not when they were cancelled."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from pupitre.backends import clock
from pupitre.backends.clock import ManualClock, SystemClock
from tests.support.story import AFTERNOON, minutes, until


class Bell:
    def __init__(self) -> None:
        self.rung = 0

    def ring(self) -> None:
        self.rung += 1


def test_a_manual_clock_stands_still() -> None:
    it = ManualClock(AFTERNOON)
    assert (it.now(), it.monotonic()) == (AFTERNOON, 0.0)
    it.advance(minutes(2))
    assert (it.now(), it.monotonic()) == (AFTERNOON + minutes(2), 120.0)


def test_it_stops_at_each_appointment_on_the_way() -> None:
    it, seen = ManualClock(AFTERNOON), list[datetime]()

    class Diary:
        def note(self) -> None:
            seen.append(it.now())
            if len(seen) < 3:
                it.call_later(minutes(1), self.note)

    it.call_later(minutes(5), Diary().note)
    it.advance(minutes(10))
    assert seen == [AFTERNOON + minutes(count) for count in (5, 6, 7)]
    assert it.now() == AFTERNOON + minutes(10)


def test_an_appointment_can_be_cancelled() -> None:
    it, bell = ManualClock(AFTERNOON), Bell()
    it.call_later(minutes(1), bell.ring).cancel()
    it.advance(minutes(2))
    assert bell.rung == 0


async def test_the_system_s_clock_tells_utc_and_calls_back() -> None:
    it, bell = SystemClock(), Bell()
    assert it.now().tzinfo is UTC
    before = it.monotonic()
    it.call_later(timedelta(milliseconds=20), bell.ring)
    await until(lambda: bell.rung)
    assert it.monotonic() - before >= 0.02


async def test_a_long_wait_is_made_of_naps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "LONGEST_NAP", timedelta(milliseconds=5))
    it, bell = SystemClock(), Bell()
    it.call_later(timedelta(milliseconds=30), bell.ring)
    cancelled = it.call_later(timedelta(milliseconds=12), bell.ring)
    await asyncio.sleep(0.008)
    cancelled.cancel()
    await until(lambda: bell.rung)
    assert bell.rung == 1


async def test_a_month_ahead_is_no_trouble() -> None:
    """T5: Qt counts milliseconds in 32 bits."""
    SystemClock().call_later(timedelta(days=60), Bell().ring).cancel()
