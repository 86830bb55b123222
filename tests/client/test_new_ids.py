"""Ids can be sorted by the time they were made, and are never the same."""

import time
from uuid import UUID

from pupitre.client.new_ids import new_id


def test_it_is_a_uuid_of_version_7() -> None:
    made = UUID(new_id())
    assert (made.version, made.variant) == (7, "specified in RFC 4122")


def test_a_later_one_sorts_after_an_earlier_one() -> None:
    first = new_id()
    time.sleep(0.002)
    assert first < new_id()


def test_no_two_are_alike() -> None:
    assert len({new_id() for _ in range(1_000)}) == 1_000
