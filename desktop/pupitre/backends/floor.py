"""A whole little server in memory: experts, visitors, the rules and a clock, without a network."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from uuid import uuid4

from pupitre.backends.clock import Clock, Timer
from pupitre.domain import lifecycle, roster, routing
from pupitre.domain.commands import Assign, ConversationCommand, SelfCommand
from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.deadlines import Deadline, deadlines
from pupitre.domain.events import Assigned, Entry, Event
from pupitre.domain.evolution import evolve
from pupitre.domain.ids import ConversationId, ExpertId, GroupId, MissionId, VisitorId
from pupitre.domain.mission import Mission
from pupitre.domain.people import SYSTEM, Actor, Expert, Visitor
from pupitre.domain.refusals import Code, Refused
from pupitre.domain.scene import Scene


@dataclass(slots=True)
class Talk:
    """A conversation and everything that happened to it."""

    state: Conversation
    entries: list[Entry] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Happening:
    """What one act did to one conversation."""

    before: Conversation
    after: Conversation
    entries: tuple[Entry, ...]


class Floor:
    """The experts, the visitors and their conversations, ruled as the real server rules them.

    Whoever watches is told of each happening and of each expert that changed.
    """

    def __init__(
        self, clock: Clock, missions: Iterable[Mission], experts: Iterable[Expert]
    ) -> None:
        self.clock = clock
        self.missions: dict[MissionId, Mission] = {it.id: it for it in missions}
        self.experts: dict[ExpertId, Expert] = {it.id: it for it in experts}
        self.visitors: dict[VisitorId, Visitor] = {}
        self.talks: dict[ConversationId, Talk] = {}
        self.on_happening: list[Callable[[Happening], None]] = []
        self.on_expert: list[Callable[[Expert], None]] = []
        self.on_queue: list[Callable[[GroupId, int], None]] = []
        self._timer: Timer | None = None

    def begin(
        self, mission: MissionId, visitor: Visitor, previous: ConversationId | None = None
    ) -> ConversationId:
        """Return the id of a blank conversation, about to start."""
        id_ = ConversationId(str(uuid4()))
        group = self.missions[mission].groups[0].id
        self.talks[id_] = Talk(
            Conversation(
                id=id_,
                mission=mission,
                group=group,
                visitor=visitor.id,
                previous=previous,
                page=visitor.page,
            )
        )
        return id_

    def act(
        self, conversation: ConversationId, command: ConversationCommand, actor: Actor
    ) -> Sequence[Entry] | Refused:
        """Carry out a command, then whatever follows from it."""
        talk = self.talks.get(conversation)
        if talk is None:
            return Refused(Code.UNKNOWN_CONVERSATION)
        decided = lifecycle.decide(talk.state, command, self._scene(talk.state, actor))
        if isinstance(decided, Refused):
            return decided
        giver = talk.state.owner
        entries = self._append(talk, decided)
        self._settle(talk.state, giver)
        return entries

    def act_on_self(self, expert: ExpertId, command: SelfCommand) -> Expert | Refused:
        """Carry out what an expert asks about themselves."""
        it = self.experts[expert]
        decided = roster.decide_self(
            it,
            command,
            max_slots=roster.most_slots(it, self.missions.values()),
            open_conversations=[talk.id for talk in self.owned(expert) if not talk.pause],
            now=self.clock.now(),
        )
        if isinstance(decided, Expert):
            self.set_expert(decided)
            self._settle()
        return decided

    def link(self, expert: ExpertId, *, connected: bool) -> None:
        """Note that a desk of this expert is there, or none any more (R7)."""
        change = roster.linked if connected else roster.unlinked
        self.set_expert(change(self.experts[expert], self.clock.now()))
        self._settle()

    def set_expert(self, expert: Expert) -> None:
        """Change somebody and tell."""
        if self.experts.get(expert.id) != expert:
            self.experts[expert.id] = expert
            for tell in self.on_expert:
                tell(expert)

    def owned(self, expert: ExpertId) -> list[Conversation]:
        """Return what is on this expert's desk or paused."""
        on_desk = (Status.OPEN, Status.PAUSED)
        states = (talk.state for talk in self.talks.values())
        return [it for it in states if it.owner == expert and it.status in on_desk]

    def waiting(self, group: GroupId) -> int:
        """Return how many wait in a group."""
        states = (talk.state for talk in self.talks.values())
        return sum(
            it.group == group and it.status is Status.WAITING and not it.is_blank for it in states
        )

    def _scene(self, talk: Conversation, actor: Actor) -> Scene:
        mission = self.missions[talk.mission]
        groups = {group.id for group in mission.groups}
        previous = self.talks.get(talk.previous) if talk.previous else None
        return Scene(
            now=self.clock.now(),
            actor=actor,
            mission=mission,
            experts={it.id: it for it in self.experts.values() if groups & set(it.groups)},
            waiting=self.waiting(talk.group),
            block=talk.block,
            favourite=previous.state.owner if previous else None,
        )

    def _append(self, talk: Talk, events: Iterable[Event]) -> list[Entry]:
        before, now = talk.state, self.clock.now()
        queued = self.waiting(before.group)
        entries = [
            Entry(seq=before.seq + number, at=now, event=event)
            for number, event in enumerate(events, start=1)
        ]
        for entry in entries:
            talk.state = evolve(talk.state, entry)
            talk.entries.append(entry)
        if entries:
            self._count(before, talk.state, entries)
            for tell in self.on_happening:
                tell(Happening(before, talk.state, tuple(entries)))
            self._tell_queues({before.group: queued}, talk.state.group)
        return entries

    def _count(self, before: Conversation, after: Conversation, entries: list[Entry]) -> None:
        for entry in entries:
            if isinstance(entry.event, Assigned):
                it = self.experts[entry.event.expert]
                self.experts[it.id] = replace(it, last_assigned=entry.at)
        for owner in {before.owner, after.owner} - {None}:
            if owner in self.experts:
                busy = sum(it.status is Status.OPEN for it in self.owned(owner))
                self.set_expert(replace(self.experts[owner], open=busy))

    def _tell_queues(self, before: dict[GroupId, int], after: GroupId) -> None:
        for group in {*before, after}:
            waiting = self.waiting(group)
            if before.get(group) != waiting:
                for tell in self.on_queue:
                    tell(group, waiting)

    def _settle(self, passing: Conversation | None = None, giver: ExpertId | None = None) -> None:
        """Serve the queue (R4), then look when the clock is needed next.

        `giver` has just given `passing` up and does not get it back by the same act.
        """
        for expert in tuple(self.experts.values()):
            given = passing if expert.id == giver else None
            while (taken := self._takes(expert.id, given)) is not None:
                self._decide_quietly(taken.id, Assign(expert=expert.id))
        self._schedule()

    def _takes(self, expert: ExpertId, passing: Conversation | None) -> Conversation | None:
        queue = [
            talk.state
            for talk in self.talks.values()
            if talk.state.status is Status.WAITING and not talk.state.is_blank
        ]
        return routing.takes_next(self.experts[expert], queue, passing)

    def _decide_quietly(self, conversation: ConversationId, command: ConversationCommand) -> None:
        talk = self.talks[conversation]
        decided = lifecycle.decide(talk.state, command, self._scene(talk.state, SYSTEM))
        if not isinstance(decided, Refused):
            self._append(talk, decided)

    def _schedule(self, *, later_than_now: bool = False) -> None:
        """Be called when something is due; just after a call, only for what is still to come."""
        self.stop()
        now = self.clock.now()
        due = [
            deadline.at
            for talk in self.talks.values()
            for deadline in self._deadlines(talk.state)
            if deadline.at > now or not later_than_now
        ]
        if due:
            self._timer = self.clock.call_later(max(min(due) - now, timedelta(0)), self._fire)

    def _deadlines(self, talk: Conversation) -> tuple[Deadline, ...]:
        owner = self.experts.get(talk.owner) if talk.owner else None
        away = owner.away_since if owner else None
        return deadlines(talk, self.missions[talk.mission], away)

    def _fire(self) -> None:
        now = self.clock.now()
        for talk in tuple(self.talks.values()):
            for deadline in self._deadlines(talk.state):
                if deadline.at <= now:
                    giver = talk.state.owner
                    self._decide_quietly(talk.state.id, deadline.command)
                    self._settle(talk.state, giver)
        self._schedule(later_than_now=True)

    def stop(self) -> None:
        """Let the clock go."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
