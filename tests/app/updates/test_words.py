"""Each fault and each way to be updated has its own sentence, with what it is about in it."""

from pathlib import Path

import pytest

from pupitre.app.updates import words
from pupitre.app.updates.faults import Fault
from pupitre.app.updates.place import Kind, Place


@pytest.mark.parametrize("fault", Fault)
def test_a_fault_names_the_address(fault: Fault) -> None:
    assert "https://a.example/" in words.distrusted(fault.value, "https://a.example/")


def test_no_two_are_the_same() -> None:
    assert len({words.distrusted(fault.value, "") for fault in Fault}) == len(Fault)
    assert len({words.how(Place(kind, Path("/there")), "") for kind in Kind}) == len(Kind)


def test_who_may_not_write_is_told_where() -> None:
    assert "/there" in words.how(Place(Kind.LOCKED, Path("/there")), "")
