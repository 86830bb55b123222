"""The server's time, real or faster."""

from datetime import UTC, datetime, timedelta

import pytest

from pupitre.server.clock import Clock, real_now

START = datetime(2026, 11, 22, 12, 0, 0, 123_456, tzinfo=UTC)


def test_a_faster_clock_runs_from_its_start() -> None:
    elapsed = [100.0]
    clock = Clock(3600.0, START, lambda: elapsed[0])
    assert clock.now() == START.replace(microsecond=123_000)
    elapsed[0] += 24
    assert clock.now() - START.replace(microsecond=123_000) == timedelta(hours=24)


def test_real_seconds_are_asked_of_the_loop() -> None:
    clock = Clock(3600.0, START, lambda: 0.0)
    assert clock.real_seconds_until(START + timedelta(hours=1)) == pytest.approx(1.0, abs=0.001)
    assert clock.real_seconds_until(START - timedelta(hours=1)) == 0.0


def test_the_real_clock_is_real() -> None:
    assert abs(Clock().now() - real_now()) < timedelta(seconds=5)
    assert Clock().now().microsecond % 1000 == 0


async def test_sleeping_never_ends_early() -> None:
    clock = Clock(1000.0)
    until = clock.now() + timedelta(seconds=30)
    await clock.sleep_until(until, longest_nap=0.01)
    assert clock.now() >= until
