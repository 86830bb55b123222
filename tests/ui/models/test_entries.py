"""What the list is made of."""

from datetime import timedelta

from pupitre.domain.ids import GroupId, MissionId
from pupitre.domain.mission import Group, Mission
from pupitre.ui.models.entries import (
    Section,
    in_order,
    keeping,
    section_of,
    waiting_groups,
    waiting_on_you,
)
from tests.support.screen import NOON
from tests.support.values import card, paused, waiting

VELO = Mission(
    id=MissionId("velo"),
    name="Atelier Vélo",
    mark="VÉLO",
    colour="#0f7b4f",
    groups=(Group(id=GroupId("a"), name="Conseil"), Group(id=GroupId("b"), name="Atelier")),
)


def test_a_paused_card_is_in_its_own_section() -> None:
    assert section_of(paused("karim", 3)) is Section.PAUSED
    assert section_of(card("camille")) is Section.DESK


def test_who_waits_for_nothing_comes_after_last_spoken_to_first() -> None:
    old = card("old", last_at=NOON - timedelta(hours=1))
    new = card("new", last_at=NOON)
    ordered = in_order([old, new, waiting("thomas", 1)], Section.DESK)
    assert [it.id for it in ordered] == ["thomas", "new", "old"]


def test_an_order_is_kept_and_new_cards_come_last() -> None:
    ordered = keeping([card("c"), card("b"), card("a")], ["a", "b"])
    assert [it.id for it in ordered] == ["a", "b", "c"]


def test_only_groups_in_which_somebody_waits_are_shown() -> None:
    found = waiting_groups({GroupId("a"): 0, GroupId("b"): 2}, [VELO])
    assert [(it.name, it.waiting) for it in found] == [("Atelier", 2)]


def test_those_who_wait_on_me_come_longest_first() -> None:
    cards = [card("karim"), waiting("ines", 5), waiting("thomas", 90), paused("paul", 1)]
    assert waiting_on_you(cards) == ["thomas", "ines"]
