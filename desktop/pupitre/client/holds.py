"""Messages held for a few seconds, in which they can still be taken back."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from pupitre.backends.clock import Clock
from pupitre.client.desk import Desk
from pupitre.client.outbox import Pending
from pupitre.domain.ids import ConversationId


class Holds:
    """Lets each go when its time comes, or when something else is asked of the conversation."""

    def __init__(self, desk: Desk, clock: Clock, released: Callable[[], None]) -> None:
        """Have `released` called whenever something may leave."""
        self._desk, self._clock, self._released = desk, clock, released

    def wait(self, pending: Pending) -> None:
        """Look again when the hold ends."""
        if pending.hold_until:
            left = max(pending.hold_until - self._desk.clock.now(), timedelta(0))
            real = self._desk.clock.real(left)
            self._clock.call_later(real, partial(self._ended, pending))

    def _ended(self, pending: Pending) -> None:
        if pending.hold_until is None or self._desk.outbox.get(pending.id) is not pending:
            return
        if pending.hold_until > self._desk.clock.now():
            self.wait(pending)
            return
        pending.hold_until = None
        self._desk.show_post(pending)
        self._released()

    def let_go(self, conversation: ConversationId) -> None:
        """Send what was held: something else is asked, and order is kept."""
        for it in self._desk.outbox.let_go(conversation):
            self._desk.show_post(it)
        self._released()

    def let_all_go(self) -> None:
        """End every hold: the desk closes."""
        for it in self._desk.outbox.held():
            if it.conversation:
                self.let_go(it.conversation)
