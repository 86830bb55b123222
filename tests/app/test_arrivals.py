"""A link is followed as soon as its conversation is on the desk."""

from types import SimpleNamespace
from typing import Any

from pupitre.app.arrivals import Arrivals
from pupitre.client.changes import CardsChanged
from pupitre.client.observe import Observable
from pupitre.domain.ids import ConversationId

LINK = "pupitre://conversation/c1"
C1 = ConversationId("c1")


class Front:
    """Writes down what the window was asked."""

    def __init__(self) -> None:
        self.acts: list[str] = []
        self.arrivals = Arrivals(lambda: self.acts.append("front"), self.acts.append)


def desk_of(*cards: str) -> Any:
    """Return a session, as far as links care."""
    known = set(cards)
    return SimpleNamespace(changes=Observable(), known=known, card=lambda c: c in known or None)


def test_a_link_shows_its_conversation() -> None:
    front = Front()
    front.arrivals.enter(desk_of("c1"))
    front.arrivals.arrive(LINK)
    assert front.acts == ["front", "c1"]


def test_a_start_without_a_link_only_comes_to_the_front() -> None:
    front = Front()
    front.arrivals.enter(desk_of("c1"))
    front.arrivals.arrive("")
    assert front.acts == ["front"]


def test_a_link_waits_until_somebody_is_signed_in() -> None:
    front = Front()
    front.arrivals.wish(LINK)
    assert front.acts == []
    front.arrivals.enter(desk_of("c1"))
    assert front.acts == ["c1"]


def test_a_link_waits_for_its_conversation_and_is_followed_once() -> None:
    front, desk = Front(), desk_of()
    front.arrivals.enter(desk)
    front.arrivals.wish(LINK)
    desk.known.add("c1")
    for _ in range(2):
        desk.changes.notify(CardsChanged(frozenset({C1})))
    assert front.acts == ["c1"]


def test_after_leaving_nothing_is_shown() -> None:
    front, desk = Front(), desk_of()
    front.arrivals.wish(LINK)
    front.arrivals.enter(desk)
    front.arrivals.leave()
    desk.known.add("c1")
    desk.changes.notify(CardsChanged(frozenset({C1})))
    assert front.acts == []
