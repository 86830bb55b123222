"""Changes on their way to the screen: what comes in bursts is told once per turn of the loop."""

from collections.abc import Callable

from pupitre.client.changes import (
    Alert,
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
"""Calls back at the next turn of the loop."""


class News:
    """Collects what changed; cards and rows of one turn become one change each."""

    def __init__(self, changes: Observable[Change], later: Later) -> None:
        self._changes, self._later = changes, later
        self._cards: set[ConversationId] = set()
        self._appended: dict[ConversationId, Span] = {}
        self._you = False
        self._alerts: list[Alert] = []
        self._asked = False

    def tell(self, change: Change) -> None:
        """Tell at once, after what was collected before."""
        self.flush()
        self._changes.notify(change)

    def card(self, conversation: ConversationId) -> None:
        """Tell soon that a card looks different."""
        self._cards.add(conversation)
        self._soon()

    def you(self) -> None:
        """Tell soon that you changed."""
        self._you = True
        self._soon()

    def alert(self, alert: Alert) -> None:
        """Tell soon, once what it is about is on the screen."""
        self._alerts.append(alert)
        self._soon()

    def appended(self, conversation: ConversationId, span: Span) -> None:
        """Tell soon of new rows at the end."""
        first, _ = self._appended.get(conversation, span)
        self._appended[conversation] = first, span[1]
        self._soon()

    def changed(self, conversation: ConversationId, span: Span) -> None:
        """Tell that rows are other ones, unless nobody has heard of them yet."""
        first, _ = self._appended.get(conversation, (span[1] + 1, 0))
        if span[0] < first:
            self._flush_thread(conversation)
            self._changes.notify(ThreadChanged(conversation, *span))

    def reset(self, conversation: ConversationId) -> None:
        """Tell that the thread is to be read again."""
        self._appended.pop(conversation, None)
        self._changes.notify(ThreadReset(conversation))

    def flush(self) -> None:
        """Tell everything that was collected."""
        self._asked = False
        for conversation in tuple(self._appended):
            self._flush_thread(conversation)
        cards, self._cards = frozenset(self._cards), set()
        if cards:
            self._changes.notify(CardsChanged(cards))
        you, self._you = self._you, False
        if you:
            self._changes.notify(YouChanged())
        alerts, self._alerts = self._alerts, []
        for alert in alerts:
            self._changes.notify(alert)

    def _flush_thread(self, conversation: ConversationId) -> None:
        span = self._appended.pop(conversation, None)
        if span is not None:
            self._changes.notify(ThreadAppended(conversation, *span))

    def _soon(self) -> None:
        if not self._asked:
            self._asked = True
            self._later(self.flush)
