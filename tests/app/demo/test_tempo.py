"""The day's pauses end while it is played."""

import pytest

from pupitre.app.demo.tempo import ALONE, SHOWN, Tempo


@pytest.mark.parametrize("tempo", [ALONE, SHOWN])
def test_three_hours_are_short_enough_to_wait_for(tempo: Tempo) -> None:
    assert 3 * 3600 / tempo.clock_rate < tempo.limit / 3


def test_without_a_screen_a_minute_is_enough_and_a_slow_computer_has_more() -> None:
    waited_for = 3 * 3600 / ALONE.clock_rate
    assert waited_for < 20 < 60 < ALONE.limit
