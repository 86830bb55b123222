"""What a conversation's state says of itself."""

from tests.support.playbook import Playbook, closed, opened


def test_it_is_blank_until_something_happens(play: Playbook) -> None:
    assert play.conversation.is_blank
    play.given(opened())
    assert not play.conversation.is_blank


def test_c6_it_is_closed_for_good(play: Playbook) -> None:
    play.given(opened())
    was_closed = play.conversation.is_closed
    play.given(closed())
    assert (was_closed, play.conversation.is_closed) == (False, True)
