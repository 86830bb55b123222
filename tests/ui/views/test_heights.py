"""Heights added up: whatever comes and goes, a row's place is the sum of those above it."""

from hypothesis import given
from hypothesis import strategies as st

from pupitre.ui.views.heights import Heights

TALL = st.integers(0, 90)


def of(*heights: int) -> Heights:
    made = Heights()
    made.become(heights)
    return made


def test_a_row_begins_where_those_above_end() -> None:
    rows = of(10, 20, 30)
    assert [rows.top(row) for row in range(4)] == [0, 10, 30, 60]
    assert (len(rows), rows[1], rows.total) == (3, 20, 60)


def test_a_place_is_in_one_row() -> None:
    rows = of(10, 0, 30)
    assert [rows.at(place) for place in (-1, 0, 9, 10, 39, 40)] == [-1, 0, 0, 2, 2, 3]


def test_nothing_is_nowhere() -> None:
    assert (of().total, of().at(0), of().top(0)) == (0, 0, 0)


@given(st.lists(TALL), st.data())
def test_rows_come_change_and_go(heights: list[int], data: st.DataObject) -> None:
    rows = of(*heights)
    for _ in range(4):
        rows.top(data.draw(st.integers(0, len(heights))))  # added up as far as that
        first = data.draw(st.integers(0, len(heights)))
        came = data.draw(st.lists(TALL))
        rows.insert(first, came)
        heights[first:first] = came
        if heights:
            row, tall = data.draw(st.integers(0, len(heights) - 1)), data.draw(TALL)
            assert rows.change(row, tall) == tall - heights[row]
            heights[row] = tall
            last = data.draw(st.integers(row, len(heights) - 1))
            rows.remove(row, last)
            del heights[row : last + 1]
        assert [rows.top(row) for row in range(len(heights) + 1)] == [
            sum(heights[:row]) for row in range(len(heights) + 1)
        ]
