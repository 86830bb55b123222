"""Bursts become one change per turn of the loop; nothing is told out of order."""

from collections.abc import Callable

from pupitre.client.changes import (
    Alert,
    AlertKind,
    CardsChanged,
    Change,
    QueuesChanged,
    ThreadAppended,
    ThreadChanged,
    ThreadReset,
    YouChanged,
)
from pupitre.client.news import News
from pupitre.client.observe import Observable
from pupitre.domain.ids import ConversationId
from tests.client.ground import TALK
from tests.client.listening import Ear

OTHER = ConversationId("other")


class Turn:
    """A loop whose next turn comes when it is asked for."""

    def __init__(self) -> None:
        self._soon: list[Callable[[], None]] = []
        self._after: list[Callable[[], None]] = []
        changes = Observable[Change]()
        self.ear = Ear(changes)
        self.news = News(changes, self._soon.append, self._after.append)

    def comes(self) -> list[Change]:
        """Let the next turn come, and what comes after it; return what was told since the last."""
        return [*self._told(self._soon), *self._told(self._after)]

    def begins(self) -> list[Change]:
        """Let only what is soon come."""
        return self._told(self._soon)

    def ends(self) -> list[Change]:
        """Let only what comes after come."""
        return self._told(self._after)

    def _told(self, waiting: list[Callable[[], None]]) -> list[Change]:
        callbacks, waiting[:] = waiting[:], []
        for callback in callbacks:
            callback()
        told, self.ear.heard = self.ear.heard, []
        return told


def test_cards_of_one_turn_are_told_together() -> None:
    turn = Turn()
    for conversation in (TALK, OTHER, TALK):
        turn.news.card(conversation)
    turn.news.you()
    assert turn.comes() == [CardsChanged(frozenset({TALK, OTHER})), YouChanged()]
    assert turn.comes() == []


def test_rows_that_follow_each_other_are_told_together() -> None:
    turn = Turn()
    turn.news.appended(TALK, (3, 3))
    turn.news.appended(TALK, (4, 4))
    assert turn.comes() == [ThreadAppended(TALK, 3, 4)]


def test_a_change_to_a_row_that_nobody_heard_of_is_not_told() -> None:
    turn = Turn()
    turn.news.appended(TALK, (3, 3))
    turn.news.changed(TALK, (3, 3))
    assert turn.comes() == [ThreadAppended(TALK, 3, 3)]


def test_a_change_to_a_known_row_is_told_after_the_rows_before_it() -> None:
    turn = Turn()
    turn.news.appended(TALK, (3, 3))
    turn.news.changed(TALK, (2, 3))
    assert turn.comes() == [ThreadAppended(TALK, 3, 3), ThreadChanged(TALK, 2, 3)]


def test_of_several_messages_of_one_moment_the_last_is_announced() -> None:
    turn = Turn()
    for words in ("Bonjour", "Vous êtes là ?"):
        turn.news.alert(Alert(kind=AlertKind.MESSAGE, conversation=TALK, text=words))
    turn.news.alert(Alert(kind=AlertKind.MESSAGE, conversation=OTHER, text="Merci"))
    told = [(it.conversation, it.text) for it in turn.comes() if isinstance(it, Alert)]
    assert told == [(TALK, "Vous êtes là ?"), (OTHER, "Merci")]


def test_a_reset_makes_new_rows_needless() -> None:
    turn = Turn()
    turn.news.appended(TALK, (3, 3))
    turn.news.reset(TALK)
    assert turn.comes() == [ThreadReset(TALK)]


def test_other_news_comes_after_what_was_collected() -> None:
    turn = Turn()
    turn.news.card(TALK)
    turn.news.tell(QueuesChanged())
    assert turn.comes() == [CardsChanged(frozenset({TALK})), QueuesChanged()]


def test_what_is_said_comes_before_the_cards_around_it() -> None:
    turn = Turn()
    turn.news.card(TALK)
    turn.news.appended(TALK, (3, 3))
    assert turn.begins() == [ThreadAppended(TALK, 3, 3)]
    assert turn.comes() == [CardsChanged(frozenset({TALK}))]


def test_cards_whose_time_has_come_leave_the_rows_to_theirs() -> None:
    turn = Turn()
    turn.news.card(TALK)
    turn.news.appended(TALK, (3, 3))
    assert turn.ends() == [CardsChanged(frozenset({TALK}))]
    assert turn.begins() == [ThreadAppended(TALK, 3, 3)]


def test_a_card_that_came_before_its_rows_follows_them_again() -> None:
    turn = Turn()
    turn.news.card(TALK)
    turn.news.card(OTHER)
    turn.news.appended(TALK, (3, 3))
    turn.ends()
    assert turn.begins() == [ThreadAppended(TALK, 3, 3)]
    assert turn.ends() == [CardsChanged(frozenset({TALK}))]
    assert turn.comes() == []
