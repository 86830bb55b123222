"""The server's time goes on between two welcomes."""

from datetime import timedelta

from pupitre.backends.clock import ManualClock
from pupitre.client.clock import ServerClock
from tests.client.ground import NOON


def test_it_is_this_computer_s_until_the_server_says() -> None:
    assert ServerClock(ManualClock(NOON)).now() == NOON


def test_it_follows_the_server_and_its_rate() -> None:
    here = ManualClock(NOON)
    clock = ServerClock(here)
    there = NOON + timedelta(days=2)
    clock.follow(there, 3600.0)
    here.advance(timedelta(seconds=2))
    assert clock.now() == there + timedelta(hours=2)
    assert clock.real(timedelta(hours=1)) == timedelta(seconds=1)
