"""What one commit writes."""

from dataclasses import replace

from pupitre.domain.evolution import fold
from pupitre.domain.ids import CommandId, VisitorId
from pupitre.domain.people import Block
from pupitre.server.store.batch import Batch, Sender
from tests.server.makers import ALICE, NOON, begun, blank, expert


def test_an_empty_one_is_known_as_empty() -> None:
    batch = Batch()
    assert batch.is_empty
    batch.answer(Sender("alice"), CommandId("1"), b"{}", NOON)
    assert not batch.is_empty


def test_the_last_state_of_a_conversation_counts() -> None:
    batch = Batch()
    state = fold(blank(), begun())
    batch.project(state)
    batch.project(replace(state, seq=9, on_site=False))
    (row,) = batch.conversations.values()
    assert (row["seq"], row["on_site"], row["owner"]) == (9, False, ALICE)


def test_of_most_changes_only_the_number_is_new() -> None:
    batch, state = Batch(), fold(blank(), begun())
    batch.project(replace(state, seq=7), state)
    batch.project(replace(state, seq=8), replace(state, seq=7))
    assert batch.went_on == {state.id}
    assert not batch.conversations
    batch.project(replace(state, seq=9, on_site=False), replace(state, seq=8))
    batch.project(replace(state, seq=10, on_site=False), replace(state, seq=9, on_site=False))
    assert not batch.went_on
    assert batch.conversations[state.id]["seq"] == 10


def test_an_experts_load_is_not_overwritten() -> None:
    batch = Batch()
    batch.expert(replace(expert(), open=3))
    assert "open" not in batch.experts[ALICE]


def test_changes_of_a_visitor_add_up() -> None:
    batch, visitor = Batch(), VisitorId("v1")
    batch.change_visitor(visitor, {"email": "zoe@example.org"})
    batch.block(visitor, Block(expert=ALICE, at=NOON, reason="insults"))
    assert batch.visitor_changes[visitor]["email"] == "zoe@example.org"
    assert batch.visitor_changes[visitor]["block_reason"] == "insults"
