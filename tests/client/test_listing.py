"""The list of cards looks again only at what was touched."""

from dataclasses import replace

from pupitre.client.listing import Listing, Tally
from pupitre.client.views import Card
from pupitre.domain.ids import ConversationId
from tests.support.screen import NOON
from tests.support.values import card, paused

ONE, TWO, THREE = (ConversationId(name) for name in ("one", "two", "three"))


class Drawer:
    """Draws cards, and counts how often."""

    def __init__(self, *ids: ConversationId) -> None:
        self.known = {id_: replace(card(), id=id_) for id_ in ids}
        self.looks: list[ConversationId] = []
        self.listing = Listing(self.every, self.yours)

    def every(self) -> list[Card]:
        return [found for id_ in self.known if (found := self.yours(id_))]

    def yours(self, id_: ConversationId) -> Card | None:
        self.looks.append(id_)
        return self.known.get(id_)

    def says(self, id_: ConversationId, words: str) -> None:
        self.known[id_] = replace(self.known[id_], preview=words)
        self.listing.touch(id_)

    def looked(self) -> list[ConversationId]:
        looks, self.looks = self.looks, []
        return looks


def test_only_what_was_touched_is_looked_at() -> None:
    drawer = Drawer(ONE, TWO, THREE)
    before = drawer.listing.cards()
    assert drawer.looked() == [ONE, TWO, THREE]
    drawer.says(TWO, "Et le panier ?")
    after = drawer.listing.cards()
    assert drawer.looked() == [TWO]
    assert after == (before[0], drawer.known[TWO], before[2])
    assert drawer.listing.cards() is after


def test_one_that_comes_or_goes_changes_the_whole_list() -> None:
    drawer = Drawer(ONE, TWO)
    drawer.listing.cards()
    drawer.known[THREE] = replace(card(), id=THREE)
    drawer.listing.touch(THREE)
    assert [it.id for it in drawer.listing.cards()] == [ONE, TWO, THREE]
    del drawer.known[ONE]
    drawer.listing.touch(ONE)
    assert [it.id for it in drawer.listing.cards()] == [TWO, THREE]


def test_how_the_cards_stand_is_counted_once() -> None:
    drawer = Drawer(ONE, TWO)
    drawer.known[THREE] = paused(THREE, 2)
    drawer.known[ONE] = replace(drawer.known[ONE], waits_since=NOON)
    tally = drawer.listing.tally()
    assert tally == Tally(open=2, waiting=1, paused=1)
    assert drawer.listing.tally() is tally
    drawer.known[TWO] = paused(TWO, 2)
    drawer.listing.touch(TWO)
    assert drawer.listing.tally() == Tally(open=1, waiting=1, paused=2)


def test_one_that_was_never_yours_changes_nothing() -> None:
    drawer = Drawer(ONE)
    before = drawer.listing.cards()
    drawer.listing.touch(TWO)
    assert drawer.listing.cards() is before


def test_everything_is_looked_at_again_when_everything_changed() -> None:
    drawer = Drawer(ONE, TWO)
    drawer.listing.cards()
    drawer.looked()
    drawer.listing.touch_all()
    drawer.listing.cards()
    assert drawer.looked() == [ONE, TWO]
