"""The proofs in a shorter form: the same code, fewer kills, faults and hours."""

import pytest

from tests.proofs import (
    asleep,
    day,
    desk_kills,
    fuzzed_sockets,
    link_faults,
    program_kills,
    server_kills,
    slow,
    two_desks,
    window_faults,
)

SEED = 7
ONE_OF_EACH = 32
"""Every kind of fault that ends soon, and one half-open link."""
pytestmark = pytest.mark.slow


def test_a_server_killed_under_load_loses_and_doubles_nothing() -> None:
    tally = server_kills.prove(4, SEED)
    assert tally.is_clean, tally.shown()
    assert int(str(tally.counts["acknowledged"])) > 0, "as many as the machine lets them"


def test_a_desk_killed_under_load_loses_and_doubles_nothing() -> None:
    tally = desk_kills.prove(4, SEED)
    assert tally.is_clean, tally.shown()
    assert int(str(tally.counts["kept on the desk's disk"])) > 0


@pytest.mark.journey
def test_the_program_killed_after_a_click_on_send_loses_nothing() -> None:
    tally = program_kills.prove(1, SEED)
    assert tally.is_clean, tally.shown()


def test_after_any_fault_of_the_link_a_desk_is_like_a_fresh_one() -> None:
    tally = link_faults.prove(9, 3, ONE_OF_EACH)
    assert tally.is_clean, tally.shown()


def test_a_fault_of_the_link_moves_nothing_on_the_screen() -> None:
    tally = window_faults.prove(4, SEED)
    assert tally.is_clean, tally.shown()


def test_a_slow_link_is_said_and_typing_does_not_stutter() -> None:
    tally = slow.prove(40, SEED)
    assert tally.is_clean, tally.shown()


def test_two_desks_of_one_expert_agree_and_tell_once() -> None:
    tally = two_desks.prove(10, SEED)
    assert tally.is_clean, tally.shown()


def test_a_computer_asleep_across_a_pause_s_end_tells_once() -> None:
    tally = asleep.prove(3, SEED)
    assert tally.is_clean, tally.shown()


def test_a_day_leaves_everything_as_the_events_say() -> None:
    tally = day.prove(6, 30, 12, SEED)
    assert tally.is_clean, tally.shown()


def test_whatever_is_sent_gets_an_answer_or_a_clean_close() -> None:
    tally = fuzzed_sockets.prove(30, 30, SEED)
    assert tally.is_clean, tally.shown()
