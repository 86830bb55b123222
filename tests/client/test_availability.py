"""How full a desk is, and how full it may be."""

from pupitre.client.availability import Availability, of
from pupitre.domain.standing import Status
from tests.support.story import experts, missions
from tests.support.values import card, paused


def test_only_open_conversations_use_slots() -> None:
    you = experts()[0]
    found = of(you, missions(), [card("a"), paused("b", 3), card("c", status=Status.OPEN)])
    limit = max(mission.max_slots for mission in missions())
    assert found == Availability(available=you.available, open=2, slots=you.slots, max_slots=limit)


def test_without_a_mission_there_are_as_many_slots_as_were_chosen() -> None:
    you = experts()[0]
    assert of(you, (), ()).max_slots == you.slots
