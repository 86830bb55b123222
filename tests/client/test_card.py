"""A card says whether acts of yours wait for your word."""

import pytest

from pupitre.client.card import Parked


@pytest.mark.parametrize(("parked", "waits"), [((0, 0), False), ((1, 0), True), ((0, 2), True)])
def test_any_parked_act_counts(parked: tuple[int, int], waits: bool) -> None:
    assert bool(Parked(*parked)) is waits
