"""Rows move, come and go one by one."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex
from pytestqt.modeltest import ModelTester

from pupitre.ui.models.keyed import KeyedModel


@dataclass(frozen=True)
class Thing:
    key: str
    value: int = 0


def model(keys: str) -> KeyedModel[Thing]:
    made = KeyedModel[Thing]()
    made.reconcile([Thing(key) for key in keys])
    return made


ORDERS = st.lists(st.sampled_from("abcdefgh"), unique=True).map("".join)


@given(before=ORDERS, after=ORDERS)
def test_any_list_becomes_any_other(before: str, after: str) -> None:
    rows = model(before)
    rows.reconcile([Thing(key, 1) for key in after])
    assert "".join(rows.keys()) == after
    assert all(row.value == 1 for row in rows._rows)


@given(before=ORDERS, after=ORDERS)
def test_what_stays_is_the_same_row_for_whoever_holds_it(before: str, after: str) -> None:
    rows = model(before)
    held = {key: QPersistentModelIndex(rows.index(place)) for place, key in enumerate(before)}
    rows.reconcile([Thing(key) for key in after])
    for key, index in held.items():
        assert index.isValid() == (key in after)
        if index.isValid():
            assert after[index.row()] == key


def test_one_card_that_goes_to_the_end_is_one_move() -> None:
    rows, moves = model("abcdef"), []
    rows.rowsMoved.connect(lambda *move: moves.append(move))
    rows.reconcile([Thing(key) for key in "bcdefa"])
    assert len(moves) == 1


def test_the_model_never_starts_over() -> None:
    rows, resets = model("abc"), []
    rows.modelReset.connect(lambda: resets.append(True))
    rows.reconcile([Thing(key) for key in "cxa"])
    assert not resets


def test_only_what_changed_is_told() -> None:
    rows, told = model("abc"), []
    rows.dataChanged.connect(lambda first, _last, _roles: told.append(first.row()))
    rows.reconcile([Thing("a"), Thing("b", 7), Thing("c")])
    assert told == [1]


def test_a_row_has_none_below_it(qtmodeltester: ModelTester) -> None:
    rows = model("ab")
    assert rows.rowCount(rows.index(0)) == 0
