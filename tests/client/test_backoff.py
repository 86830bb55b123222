"""Waits grow, up to a ceiling, and differ from desk to desk."""

from itertools import islice

from pupitre.client.backoff import backoff


def test_each_wait_is_longer_up_to_the_ceiling() -> None:
    waits = list(islice(backoff(first=1, factor=2, ceiling=5, jitter=lambda: 1.0), 5))
    assert waits == [1, 2, 4, 5, 5]


def test_chance_takes_away_up_to_half() -> None:
    assert next(backoff(first=1, jitter=lambda: 0.0)) == 0.5


def test_a_desk_is_back_within_fifteen_seconds_of_its_server() -> None:
    assert max(islice(backoff(jitter=lambda: 1.0), 50)) < 15
