"""Each older form of the settings leads, step by step, to today's."""

import pytest

from pupitre.app.formats import FORMAT, brought_up_to_date, format_of


def test_a_file_without_a_number_is_the_oldest() -> None:
    assert format_of({}) == 0
    assert brought_up_to_date({"window": "AdnQ"}) == {
        "format": FORMAT,
        "window": {"geometry": "AdnQ"},
    }


def test_todays_form_stays_as_it_is() -> None:
    told = {"format": FORMAT, "window": {"geometry": "AdnQ", "panes": 2}}
    assert brought_up_to_date(told) == told


@pytest.mark.parametrize("number", ["1", -3, None])
def test_a_number_that_is_none_is_taken_for_the_oldest(number: object) -> None:
    assert format_of({"format": number}) == 0
