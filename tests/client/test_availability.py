"""How full a desk is, and how full it may be."""

from dataclasses import replace

from pupitre.client.availability import Availability, of
from tests.support.story import experts


def test_it_says_what_the_expert_chose_and_what_their_missions_allow() -> None:
    you = replace(experts()[0], open=2)
    assert of(you, 7) == Availability(available=you.available, open=2, slots=you.slots, max_slots=7)
