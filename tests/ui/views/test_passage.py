"""What is chosen across messages is copied as one reads it."""

import pytest

from pupitre.client.views import Row
from pupitre.domain.events import VisitorLeft
from pupitre.ui.models.thread import ThreadModel
from pupitre.ui.thread_lines import Names
from pupitre.ui.views.passage import Passage, Spot, everything
from tests.support.screen import noon
from tests.support.values import answered, happened, said

pytestmark = pytest.mark.usefixtures("screen")


@pytest.fixture
def model() -> ThreadModel:
    made = ThreadModel(noon)
    rows: list[Row] = [
        said("a", "Bonjour à vous"),
        happened(2, VisitorLeft()),
        answered("b", "Oui 🔔 oui"),
    ]
    made.open(rows, Names(visitor="Camille"), 0)
    return made


def test_a_part_of_one_message_is_copied_alone(model: ThreadModel) -> None:
    assert Passage(Spot(0, 8), Spot(0, 14)).text(model) == "à vous"


def test_several_messages_are_signed(model: ThreadModel) -> None:
    words = Passage(Spot(2, 3), Spot(0, 8)).text(model)
    assert words == "Camille (15:47): à vous\nYou (15:47): Oui"


def test_what_is_between_messages_is_not_copied(model: ThreadModel) -> None:
    assert [row.key for row, _, _ in Passage(Spot(0, 0), Spot(2, 5)).ranges(model)] == ["a", "b"]


def test_everything_is_every_message(model: ThreadModel) -> None:
    whole = everything(model)
    assert whole is not None
    assert whole.text(model).endswith("Oui 🔔 oui")


def test_nothing_chosen_is_nothing_copied(model: ThreadModel) -> None:
    assert Passage(Spot(0, 3), Spot(0, 3)).is_empty
    assert Passage(Spot(0, 3), Spot(0, 3)).text(model) == ""
    assert everything(ThreadModel(noon)) is None
