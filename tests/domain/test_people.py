"""Experts and visitors: R1, R11."""

from dataclasses import replace

import pytest

from pupitre.domain.people import Actor, Block, Role
from tests.support.playbook import ALICE, INSTANT, NINE, NOON, expert


@pytest.mark.parametrize(
    ("available", "connected", "present"),
    [(True, True, True), (True, False, False), (False, True, False), (False, False, False)],
)
def test_r1_present_is_connected_and_available(
    *, available: bool, connected: bool, present: bool
) -> None:
    it = replace(expert(ALICE), available=available, connected=connected)
    assert (it.is_present, it.is_eligible) == (present, present)


@pytest.mark.parametrize(("open_", "full"), [(0, False), (3, False), (4, True), (5, True)])
def test_r1_full_is_derived_and_passes_by_itself(open_: int, *, full: bool) -> None:
    it = expert(ALICE, slots=4, open_=open_)
    assert (it.is_full, it.is_eligible) == (full, not full)
    assert it.is_present


def test_r11_a_block_holds_until_its_time() -> None:
    block = Block(expert=ALICE, at=NINE, reason="?", until=NOON)
    assert block.is_in_force(NOON - INSTANT)
    assert not block.is_in_force(NOON)
    assert replace(block, until=None).is_in_force(NOON)


def test_an_expert_acts_as_an_expert() -> None:
    assert Actor.of(ALICE) == Actor(Role.EXPERT, ALICE)
