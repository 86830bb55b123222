"""What this desk asked and the server has not stored: in order, one at a time per conversation."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from pupitre.client.kept_files import KeptFile
from pupitre.client.views import Delivery
from pupitre.domain.commands import ExpertCommand, MarkSeen, Post, SignOut
from pupitre.domain.ids import CommandId, ConversationId

Lane = tuple[ConversationId | None, bool]
"""A conversation and whether it is about what was seen, which waits for nothing else."""


@dataclass(slots=True, eq=False)
class Pending:
    """A command of yours on its way."""

    id: CommandId
    conversation: ConversationId | None
    command: ExpertCommand
    at: datetime
    hold_until: datetime | None = None
    """Not before then; None: at once."""
    on_disk: bool = False
    """Nothing is sent before it is kept here."""
    in_flight: bool = False
    """Sent on this link, not answered."""
    resting: bool = False
    """The server asked to slow down: not yet."""
    parked: str = ""
    """What changed before it left: not without its author's word (see `second_thoughts`)."""
    tried: bool = False
    """It may have reached the server on an earlier link: only its answer tells."""
    confirmed: bool = False
    """Its event has come: nothing is left to project."""
    files: tuple[KeptFile, ...] = ()
    """What goes with it, and how far each has come."""
    carrying: bool = False
    """Its files are on their way."""
    done_at: int | None = None
    """Stored by the server as this event, which may not have come yet."""

    @property
    def lane(self) -> Lane:
        """What it must not overtake."""
        return self.conversation, isinstance(self.command, MarkSeen)

    @property
    def is_kept(self) -> bool:
        """Whether it survives this program.

        All but what was seen, which the screen says again, and signing out, which is for now.
        """
        return not isinstance(self.command, MarkSeen | SignOut)

    @property
    def files_left(self) -> bool:
        """Whether the server does not have all its files: it has never left then."""
        return any(it.uploaded is None for it in self.files)

    def enclose(self, files: tuple[KeptFile, ...]) -> None:
        """Have these files go with it, under the names that they have by now."""
        self.files = files
        if isinstance(self.command, Post) and files:
            named = tuple([it.attachment() for it in files])
            self.command = replace(self.command, attachments=named)

    def replace_file(self, place: int, file: KeptFile) -> None:
        """Note how far a file has come."""
        self.enclose((*self.files[:place], file, *self.files[place + 1 :]))

    @property
    def is_busy(self) -> bool:
        """Whether it cannot leave now: it is leaving already, or has to wait."""
        return self.in_flight or self.carrying or self.resting or self.hold_until is not None

    @property
    def delivery(self) -> Delivery:
        """How far it has come."""
        if self.done_at is not None:
            return Delivery.STORED
        if self.hold_until is not None:
            return Delivery.HELD
        if self.parked:
            return Delivery.PARKED
        return Delivery.SENT if self.in_flight or self.carrying else Delivery.QUEUED


