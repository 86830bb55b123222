"""A turn hands its result over, or that it did not happen."""

import pytest
from typing_extensions import override

from pupitre.server.round import Round
from pupitre.server.turns.turn import OutOfOrder, Turn


class Count(Turn[int]):
    @override
    def take(self, round_: Round) -> int:
        return 1


async def test_the_result_is_handed_over_once() -> None:
    turn = Count()
    turn.settle(1)
    turn.settle(2)
    turn.fail()
    assert await turn.result == 1


async def test_what_did_not_happen_is_said() -> None:
    turn = Count()
    turn.fail()
    with pytest.raises(OutOfOrder):
        await turn.result


def test_whoever_wants_to_be_told_is_told_at_once() -> None:
    heard: list[int | None] = []
    Count(heard.append).settle(1)
    Count(heard.append).fail()
    assert heard == [1, None]
