"""Acts that wait for their author's word, because the conversation changed before they left."""

from pupitre.client import outbox_rows, second_thoughts
from pupitre.client.asking import Asking
from pupitre.client.desk import Desk
from pupitre.client.disk import Disk
from pupitre.client.outbox import Pending
from pupitre.domain.ids import ConversationId


class Parking:
    """Holds them here, lets them leave, or gives them back; it survives a restart."""

    def __init__(self, desk: Desk, disk: Disk, asking: Asking) -> None:
        self._desk, self._disk, self._asking = desk, disk, asking

    def park(self, conversation: ConversationId, reason: str) -> bool:
        """Hold what was asked of a conversation that changed; False: nothing questionable was."""
        lane = self._desk.outbox.lane_of(conversation)
        parked = second_thoughts.to_park(lane, reason)
        self._mark(parked, reason)
        return bool(parked)

    def let_go(self, conversation: ConversationId) -> None:
        """Let it leave all the same."""
        self._mark(self._parked(conversation), "")
        self._desk.touch(conversation)
        self._asking.pump()

    def give_back(self, conversation: ConversationId) -> None:
        """Ask it no more; messages become drafts again, the first one first."""
        for pending in reversed(self._parked(conversation)):
            self._desk.outbox.answered(pending.id)
            self._asking.give_up(pending)

    def _parked(self, conversation: ConversationId) -> list[Pending]:
        return [it for it in self._desk.outbox.lane_of(conversation) if it.parked]

    def _mark(self, pending: list[Pending], reason: str) -> None:
        if not pending:
            return
        for it in pending:
            it.parked, it.hold_until = reason, None
            self._desk.show_post(it)
        outbox_rows.park(self._disk, [it.id for it in pending], reason)
        self._asking.count()