class Outbox:
    """Pending commands: each lane stops until its first command is answered.

    With one command of a lane in flight, order holds however the server works, and a command
    sent again after a lost link still comes before the next.
    """

    def __init__(self) -> None:
        self._pending: dict[CommandId, Pending] = {}
        self._lanes: dict[Lane, deque[Pending]] = {}
        self._settling: dict[ConversationId, list[Pending]] = {}

    def __len__(self) -> int:
        """Return how many commands leave as soon as they can."""
        return sum(it.is_kept and not it.parked for it in self._pending.values())

    @property
    def parked(self) -> int:
        """How many commands wait for their author's word."""
        return sum(bool(it.parked) for it in self._pending.values())

    def add(self, pending: Pending) -> list[Pending]:
        """Take a command in; return those that it makes needless (an older "seen")."""
        lane = self._lanes.setdefault(pending.lane, deque())
        seen = isinstance(pending.command, MarkSeen)
        needless = [it for it in lane if seen and not it.in_flight]
        for it in needless:
            self._drop(it)
        self._lanes.setdefault(pending.lane, lane).append(pending)
        self._pending[pending.id] = pending
        return needless

    def get(self, id_: CommandId) -> Pending | None:
        """Return a command that is not answered yet."""
        return self._pending.get(id_)

    def of(self, conversation: ConversationId) -> list[Pending]:
        """Return what is not confirmed about a conversation, in the order it was asked."""
        waiting = [
            it
            for seen in (False, True)
            for it in self._lanes.get((conversation, seen), ())
            if not it.confirmed
        ]
        return [*self._settling.get(conversation, ()), *waiting]

    def of_yourself(self) -> list[Pending]:
        """Return what is not answered about your availability and slots."""
        return list(self._lanes.get((None, False), ()))

    def ready(self) -> Iterator[Pending]:
        """Yield what may be sent now."""
        for lane in tuple(self._lanes.values()):
            head = next((it for it in lane if not it.parked), None)
            if head is None or head.is_busy:
                continue
            if head.on_disk and (not isinstance(head.command, SignOut) or self._is_alone(head)):
                yield head

    def _is_alone(self, pending: Pending) -> bool:
        """Signing out comes after everything asked before, but for what waits for a word."""
        return next(it for it in self._pending.values() if not it.parked) is pending

    def lane_of(self, conversation: ConversationId) -> list[Pending]:
        """Return what is not answered about a conversation, but for what was seen."""
        return list(self._lanes.get((conversation, False), ()))

    def held(self) -> list[Pending]:
        """Return what can still be taken back."""
        return [it for it in self._pending.values() if it.hold_until is not None]

    def let_go(self, conversation: ConversationId) -> list[Pending]:
        """End the holds on a conversation, because something else is asked of it."""
        held = [it for it in self._lanes.get((conversation, False), ()) if it.hold_until]
        for it in held:
            it.hold_until = None
        return held

    def take_back(self, id_: CommandId) -> Pending | None:
        """Remove a command that is still held, or whose files are still on their way."""
        pending = self._pending.get(id_)
        if pending is None or not (pending.hold_until or pending.files_left):
            return None
        self._drop(pending)
        return pending

    def answered(self, id_: CommandId) -> Pending | None:
        """Remove a command that the server stored or refused."""
        pending = self._pending.get(id_)
        if pending is not None:
            self._drop(pending)
        return pending

    def stored(self, id_: CommandId, seq: int | None, held_seq: int) -> Pending | None:
        """Remove a stored command; its effect is projected until event `seq` has come."""
        pending = self.answered(id_)
        if pending is None:
            return None
        pending.done_at = seq or 0
        if pending.conversation and seq is not None and seq > held_seq and not pending.confirmed:
            self._settling.setdefault(pending.conversation, []).append(pending)
        return pending

    def caught_up(self, conversation: ConversationId, seq: int) -> None:
        """Project no longer what event `seq` and those before it tell."""
        if conversation in self._settling:
            left = [it for it in self._settling[conversation] if (it.done_at or 0) > seq]
            self._settling[conversation] = left
            if not left:
                del self._settling[conversation]

    def link_lost(self) -> list[Pending]:
        """Take back what was in flight: it may or may not have arrived, and goes again."""
        flying = [it for it in self._pending.values() if it.in_flight]
        for it in flying:
            it.in_flight, it.tried = False, True
        return flying

    def forget(self, conversation: ConversationId) -> list[Pending]:
        """Forget all that is asked about a conversation; return what was not answered."""
        waiting = [it for it in self._pending.values() if it.conversation == conversation]
        for it in waiting:
            self._drop(it)
        self._settling.pop(conversation, None)
        return waiting

    def clear(self) -> None:
        """Forget everything."""
        self._pending.clear()
        self._lanes.clear()
        self._settling.clear()

    def _drop(self, pending: Pending) -> None:
        del self._pending[pending.id]
        lane = self._lanes[pending.lane]
        lane.remove(pending)
        if not lane:
            del self._lanes[pending.lane]
