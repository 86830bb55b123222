"""Your cards in the order they came: only those that were touched are looked at again."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pupitre.client.views import Card
from pupitre.domain.conversation import Status
from pupitre.domain.ids import ConversationId


@dataclass(frozen=True, slots=True)
class Tally:
    """How your cards stand."""

    open: int = 0
    waiting: int = 0
    """Open ones whose visitor waits for an answer."""
    paused: int = 0

    @classmethod
    def of(cls, cards: Sequence[Card]) -> "Tally":
        """Count them."""
        opened = [card for card in cards if card.status is Status.OPEN]
        waiting = sum(card.waits_since is not None for card in opened)
        paused = sum(card.status is Status.PAUSED for card in cards)
        return cls(len(opened), waiting, paused)


class Listing:
    """Kept from one look to the next: most cards are the same ones."""

    def __init__(
        self, every: Callable[[], Iterable[Card]], yours: Callable[[ConversationId], Card | None]
    ) -> None:
        """Find all of them with `every`; `yours` returns one, or None while it is not yours."""
        self._every, self._yours = every, yours
        self._cards: tuple[Card, ...] = ()
        self._counted: tuple[Card, ...] = ()
        self._tally = Tally()
        self._places: dict[ConversationId, int] | None = None
        self._touched: set[ConversationId] = set()

    def touch(self, conversation: ConversationId) -> None:
        """Look at a conversation again."""
        self._touched.add(conversation)

    def touch_all(self) -> None:
        """Look at everything again."""
        self._places = None

    def cards(self) -> tuple[Card, ...]:
        """Return the cards as they are now."""
        touched, self._touched = self._touched, set()
        if self._places is None or not self._replace(self._places, touched):
            self._cards = tuple(self._every())
            self._places = {card.id: place for place, card in enumerate(self._cards)}
        return self._cards

    def tally(self) -> Tally:
        """Return how they stand; counted once, however many ask."""
        cards = self.cards()
        if cards is not self._counted:
            self._counted, self._tally = cards, Tally.of(cards)
        return self._tally

    def _replace(
        self, places: dict[ConversationId, int], touched: Iterable[ConversationId]
    ) -> bool:
        """Put fresh cards in the places of the old ones; False: some came or went."""
        fresh = {id_: self._yours(id_) for id_ in touched}
        if any((card is None) is (id_ in places) for id_, card in fresh.items()):
            return False
        if here := [card for card in fresh.values() if card is not None]:
            cards = list(self._cards)
            for card in here:
                cards[places[card.id]] = card
            self._cards = tuple(cards)
        return True
