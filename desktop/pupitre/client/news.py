"""Changes on their way to the screen: bursts become one change, and new rows are told first."""

from collections.abc import Callable

from pupitre.client.changes import (
    Alert,
    AlertKind,
    CardsChanged,
    Change,
    ThreadAppended,
    ThreadChanged,
    ThreadReset,
    YouChanged,
)
from pupitre.client.observe import Observable
from pupitre.client.thread import Span
from pupitre.domain.ids import ConversationId

Later = Callable[[Callable[[], None]], object]
"""Calls back when something may be told, as `Pace` does."""


class News:
    """Collects what changed; cards and rows of one moment become one change each.

    What somebody said goes its own way, and is on the screen before the cards, counts and clocks
    around it.
    """

    def __init__(self, changes: Observable[Change], soon: Later, after: Later) -> None:
        """Tell of new rows when `soon` calls back, and of the rest when `after` does."""
        self._changes, self._soon, self._after = changes, soon, after
        self._cards: set[ConversationId] = set()
        self._appended: dict[ConversationId, Span] = {}
        self._ahead: set[ConversationId] = set()
        """Cards that count rows nobody has heard of yet: those are told again after them."""
        self._you = False
        self._alerts: dict[tuple[AlertKind, ConversationId], Alert] = {}
        self._asked_for_rows = self._asked_for_rest = False

    def tell(self, change: Change) -> None:
        """Tell at once, after what was collected before."""
        self.flush()
        self._changes.notify(change)

    def card(self, conversation: ConversationId) -> None:
        """Tell soon that a card looks different."""
        self._cards.add(conversation)
        self._ask()

    def you(self) -> None:
        """Tell soon that you changed."""
        self._you = True
        self._ask()

    def alert(self, alert: Alert) -> None:
        """Tell soon, once what it is about is on the screen; of several messages, the last."""
        key = alert.kind, alert.conversation
        self._alerts.pop(key, None)
        self._alerts[key] = alert
        self._ask()

    def appended(self, conversation: ConversationId, span: Span) -> None:
        """Tell soon of new rows at the end."""
        first, _ = self._appended.get(conversation, span)
        self._appended[conversation] = first, span[1]
        if not self._asked_for_rows:
            self._asked_for_rows = True
            self._soon(self._on_rows_time)

    def changed(self, conversation: ConversationId, span: Span) -> None:
        """Tell that rows are other ones, unless nobody has heard of them yet."""
        first, _ = self._appended.get(conversation, (span[1] + 1, 0))
        if span[0] < first:
            self._flush_thread(conversation)
            self._changes.notify(ThreadChanged(conversation, *span))

    def reset(self, conversation: ConversationId) -> None:
        """Tell that the thread is to be read again."""
        self._appended.pop(conversation, None)
        self._ahead.discard(conversation)
        self._changes.notify(ThreadReset(conversation))

    def flush(self) -> None:
        """Tell everything that was collected."""
        self._flush_threads()
        self._flush_rest()

    def _flush_rest(self) -> None:
        cards, self._cards = frozenset(self._cards), set()
        if cards:
            self._ahead |= cards & self._appended.keys()
            self._changes.notify(CardsChanged(cards))
        you, self._you = self._you, False
        if you:
            self._changes.notify(YouChanged())
        alerts, self._alerts = self._alerts, {}
        for alert in alerts.values():
            self._changes.notify(alert)

    def _flush_threads(self) -> None:
        for conversation in tuple(self._appended):
            self._flush_thread(conversation)

    def _flush_thread(self, conversation: ConversationId) -> None:
        span = self._appended.pop(conversation, None)
        if span is not None:
            self._changes.notify(ThreadAppended(conversation, *span))
        if conversation in self._ahead:
            self._ahead.discard(conversation)
            self.card(conversation)

    def _ask(self) -> None:
        if not self._asked_for_rest:
            self._asked_for_rest = True
            self._after(self._on_rest_time)

    def _on_rows_time(self) -> None:
        self._asked_for_rows = False
        self._flush_threads()

    def _on_rest_time(self) -> None:
        self._asked_for_rest = False
        self._flush_rest()
