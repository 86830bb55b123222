"""The conversation list: longest waiting first, and nothing moves under the pointer."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from pupitre.client.views import Card
from pupitre.domain.ids import ConversationId, GroupId, MissionId
from pupitre.ui.models.conversations import ROW, ConversationModel
from pupitre.ui.models.entries import CardEntry, GroupEntry, Section
from tests.support.screen import noon
from tests.support.values import card, paused, waiting

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
QUEUE = GroupEntry(
    group=GroupId("conseil"), name="Conseil vélo", mark="VÉLO", colour="#0f7b4f", waiting=3
)


def mission_name(_id: MissionId) -> str:
    return "Atelier Vélo"


@pytest.fixture
def model(screen: QApplication) -> ConversationModel:
    return ConversationModel(noon, mission_name)


def order(model: ConversationModel) -> list[str]:
    return [row.key for row in model._rows if isinstance(row, CardEntry)]


def titles(model: ConversationModel) -> list[str]:
    indices = [model.index(place) for place in range(model.rowCount())]
    return [str(it.data()) for it in indices if not isinstance(it.data(ROW), CardEntry)]


def show(model: ConversationModel, *cards: Card, groups: Sequence[GroupEntry] = ()) -> None:
    model.show(cards, groups)


def test_an_empty_desk_has_its_titles(model: ConversationModel) -> None:
    show(model)
    assert titles(model) == ["On your desk", "Paused"]


def test_who_has_waited_longest_is_first(model: ConversationModel) -> None:
    show(model, card("karim"), waiting("ines", 5), waiting("thomas", 90))
    assert order(model) == ["thomas", "ines", "karim"]


def test_the_next_to_wake_is_first_among_the_paused(model: ConversationModel) -> None:
    show(model, paused("ines", 18), paused("karim", 3), card("camille"))
    assert order(model) == ["camille", "karim", "ines"]


def test_sections_say_how_many_they_hold(model: ConversationModel) -> None:
    show(model, card("camille"), paused("karim", 3), groups=[QUEUE])
    assert titles(model) == ["On your desk", "Paused", "Waiting in my groups", "Conseil vélo"]
    assert model.index(4).data(Qt.ItemDataRole.AccessibleDescriptionRole) == "3"


def test_the_order_stays_under_the_pointer(model: ConversationModel) -> None:
    show(model, waiting("camille", 60), waiting("karim", 30))
    model.hold(held=True)
    show(model, card("camille"), waiting("karim", 31))
    assert order(model) == ["camille", "karim"]
    model.hold(held=False)
    assert order(model) == ["karim", "camille"]


def test_whoever_comes_while_the_order_is_kept_is_last(model: ConversationModel) -> None:
    show(model, waiting("camille", 60))
    model.hold(held=True)
    show(model, waiting("camille", 61), waiting("thomas", 300))
    assert order(model) == ["camille", "thomas"]


def test_a_kept_order_still_shows_what_changed(model: ConversationModel) -> None:
    show(model, card("camille"))
    model.hold(held=True)
    show(model, card("camille", unread=2))
    row = model.index(1).data(ROW)
    assert isinstance(row, CardEntry)
    assert row.card.unread == 2


def test_a_pause_moves_the_card_even_under_the_pointer(model: ConversationModel) -> None:
    show(model, card("camille"), card("karim"))
    model.hold(held=True)
    show(model, paused("camille", 3), card("karim"))
    assert model.keys() == ["section desk", "karim", "section paused", "camille"]


def test_a_folded_section_hides_its_cards(model: ConversationModel) -> None:
    show(model, card("camille"), paused("karim", 3))
    model.fold(Section.PAUSED)
    assert order(model) == ["camille"]
    model.fold(Section.PAUSED)
    assert order(model) == ["camille", "karim"]


def test_a_row_reads_as_the_screen_shows_it(model: ConversationModel) -> None:
    show(model, waiting("camille", 21, unread=1))
    spoken = model.index(1).data(SPOKEN)
    assert spoken == (
        "Camille, Atelier Vélo, On the site, Open, Et pour un usage en ville ?, "
        "has been waiting for your answer for 21 seconds, 1 unread message"
    )


def test_who_is_typing_is_told_once_and_read_aloud(model: ConversationModel) -> None:
    show(model, waiting("camille", 21))
    told: list[int] = []
    model.dataChanged.connect(lambda first, _last: told.append(first.row()))
    place = model.position("camille")
    for typing in (True, True, False):
        model.show_typing(ConversationId("camille"), typing=typing)
        assert str(model.index(place).data(SPOKEN)).endswith("is typing…") is typing
    model.show_typing(ConversationId("nobody"), typing=True)
    assert told == [place, place]


def test_who_is_typing_still_is_when_the_card_changes(model: ConversationModel) -> None:
    show(model, waiting("camille", 21))
    model.show_typing(ConversationId("camille"), typing=True)
    show(model, waiting("camille", 21, unread=7))
    row = model.at(model.position("camille"))
    assert isinstance(row, CardEntry)
    assert (row.types, row.card.unread) == (True, 7)


def test_a_title_reads_as_its_name_alone(model: ConversationModel) -> None:
    show(model, paused("karim", 3))
    assert model.index(1).data(SPOKEN) == "Paused"


def test_titles_cannot_be_chosen(model: ConversationModel) -> None:
    show(model, card("camille"))
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable


def test_qt_finds_the_model_sound(model: ConversationModel, qtmodeltester: ModelTester) -> None:
    show(model, waiting("camille", 60), paused("karim", 3), groups=[QUEUE])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt’s own
    show(model, paused("camille", 2), waiting("thomas", 4))
    assert model.rowCount(model.index(0)) == 0
