"""Tells whoever is concerned what a round has made happen, once it is stored."""

from collections.abc import Iterable
from datetime import datetime

from pupitre.domain import events
from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.events import Entry
from pupitre.domain.ids import ExpertId, GroupId, VisitorId
from pupitre.domain.people import Expert
from pupitre.server.hub import Links
from pupitre.server.metrics import Metrics
from pupitre.server.present import Present
from pupitre.server.round import Change, Round
from pupitre.server.talks import Talk
from pupitre.wire import codec, expert_frames, translate, visitor_view
from pupitre.wire.expert_frames import DepartReason
from pupitre.wire.replica import Replica

_ON_A_DESK = (Status.OPEN, Status.PAUSED)


class Publication:
    """Turns stored changes into frames for the connected."""

    def __init__(
        self, experts: Links[ExpertId], visitors: Links[VisitorId], metrics: Metrics
    ) -> None:
        self._experts = experts
        self._visitors = visitors
        self._metrics = metrics

    def publish(self, round_: Round) -> None:
        """Send events first, then arrivals and departures, then loads, queues and erasures."""
        for change in round_.changes:
            self._tell_visitor(round_.present, change)
            self._tell_owner(change)
            self._move(round_.present, change)
        self._tell_loads(round_)
        self._tell_queues(round_)
        if round_.batch.erased:
            self._tell_everybody(expert_frames.Erased(conversations=tuple(round_.batch.erased)))

    def _tell_visitor(self, present: Present, change: Change) -> None:
        visitor = change.before.visitor
        if visitor not in self._visitors:
            return
        names = present.floor.names()
        for entry in change.entries:
            frame = visitor_view.visible_frame(change.before.id, entry, names)
            if frame is not None:
                self._visitors.send(visitor, codec.encode(frame))

    def _tell_owner(self, change: Change) -> None:
        """The owner hears everything; a new one gets it with the replica instead."""
        owner = change.before.owner
        if owner is None or owner not in self._experts:
            return
        for entry, body in zip(change.entries, change.bodies, strict=True):
            self._experts.send(owner, codec.encode_happened(change.before.id, entry, body))

    def _move(self, present: Present, change: Change) -> None:
        left, taken = _desk(change.before), _desk(change.after.state)
        if left == taken:
            return
        if left:
            gone = expert_frames.Departed(
                conversation=change.before.id, reason=_depart_reason(change.entries)
            )
            self._experts.send(left, codec.encode(gone))
        if taken and taken in self._experts:
            arrived = expert_frames.Arrived(conversation=replica_of(present, change.after))
            self._experts.send(taken, codec.encode(arrived))

    def _tell_everybody(self, erased: expert_frames.Erased) -> None:
        """Nobody knows who has read what was erased: whoever did forgets it now."""
        frame = codec.encode(erased)
        for link in self._experts:
            link.send(frame)

    def _tell_loads(self, round_: Round) -> None:
        first: dict[ExpertId, Expert] = {}
        for before, after in round_.moves:
            first.setdefault(after.id, before)
        floor = round_.present.floor
        for id_, before in first.items():
            expert = floor.experts[id_]
            shape = translate.expert_to_wire(expert)
            if shape == translate.expert_to_wire(before):
                continue
            frame = codec.encode(expert_frames.ExpertChanged(expert=shape))
            for other in (expert, *floor.colleagues(expert)):
                self._experts.send(other.id, frame)

    def _tell_queues(self, round_: Round) -> None:
        floor = round_.present.floor
        for group, before in round_.queues_before.items():
            waiting = floor.waiting_in(group)
            if waiting != before:
                self._metrics.waiting.labels(group=group).set(waiting)
                self._tell_group(floor.experts.values(), group, waiting)

    def _tell_group(self, experts: Iterable[Expert], group: GroupId, waiting: int) -> None:
        frame = codec.encode(expert_frames.QueueChanged(group=group, waiting=waiting))
        for expert in experts:
            if group in expert.groups:
                self._experts.send(expert.id, frame)


def _desk(conversation: Conversation) -> ExpertId | None:
    return conversation.owner if conversation.status in _ON_A_DESK else None


def _depart_reason(entries: Iterable[Entry]) -> DepartReason:
    for entry in entries:
        match entry.event:
            case events.Closed():
                return DepartReason.CLOSED
            case events.Transferred():
                return DepartReason.TRANSFERRED
            case events.Released():
                return DepartReason.RELEASED
    return DepartReason.REASSIGNED


def replica_of(present: Present, talk: Talk, known: int = 0, at: datetime | None = None) -> Replica:
    """Return a conversation as it comes to a desk that holds its events up to `known`."""
    snapshot, entries = talk.since(known, at)
    visitor = present.visitor_of(talk.state)
    return translate.replica_to_wire(talk.state, visitor, entries, snapshot)
