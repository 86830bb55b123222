"""A floor of experts and visitors that applies the rules as an engine would, and nothing else."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from pupitre.domain import commands as c
from pupitre.domain import events as e
from pupitre.domain.conversation import Conversation, Status
from pupitre.domain.deadlines import Deadline, next_deadline
from pupitre.domain.evolution import evolve
from pupitre.domain.ids import ConversationId, ExpertId, MessageId, VisitorId
from pupitre.domain.lifecycle import Decision, decide
from pupitre.domain.people import SYSTEM, Actor, Block, Expert, Role
from pupitre.domain.refusals import Refused
from pupitre.domain.roster import decide_self
from pupitre.domain.routing import takes_next
from pupitre.domain.scene import Scene
from tests.domain.laws import obey
from tests.support.playbook import ADVICE, ALICE, BRUNO, CHLOE, NINE, VELO, WORKSHOP, expert


class Floor:
    """Everybody and everything, in memory; every event is checked as it happens."""

    def __init__(self) -> None:
        self.now = NINE
        staff = (
            expert(ALICE, ADVICE, slots=2),
            expert(BRUNO, ADVICE, WORKSHOP, slots=1),
            expert(CHLOE, WORKSHOP, slots=2),
        )
        self.experts: dict[ExpertId, Expert] = {it.id: it for it in staff}
        self.blanks: dict[ConversationId, Conversation] = {}
        self.talks: dict[ConversationId, Conversation] = {}
        self.entries: dict[ConversationId, list[e.Entry]] = {}
        self.blocks: dict[VisitorId, Block] = {}
        self.givers: dict[ConversationId, ExpertId] = {}
        """Who gave away what waits: they get it again only through the queue (P7)."""

    # ------------------------------------------------------------------ conversations

    def act(self, id_: ConversationId, command: c.ConversationCommand, actor: Actor) -> Decision:
        """Decide, fold, and let whoever became free take what waits (R4)."""
        before = self.talks[id_]
        decision = decide(before, command, self._scene(before, actor))
        if isinstance(decision, Refused):
            return decision
        anyway = isinstance(command, c.Transfer) and command.anyway
        moved = self.experts.copy()
        for event in decision:
            self._happen(id_, event, anyway=anyway)
        self._serve(moved, passing=before)
        return decision

    def write(self, visitor: VisitorId, text: str) -> Decision:
        """Let a visitor write in their conversation, or begin one (C6)."""
        latest = self.latest(visitor)
        if latest is None or latest.is_closed:
            return self._begin(visitor, text, latest)
        return self.act(latest.id, _post(text), Actor(Role.VISITOR))

    def _begin(self, visitor: VisitorId, text: str, latest: Conversation | None) -> Decision:
        blank = Conversation(
            id=ConversationId(f"c{len(self.talks) + 1}"),
            mission=VELO.id,
            group=ADVICE,
            visitor=visitor,
            previous=latest.id if latest else None,
        )
        self.talks[blank.id], self.entries[blank.id] = blank, []
        decision = self.act(blank.id, _post(text), Actor(Role.VISITOR))
        self.blanks[blank.id] = blank
        if isinstance(decision, Refused):
            for kept in (self.talks, self.entries, self.blanks):
                del kept[blank.id]
        return decision

    def latest(self, visitor: VisitorId) -> Conversation | None:
        """Return the visitor's newest conversation."""
        return next((it for it in reversed(self.talks.values()) if it.visitor == visitor), None)

    def _scene(self, talk: Conversation, actor: Actor) -> Scene:
        previous = self.talks.get(talk.previous) if talk.previous else None
        return Scene(
            now=self.now,
            actor=actor,
            mission=VELO,
            experts=self.experts,
            waiting=sum(1 for it in self.in_queue() if it.group == talk.group),
            block=self.blocks.get(talk.visitor),
            favourite=previous.owner if previous else None,
        )

    def _happen(self, id_: ConversationId, event: e.Event, *, anyway: bool = False) -> None:
        before = self.talks[id_]
        entry = e.Entry(seq=before.seq + 1, at=self.now, event=event)
        after = evolve(before, entry)
        obey(before, entry, after, self.experts, self.givers.get(id_), anyway=anyway)
        self.entries[id_].append(entry)
        self.talks[id_] = after
        match event:
            case e.Released(expert=giver) | e.Transferred(sender=giver):
                self.givers[id_] = giver
            case e.Queued() if before.owner:
                self.givers[id_] = before.owner
            case e.Assigned(expert=taker):
                self.givers.pop(id_, None)
                self.experts[taker] = replace(self.experts[taker], last_assigned=self.now)
            case e.Blocked(expert=who, reason=why, until=until):
                block = Block(expert=who, at=self.now, reason=why, until=until)
                self.blocks[before.visitor] = block
        self._count()

    def _count(self) -> None:
        for id_, it in self.experts.items():
            self.experts[id_] = replace(it, open=len(self.desk(id_)))

    # --------------------------------------------------------------------------- queue

    def in_queue(self) -> Iterator[Conversation]:
        """Yield what waits in any group."""
        waiting = (it for it in self.talks.values() if it.status is Status.WAITING)
        return (it for it in waiting if not it.is_blank)

    def desk(self, id_: ExpertId) -> tuple[ConversationId, ...]:
        """Return what is open on an expert's desk."""
        mine = (it for it in self.talks.values() if it.owner == id_)
        return tuple(it.id for it in mine if it.status is Status.OPEN)

    def _serve(self, before: dict[ExpertId, Expert], passing: Conversation | None = None) -> None:
        for id_, it in self.experts.items():
            freed = it.open < before[id_].open or it.slots > before[id_].slots
            if it.is_eligible and (freed or not before[id_].is_eligible):
                self._fill(id_, passing if passing and passing.owner == id_ else None)

    def _fill(self, id_: ExpertId, passing: Conversation | None) -> None:
        while taken := takes_next(self.experts[id_], list(self.in_queue()), passing):
            decision = decide(taken, c.Assign(expert=id_), self._scene(taken, SYSTEM))
            assert not isinstance(decision, Refused), decision
            for event in decision:
                self._happen(taken.id, event)

    # ------------------------------------------------------------------------- experts

    def choose(self, id_: ExpertId, command: c.SelfCommand) -> Expert | Refused:
        """Let an expert decide about themselves."""
        decision = decide_self(
            self.experts[id_],
            command,
            max_slots=VELO.max_slots,
            open_conversations=self.desk(id_),
            now=self.now,
        )
        if isinstance(decision, Expert):
            self.become(decision)
        return decision

    def become(self, after: Expert) -> None:
        """Change an expert, and let them take what waits if they are free now."""
        before = self.experts.copy()
        self.experts[after.id] = after
        self._serve(before)

    # --------------------------------------------------------------------------- clock

    def due(self, talk: Conversation) -> Deadline | None:
        """Return what the clock will ask next of a conversation."""
        owner = self.experts.get(talk.owner) if talk.owner else None
        return next_deadline(talk, VELO, owner.away_since if owner else None)

    def ring(self, now: datetime, *, asleep: bool) -> int:
        """Let time pass and do what falls due; `asleep`: all of it late, as after a night down."""
        rung = 0
        while found := self._earliest(now):
            due, id_ = found
            self.now = now if asleep else max(self.now, due.at)
            decision = self.act(id_, due.command, SYSTEM)
            assert not isinstance(decision, Refused), (due, decision)
            again = decide(self.talks[id_], due.command, self._scene(self.talks[id_], SYSTEM))
            assert isinstance(again, Refused), "firing twice is harmless"
            rung += 1
            assert rung < 1_000, "the clock never rests"
        self.now = now
        return rung

    def _earliest(self, now: datetime) -> tuple[Deadline, ConversationId] | None:
        dues = [(due, it.id) for it in self.talks.values() if (due := self.due(it))]
        late = [found for found in dues if found[0].at <= now]
        return min(late, key=lambda found: (found[0].at, found[1]), default=None)


def _post(text: str) -> c.Post:
    return c.Post(id=MessageId("m"), text=text)
