"""Missions: which subjects can be chosen, which groups there are."""

from dataclasses import replace

from pupitre.domain.ids import GroupId
from tests.support.playbook import ADVICE, DELAY, OTHER, REFUND, VELO


def test_c2_only_subjects_without_children_can_be_chosen_in_the_trees_order() -> None:
    assert list(VELO.leaves()) == [DELAY, REFUND, OTHER]
    assert VELO.leaves()[REFUND].name == "Retour"


def test_c2_an_empty_tree_has_nothing_to_choose() -> None:
    assert replace(VELO, subjects=()).leaves() == {}


def test_a_group_is_found_by_its_id_in_its_mission_only() -> None:
    group = VELO.group(ADVICE)
    assert group is not None
    assert group.name == "Conseil"
    assert VELO.group(GroupId("cave")) is None
