"""What decisions look at."""

from pupitre.domain.evolution import fold
from pupitre.server.talks import Talk
from tests.server.makers import begun, blank, expert, guest, present_with


def test_a_visitor_is_seen_with_their_particulars_where_they_are_known() -> None:
    present = present_with(expert())
    state = fold(blank(), begun())
    assert present.visitor_of(state).name is None
    present.guests.put(guest(name="Zoé"))
    assert present.visitor_of(state).name == "Zoé"


def test_the_latest_conversation_of_a_visitor() -> None:
    present = present_with(expert())
    talk = Talk.of(blank(), begun(), {})
    present.talks.put(talk)
    assert present.latest_of(guest(latest=talk.state.id)) == talk
    assert present.latest_of(guest()) is None
